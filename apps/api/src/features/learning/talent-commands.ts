import { holdTalentCard, readTeammates, saveTalentCard } from '@roer/db/talent-cards';
import type { PersonId } from '@roer/domain/ids';
import { emptyCard, writeOnCard } from '@roer/domain/learning/talent-card';
import type { TalentAudience, TalentPatch } from '@roer/domain/learning/talent-card';
import { writeOwn } from '../../platform/transaction.ts';
import type { SignedInContext } from '../../platform/trpc.ts';
import { openCard, sealCard } from './talent-seal.ts';

/**
 * Writes one thing on the actor's own card, or chooses who sees it, and tells open browsers to ask again, without content: those
 * who saw it before, too (rules R9.1 to R9.3). Doing it twice is doing it once.
 */
export const writeTalents = async (
  context: SignedInContext,
  { patch = {}, audience }: { patch?: TalentPatch; audience?: TalentAudience },
): Promise<void> => {
  const { platform } = context;
  const nudged = await writeOwn(context, async ({ client, actor, today }): Promise<PersonId[]> => {
    const { organisationId, personId } = actor;
    const key = await platform.personKeys.of(client, { organisationId, personId });
    const blank = sealCard(key, { personId, card: emptyCard });
    const known = await holdTalentCard(client, { organisationId, personId, blank });
    const card = writeOnCard(openCard(key, { personId, sealed: known.sealed }), patch);
    const shownTo = audience ?? known.audience;
    const sealed = sealCard(key, { personId, card });
    await saveTalentCard(client, { organisationId, personId, sealed, audience: shownTo });
    const isSeen = shownTo === 'team' || known.audience === 'team';
    const teammates = isSeen ? await readTeammates(client, { personId, today }) : [];
    // Other windows of the same person, too.
    return [...new Set([personId, ...teammates.map((mate) => mate.personId)])];
  });
  platform.live.nudgePeople(nudged);
};
