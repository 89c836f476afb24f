import { readCarried, readEvidence } from '@roer/db/contribution-evidence';
import {
  readContribution,
  readLinkCopy,
  readOwnCopies,
  readSharedOwner,
  readTeamContributors,
  readTeamCopy,
} from '@roer/db/contributions';
import { readTeammates } from '@roer/db/talent-cards';
import { readGoalsOf } from '@roer/db/goals';
import { readInOrganisation } from '@roer/db/team-transaction';
import { DomainError } from '@roer/domain/errors';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { derivePage, emptyContribution, sortEvidence } from '@roer/domain/learning/contribution';
import type { EvidenceLine, Pickable } from '@roer/domain/learning/contribution';
import { isLinkOpen } from '@roer/domain/learning/contribution-link';
import { namedColleagues } from '@roer/domain/learning/named-colleagues';
import { demandWithin } from '../../platform/rate-limit.ts';
import type { PersonKey } from '../../platform/person-keys.ts';
import { hashToken } from '../../platform/session.ts';
import { read } from '../../platform/transaction.ts';
import type { Transaction } from '../../platform/transaction.ts';
import type { Context, SignedInContext } from '../../platform/trpc.ts';
import { openTeam } from '../responsibilities/access.ts';
import { digestOf, openBody } from './contribution-seal.ts';
import { stepView } from './goal-views.ts';
import { pageView } from './contribution-views.ts';
import type { OwnContribution, PublishedContribution, SharedContribution } from './contribution-views.ts';

/** Where a link leads; the secret is behind the #, so that it reaches no server's or proxy's log. */
const pathOf = (token: string): string => `/shared-contribution#${token}`;

/** What the actor may pick: what they carry, and evidence of what they did themselves (rule R9.5). */
export const readPickable = async (
  { client, actor: { personId }, today }: Transaction,
  key: PersonKey | null,
): Promise<Pickable> => {
  const [carries, evidence, goals] = await Promise.all([
    readCarried(client, { personId, today }),
    readEvidence(client, { personId, today }),
    key ? readDoneGoals(client, { personId, key }) : [],
  ]);
  return { carries, evidence: sortEvidence([...evidence, ...goals]) };
};

/** Learning goals of their own that are done: the title, and nothing else of them. */
const readDoneGoals = async (
  client: Transaction['client'],
  { personId, key }: { personId: PersonId; key: PersonKey },
): Promise<EvidenceLine[]> => {
  const goals = await readGoalsOf(client, personId);
  return goals
    .filter(({ state }) => state === 'done')
    .map((goal) => ({ id: goal.id, evidence: { kind: 'goal' as const, title: stepView(key, goal).title } }))
    .filter(({ evidence }) => evidence.title !== '');
};

/** Everything about the actor's own page, in a transaction of theirs. */
export const readOwnContribution = async (
  context: SignedInContext,
  transaction: Transaction,
): Promise<OwnContribution> => {
  const { client, actor, today, now } = transaction;
  const { organisationId, personId } = actor;
  const key = await context.platform.personKeys.known(client, { organisationId, personId });
  const [sealed, copies, pickable, teammates] = await Promise.all([
    readContribution(client, personId),
    readOwnCopies(client, { personId, today }),
    readPickable(transaction, key),
    readTeammates(client, { personId, today }),
  ]);
  if (!sealed || !key) {
    const page = derivePage(emptyContribution, pickable);
    return { draft: emptyContribution, page, seen: digestOf(page), pickable, named: [], team: null, link: null };
  }
  const draft = openBody(key, { personId, kind: 'draft', sealed });
  const page = derivePage(draft, pickable);
  const seen = digestOf(page);
  const team = copies.find(({ kind }) => kind === 'team');
  const link = copies.find(({ kind, expiresAt }) => kind === 'link' && isLinkOpen(expiresAt ?? 0, now));
  const teamBody = team && openBody(key, { personId, kind: 'team', sealed: team.sealed });
  const linkBody = link && openBody(key, { personId, kind: 'link', sealed: link.sealed });
  return {
    draft,
    page,
    seen,
    pickable,
    named: namedColleagues(
      page,
      teammates.filter((mate) => mate.personId !== personId).map(({ name }) => name),
    ),
    team:
      team && teamBody ? { teams: team.teams, on: team.publishedOn, isSame: digestOf(teamBody.page) === seen } : null,
    link:
      link && linkBody
        ? {
            path: pathOf(linkBody.token),
            until: link.expiresAt ?? 0,
            on: link.publishedOn,
            isSame: digestOf(linkBody.page) === seen,
          }
        : null,
  };
};

export const ownContribution = (context: SignedInContext): Promise<OwnContribution> =>
  read(context, (transaction) => readOwnContribution(context, transaction));

/**
 * What somebody published to a team that they and the actor are in today (rule R9.8). Throws `notFound` for anything else: there
 * is no such person, they published nothing, or not to a team of the actor.
 */
export const contributionOf = (
  context: SignedInContext,
  { personId }: { personId: PersonId },
): Promise<PublishedContribution> =>
  read(context, async ({ client, actor, today }) => {
    const copy = await readTeamCopy(client, { personId, readerId: actor.personId, today });
    const key = copy && (await context.platform.personKeys.known(client, copy));
    if (!copy || !key) throw new DomainError('notFound');
    const { page } = openBody(key, { personId, kind: 'team', sealed: copy.sealed });
    return { name: copy.name, organisation: copy.organisation, on: copy.publishedOn, page: pageView(page) };
  });

/** Who of a team published their page to it. Throws `notFound` for who is not in the team. */
export const contributors = (context: SignedInContext, { teamId }: { teamId: TeamId }): Promise<PersonId[]> =>
  read(context, async (transaction) => {
    await openTeam(transaction, { teamId, permission: 'team.read', entities: ['team', 'member'] });
    return readTeamContributors(transaction.client, { teamId, today: transaction.today });
  });

/**
 * The page behind a link, for whoever has it (rules R9.9, R9.10). Throws `linkExpired` for one that never was, was taken back, has
 * ended or is of somebody who no longer signs in: one answer, so that it tells nothing. Throws `tooManyRequests`.
 */
export const sharedContribution = async (
  context: Context,
  { token }: { token: string },
): Promise<SharedContribution> => {
  const { platform, now, ip } = context;
  await demandWithin(context, 'contributionFromPlace', ip);
  const tokenHash = hashToken(token);
  const owner = await readSharedOwner(platform.pool, tokenHash);
  const isOpen = owner && isLinkOpen(owner.expiresAt, now) && (await platform.accounts.emailOf(owner)) !== null;
  if (!isOpen) throw new DomainError('linkExpired');
  const { personId } = owner;
  const page = await readInOrganisation(platform.pool, owner, async (client) => {
    const sealed = await readLinkCopy(client, { personId, tokenHash });
    const key = sealed && (await platform.personKeys.known(client, owner));
    if (!sealed || !key) throw new DomainError('linkExpired');
    return openBody(key, { personId, kind: 'link', sealed }).page;
  });
  return { name: owner.name, organisation: owner.organisation, until: owner.expiresAt, page: pageView(page) };
};
