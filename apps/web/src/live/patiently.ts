/** Milliseconds between two questions whether the server is there again. */
const pause = 2000;
/** Milliseconds within which a page that was loaded again is not loaded again once more. */
const once = 60_000;

const isServerThere = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    () => true,
    () => false,
  );

let waiting: Promise<void> | undefined;

/** Once for all parts that did not come: they ask together. */
const untilServerThere = (): Promise<void> =>
  (waiting ??= (async () => {
    while (!(await isServerThere())) await new Promise((resolve) => setTimeout(resolve, pause));
    waiting = undefined;
  })());

const wasJustReloaded = (): boolean => {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type === 'reload' && performance.now() < once;
};

/**
 * Loads a part of the page. When it does not come, what is there stays until the server can be reached; then the page is
 * loaded again, because a browser remembers that a file failed, and after an update it has another name. Throws when the part
 * does not come after that either.
 */
export const patiently = async <Part>(load: () => Promise<Part>): Promise<Part> => {
  try {
    return await load();
  } catch (error) {
    await untilServerThere();
    if (wasJustReloaded()) throw error;
    location.reload();
    return new Promise(() => undefined);
  }
};
