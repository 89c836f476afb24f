import { failureOf } from './api.ts';

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * Asks again while nothing comes back, at most `tries` times, pausing longer each time up to five seconds. Only for what
 * may be done twice: queries, and commands with their own number. Rejects with what the server said.
 */
export const askAgain = async <Answer>(ask: () => Promise<Answer>, tries = Infinity): Promise<Answer> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt >= tries || failureOf(error).code !== 'unreachable') throw error;
      await pause(Math.min(5000, 300 * 2 ** (attempt - 1)));
    }
  }
};
