import type { FastifyBaseLogger } from 'fastify';
import { traceable } from './errors.ts';

/** Work that an answer does not wait for, so that the time of the answer tells nothing; a stop waits for it. */
export type Afterwards = { run: (work: () => Promise<void>) => void; settled: () => Promise<void> };

export const openAfterwards = (logger: FastifyBaseLogger): Afterwards => {
  const underWay = new Set<Promise<void>>();
  return {
    run: (work) => {
      const promise = work()
        .catch((error: unknown) => logger.error({ afterwards: traceable(error) }))
        .finally(() => underWay.delete(promise));
      underWay.add(promise);
    },
    settled: async () => {
      await Promise.all(underWay);
    },
  };
};
