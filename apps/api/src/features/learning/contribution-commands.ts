import { holdContribution, removeCopy, saveContribution, saveLinkCopy, saveTeamCopy } from '@roer/db/contributions';
import { readTeammates } from '@roer/db/talent-cards';
import { DomainError } from '@roer/domain/errors';
import { derivePage, emptyContribution, isBlank, writeOnContribution } from '@roer/domain/learning/contribution';
import type { ContributionDraft } from '@roer/domain/learning/contribution';
import { linkEnds } from '@roer/domain/learning/contribution-link';
import type { LinkDays } from '@roer/domain/learning/contribution-link';
import type { PersonKey } from '../../platform/person-keys.ts';
import { hashToken } from '../../platform/session.ts';
import { writeOwn } from '../../platform/transaction.ts';
import type { Transaction } from '../../platform/transaction.ts';
import type { SignedInContext } from '../../platform/trpc.ts';
import { readOwnContribution, readPickable } from './contribution-queries.ts';
import { digestOf, openBody, sealBody } from './contribution-seal.ts';
import type { OwnContribution } from './contribution-views.ts';

type Held = { draft: ContributionDraft; key: PersonKey };

/** The actor's draft, held until the end of the transaction. */
const hold = async (context: SignedInContext, { client, actor }: Transaction): Promise<Held> => {
  const { organisationId, personId } = actor;
  const key = await context.platform.personKeys.of(client, { organisationId, personId });
  const blank = sealBody(key, { personId, kind: 'draft', body: emptyContribution });
  const sealed = await holdContribution(client, { organisationId, personId, blank });
  return { key, draft: openBody(key, { personId, kind: 'draft', sealed }) };
};

type Patch = { [Part in keyof ContributionDraft]?: ContributionDraft[Part] | undefined };

/** Writes parts of the actor's own page. What was published stays as it was (rule R9.7). Doing it twice is doing it once. */
export const writeContribution = async (context: SignedInContext, patch: Patch): Promise<OwnContribution> => {
  const own = await writeOwn(context, async (transaction) => {
    const { client, actor } = transaction;
    const { organisationId, personId } = actor;
    const { key, draft } = await hold(context, transaction);
    const sealed = sealBody(key, { personId, kind: 'draft', body: writeOnContribution(draft, patch) });
    await saveContribution(client, { organisationId, personId, sealed });
    return readOwnContribution(context, transaction);
  });
  // Other windows of the same person.
  context.platform.live.nudgePeople([context.actor.personId]);
  return own;
};

type Publish = { to: 'team'; seen: string } | { to: 'link'; seen: string; days: LinkDays };

/**
 * Publishes the page that the actor saw, to the teams they are in or behind a new link (rules R9.7 to R9.9). Throws
 * `changedMeanwhile` when it is another one by now, `badInput` (field `page`) when nothing is on it, and `notAMember` when there is
 * no team to publish it to.
 */
export const publishContribution = async (context: SignedInContext, input: Publish): Promise<OwnContribution> => {
  const { platform } = context;
  const { own, nudged } = await writeOwn(context, async (transaction) => {
    const { client, actor, today, now } = transaction;
    const { organisationId, personId } = actor;
    const { key, draft } = await hold(context, transaction);
    const page = derivePage(draft, await readPickable(transaction, key));
    if (digestOf(page) !== input.seen) throw new DomainError('changedMeanwhile');
    if (isBlank(page)) throw new DomainError('badInput', { field: 'page' });
    const teammates = await readTeammates(client, { personId, today });
    if (input.to === 'team') {
      if (teammates.length === 0) throw new DomainError('notAMember');
      const sealed = sealBody(key, { personId, kind: 'team', body: { page } });
      await saveTeamCopy(client, { organisationId, personId, sealed, today });
    } else {
      const token = platform.clock.newToken();
      const sealed = sealBody(key, { personId, kind: 'link', body: { page, token } });
      const expiresAt = linkEnds(now, input.days);
      await saveLinkCopy(client, { organisationId, personId, sealed, today, tokenHash: hashToken(token), expiresAt });
    }
    const own = await readOwnContribution(context, transaction);
    return { own, nudged: input.to === 'team' ? teammates.map((mate) => mate.personId) : [personId] };
  });
  platform.live.nudgePeople(nudged);
  return own;
};

/** Takes back what was published; whoever could see it is told to ask again. Doing it twice is doing it once. */
export const unpublishContribution = async (
  context: SignedInContext,
  { from }: { from: 'team' | 'link' },
): Promise<OwnContribution> => {
  const { own, nudged } = await writeOwn(context, async (transaction) => {
    const { client, actor, today } = transaction;
    const { organisationId, personId } = actor;
    await removeCopy(client, { organisationId, personId, kind: from });
    const others = from === 'team' ? await readTeammates(client, { personId, today }) : [];
    const nudged = new Set([personId, ...others.map((mate) => mate.personId)]);
    return { own: await readOwnContribution(context, transaction), nudged: [...nudged] };
  });
  context.platform.live.nudgePeople(nudged);
  return own;
};
