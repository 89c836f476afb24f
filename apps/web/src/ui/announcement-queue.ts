const PAUSE_MS = 10_000;

/**
 * Lets words through at once, and then nothing for ten seconds: what comes in meanwhile is said together, each sentence once.
 * `say` gets the words; the returned `stop` ends a waiting pause.
 */
export function announcementQueue(say: (words: string) => void) {
  let waiting: string[] = [];
  let pause: ReturnType<typeof setTimeout> | undefined;
  function speak() {
    pause = undefined;
    if (waiting.length === 0) return;
    say([...new Set(waiting)].join(' '));
    waiting = [];
    pause = setTimeout(speak, PAUSE_MS);
  }
  return {
    announce(words: string) {
      waiting.push(words);
      if (pause === undefined) speak();
    },
    stop() {
      clearTimeout(pause);
      pause = undefined;
    },
  };
}
