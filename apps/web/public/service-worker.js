/**
 * Shows the page without a network. It keeps the page itself and its files, which are the same for everybody; an answer of
 * the api, or anything that is somebody's, never passes through here.
 */
const cacheName = 'roer.page';
const page = '/';
/** Files beside the page whose name stays the same. */
const besides = ['/first-paint.js', '/favicon.svg'];
/** What the server answers itself. */
const notPages = /^\/(trpc|api|socket\.io|calendar|unsubscribe|healthz|readyz)(\/|$)/;
/** Milliseconds after which the page as it was before is better than waiting. */
const patience = 4000;

const isGood = (response) => response.ok && response.type === 'basic' && !response.redirected;

/** Whether it may be kept under that name: whatever is opened by its address is asked as a page, also a file. */
const fits = (response, name) =>
  isGood(response) && (name !== page || response.headers.get('content-type')?.startsWith('text/html'));

/** Without the address that it was asked by, which may hold the secret of a link. */
const nameless = (response) => new Response(response.clone().body, { headers: response.headers });

/** The newest that there is; without a network, or when it takes long, what was kept. */
const newest = async (request, name) => {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(name);
  try {
    const response = await fetch(request, kept ? { signal: AbortSignal.timeout(patience) } : {});
    if (fits(response, name)) await cache.put(name, nameless(response));
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
};

/** Names of assets change with their content: what is kept is right. */
const asset = async (request) => {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  if (isGood(response)) await cache.put(request.url, response.clone());
  return response;
};

/** Keeps every file of the pages as they are now, and no other. */
const keepAll = async () => {
  const cache = await caches.open(cacheName);
  const answer = await fetch('/assets.json', { cache: 'no-cache' });
  if (!isGood(answer)) return;
  const names = await answer.json();
  const wanted = new Set([...names, page, ...besides].map((name) => new URL(name, location.origin).href));
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
  for (const name of wanted) if (!(await cache.match(name))) await cache.add(name);
};

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', (event) => {
  // Without a network, or halfway: the next page asks again.
  if (event.data === 'keepAll') event.waitUntil(keepAll().catch(() => undefined));
});
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || notPages.test(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(newest(request, page));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (besides.includes(url.pathname)) event.respondWith(newest(request, url.pathname));
});
