import { readAnnouncedReorganisations, readReorganisation, readReorganisations } from '@roer/db/reorganisations';
import type { ReorganisationRow } from '@roer/db/reorganisations';
import { readFormerTeams, readNames } from '@roer/db/reorganisation-names';
import { DomainError } from '@roer/domain/errors';
import type { LocalDate } from '@roer/domain/dates';
import type { ReorganisationId, TeamId } from '@roer/domain/ids';
import type { ReorganisationStep, StepProblem } from '@roer/domain/organisation/reorganise-plan';
import { effectsOf, openingsOf } from '@roer/domain/organisation/reorganise-preview';
import type { TeamEffect } from '@roer/domain/organisation/reorganise-preview';
import type { NotComingBack } from '@roer/domain/organisation/reorganise-undo';
import { misfitStretches } from '@roer/domain/workload/misfit-weeks';
import type { AllowedOrganisation } from './access.ts';
import { foresee, foreseeUndo, teamsOfPlan } from './reorganisation-commands.ts';

type Structure = AllowedOrganisation<'structure.write'>;

/** A plan for administrators, with the names that its ids have today. */
export type ReorganisationView = Pick<
  ReorganisationRow,
  'id' | 'name' | 'effectiveOn' | 'steps' | 'state' | 'version' | 'carriedOutAt'
>;
export type ReorganisationList = {
  plans: ReorganisationView[];
  /** Of teams, domains and people in them, also of those that closed. */
  names: Record<string, string>;
};

const viewOf = ({
  id,
  name,
  effectiveOn,
  steps,
  state,
  version,
  carriedOutAt,
}: ReorganisationRow): ReorganisationView => ({
  id,
  name,
  effectiveOn,
  steps,
  state,
  version,
  carriedOutAt,
});

const idsIn = (steps: readonly ReorganisationStep[]): string[] =>
  steps.flatMap((step) => [
    step.teamId,
    ...('into' in step && step.into !== null ? [step.into] : []),
    ...(step.kind === 'moveTeam' ? [step.domainId] : []),
    ...(step.kind === 'movePerson' ? [step.personId] : []),
    ...(step.kind === 'split' ? step.personIds : []),
  ]);

export const reorganisations = async ({ transaction }: Structure): Promise<ReorganisationList> => {
  const rows = await readReorganisations(transaction.database);
  const names = await readNames(
    transaction.database,
    rows.flatMap(({ steps }) => idsIn(steps)),
  );
  return { plans: rows.map(viewOf), names };
};

/** What a plan would do, in counts alone (rule O26): an administrator gets nothing else of the work of a team. */
export const preview = async (
  opened: Structure,
  { steps, effectiveOn }: { steps: ReorganisationStep[]; effectiveOn: LocalDate },
): Promise<{ problems: StepProblem[]; effects: TeamEffect[] }> => {
  const { problems, teams } = await foresee(opened, { steps, on: effectiveOn });
  return { problems, effects: effectsOf(teams) };
};

export type UndoPreview = { possible: false } | { possible: true; lost: NotComingBack; effects: TeamEffect[] };

export const previewUndo = async (
  opened: Structure,
  { reorganisationId }: { reorganisationId: ReorganisationId },
): Promise<UndoPreview> => {
  const row = await readReorganisation(opened.transaction.database, reorganisationId);
  if (!row) throw new DomainError('notFound');
  const plan = await foreseeUndo(opened, row);
  return plan ? { possible: true, lost: plan.lost, effects: effectsOf(plan.teams) } : { possible: false };
};

/** What an announced plan means for one team, as its members see it: with the titles of what is theirs. */
export type UpcomingReorganisation = Pick<ReorganisationRow, 'id' | 'name' | 'effectiveOn'> & {
  steps: ReorganisationStep[];
  names: Record<string, string>;
  isPossible: boolean;
  opens: { title: string; isWhole: boolean }[];
  effect: TeamEffect | null;
  /** Stretches of weeks that do not fit, now and then; null for a team that is no more. */
  misfits: { before: number; after: number } | null;
};

export const upcoming = async (
  opened: AllowedOrganisation<'structure.read'>,
  { teamId }: { teamId: TeamId },
): Promise<UpcomingReorganisation[]> => {
  const { database, today } = opened.transaction;
  const rows = (await readAnnouncedReorganisations(database)).filter(({ steps }) =>
    teamsOfPlan(steps).includes(teamId),
  );
  const found: UpcomingReorganisation[] = [];
  for (const { id, name, effectiveOn, steps } of rows) {
    const { problems, regrouping, teams } = await foresee(opened, { steps, on: effectiveOn });
    const own = steps.filter((step) => teamsOfPlan([step]).includes(teamId));
    const team = teams.find((each) => each.teamId === teamId);
    const stays = team && !regrouping.closed.includes(teamId);
    found.push({
      id,
      name,
      effectiveOn,
      steps: own,
      names: await readNames(database, idsIn(own)),
      isPossible: problems.length === 0,
      // Of what comes from another team its own members see the titles, and these from that day on.
      opens: openingsOf(teams)
        .filter(({ from }) => from === teamId)
        .map(({ title, isWhole }) => ({ title, isWhole }))
        .toSorted((one, other) => one.title.localeCompare(other.title)),
      effect: effectsOf(teams).find((effect) => effect.teamId === teamId) ?? null,
      misfits: stays
        ? {
            before: misfitStretches(team.before, { today }).length,
            after: misfitStretches(team.after, { today }).length,
          }
        : null,
    });
  }
  return found;
};

/** That a team of the actor changes, and when: for every morning, so that nothing is foreseen here. */
export type ComingReorganisation = Pick<ReorganisationRow, 'id' | 'name' | 'effectiveOn'> & { teamId: TeamId };

/** What is announced for the teams of the actor and can be done as far as anybody knows, the earliest first (rule O31). */
export const coming = async ({
  subject,
  transaction,
}: AllowedOrganisation<'structure.read'>): Promise<ComingReorganisation[]> => {
  const plans = await readAnnouncedReorganisations(transaction.database);
  return plans
    .filter(({ state }) => state === 'planned')
    .flatMap(({ id, name, effectiveOn, steps }) => {
      const teams = teamsOfPlan(steps);
      return subject.actor.memberships
        .filter(({ teamId }) => teams.includes(teamId))
        .map(({ teamId }) => ({ id, name, effectiveOn, teamId }));
    });
};

/** The closed teams that the actor was in until they closed (rule O30): who was in them, and where their work went. */
export const formerTeams = ({ transaction }: AllowedOrganisation<'structure.read'>) =>
  readFormerTeams(transaction.database, transaction.actor.personId);
