const sleepers = new Set<() => void>();

/** Resolves after this many milliseconds, or when the connection came back meanwhile. */
export const pauseUnlessWoken = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const wakeUp = (): void => {
      clearTimeout(timer);
      sleepers.delete(wakeUp);
      resolve();
    };
    const timer = setTimeout(wakeUp, milliseconds);
    sleepers.add(wakeUp);
  });

/** There is a reason to try again now. */
export const wake = (): void => {
  for (const wakeUp of sleepers) wakeUp();
};
