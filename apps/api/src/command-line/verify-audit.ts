import { noteOperator } from '@roer/db/audit-log';
import { readAuditDigest, sealAudit, walkAuditChain } from '@roer/db/audit-seal';
import { readOrganisations } from '@roer/db/first-run';
import type { Read } from './command.ts';

const earlierEnd = /^(\d{1,9}):([0-9a-f]{64})$/;

/** Walks the chain over what was done (rules AU1, AU3). */
export const verifyAudit: Read = ({ options: { earlier } }) => {
  const [, number, digest] = earlierEnd.exec(earlier ?? '') ?? [];
  if (earlier !== undefined && digest === undefined)
    return '--earlier is what an earlier run printed: a number, a colon and 64 hexadecimal digits';
  return async ({ app: { platform }, stopping }, say) => {
    const { pool, clock } = platform;
    let isRight = true;
    let isKnown = earlier === undefined;
    const organisations = await readOrganisations(pool);
    if (organisations.length === 0) say('There is no organisation yet.');
    for (const { id, name } of organisations) {
      await sealAudit(pool, { organisationId: id, now: clock.now(), stopping });
      await sealAudit(pool, { organisationId: id, now: null, stopping });
      const { end, fault } = await walkAuditChain(pool, id);
      const detail = { entries: end.number, broken: fault?.number ?? 0 };
      await noteOperator(pool, {
        organisationId: id,
        id: clock.newId(),
        action: 'audit.verify',
        detail,
        now: clock.now(),
      });
      if (fault) {
        isRight = false;
        const what = fault.fault === 'gone' ? 'is gone' : 'was changed';
        say(`${name}: broken at entry ${fault.number}, which ${what}. The ${end.number} before it are as they were.`);
      } else say(`${name}: ${end.number} entries, unbroken. ${end.number}:${end.digest.toString('hex')}`);
      isKnown ||= (await readAuditDigest(pool, id, Number(number))) === digest;
    }
    if (!isKnown) say(`No chain has that digest at ${number}: entries were rewritten or taken away since then.`);
    return isRight && isKnown && !stopping.aborted ? 0 : 1;
  };
};
