import * as store from '@roer/db/check-in-epochs';
import { readRelease } from '@roer/db/check-in-roster';
import type { Pool } from '@roer/db/pool';
import { statements } from '@roer/domain/workload/check-in';
import type { EpochKeys } from '../../platform/epoch-keys.ts';
import type { OpenOwnAnswers, OwnAnswers } from '../../platform/own-answers.ts';
import { epochKeyFrom, open } from './seal.ts';

/** Blanks are opened as answers are, so that neither the time nor the length tells which they were. Nothing is written. */
export const openOwnAnswers =
  ({ releasePool, epochKeys }: { releasePool: Pool; epochKeys: EpochKeys }): OpenOwnAnswers =>
  (person) =>
    readRelease(releasePool, person.organisationId, async (client) => {
      const own: OwnAnswers[] = [];
      for (const epoch of await store.readOpenEpochs(client)) {
        const rows = await store.readSealedAnswersOf(client, { epoch, personId: person.personId });
        const raw = rows.length === 0 ? 'absent' : await epochKeys.read(person.organisationId, epoch);
        if (!Buffer.isBuffer(raw)) continue;
        const key = epochKeyFrom(raw);
        raw.fill(0);
        own.push({
          epoch,
          answers: statements.map((statement) => {
            const sealed = rows.find((row) => row.statement === statement)?.sealed;
            const opened = sealed && open(key, { ...person, epoch, statement }, sealed);
            return { statement, value: opened?.value ?? 0, shared: opened?.share ? 1 : 0 };
          }),
        });
      }
      return own;
    });
