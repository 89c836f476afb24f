import { readShownCards, readTalentCard } from '@roer/db/talent-cards';
import { holdsOn } from '@roer/domain/dates';
import type { PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import { deriveTeamTalents, emptyCard } from '@roer/domain/learning/talent-card';
import type { TalentAudience, TalentCard, TeamTalents } from '@roer/domain/learning/talent-card';
import { read } from '../../platform/transaction.ts';
import type { SignedInContext } from '../../platform/trpc.ts';
import { openTeam } from '../responsibilities/access.ts';
import { openCard } from './talent-seal.ts';

/** The actor's own card, and who sees it. */
export const ownTalents = (context: SignedInContext): Promise<{ card: TalentCard; audience: TalentAudience }> =>
  read(context, async ({ client, actor: { organisationId, personId } }) => {
    const known = await readTalentCard(client, personId);
    const key = known && (await context.platform.personKeys.known(client, { organisationId, personId }));
    if (!key) return { card: emptyCard, audience: 'me' };
    return { card: openCard(key, { personId, sealed: known.sealed }), audience: known.audience };
  });

/** What members of a team show to it of their cards (rule R9.3). Throws `notFound` for who is not in the team. */
export const teamTalents = (context: SignedInContext, { teamId }: { teamId: TeamId }): Promise<TeamTalents> =>
  read(context, async (transaction) => {
    const { client, today, actor } = transaction;
    const { subject } = await openTeam(transaction, {
      teamId,
      permission: 'team.read',
      entities: ['team', 'member', 'responsibility'],
    });
    const cards = new Map<PersonId, TalentCard>();
    for (const { personId, sealed } of await readShownCards(client, { teamId, today })) {
      const key = await context.platform.personKeys.known(client, { organisationId: actor.organisationId, personId });
      if (key) cards.set(personId, openCard(key, { personId, sealed }));
    }
    const members = Object.values(subject.member)
      .filter((member) => holdsOn(member, today))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
      .map(({ personId }) => personId);
    const responsibilities = new Set<ResponsibilityId>(Object.values(subject.responsibility).map(({ id }) => id));
    return deriveTeamTalents(cards, { members, responsibilities });
  });
