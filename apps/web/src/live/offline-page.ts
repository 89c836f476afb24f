/** Milliseconds after which the page has what it needs, so that the rest may be fetched. */
const afterwards = 3000;

const online = async (): Promise<void> => {
  if (!navigator.onLine) await new Promise((resolve) => addEventListener('online', resolve, { once: true }));
};

/** Lets this browser keep the page and its files, so that a reload without a network shows it. Only over https, and built. */
export const keepPageForOffline = (): void => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = async (): Promise<void> => {
    await online();
    await navigator.serviceWorker.register('/service-worker.js');
    const { active } = await navigator.serviceWorker.ready;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin
    active?.postMessage('keepAll');
  };
  // A browser that refuses shows its own page without a network, and works as well with one.
  const quietly = (): void => void register().catch(() => undefined);
  setTimeout(quietly, afterwards);
};
