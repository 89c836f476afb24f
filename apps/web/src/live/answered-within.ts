/** The answer takes longer than somebody should look at nothing. */
export class TooLong extends Error {}

/** The answer when it comes in time; rejects with `TooLong` when it does not, and with what it rejects with. */
export const answeredWithin = <Answer>(milliseconds: number, answer: Promise<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TooLong()), milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
