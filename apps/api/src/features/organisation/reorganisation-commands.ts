import type { OrganisationDone } from '@roer/db/organisation-command';
import { saveRegrouping } from '@roer/db/regrouping';
import {
  readKnownTeams,
  readReorganisation,
  readReorganisationFacts,
  readReorganisations,
  readUndoFacts,
  saveReorganisation,
} from '@roer/db/reorganisations';
import type { ReorganisationRow } from '@roer/db/reorganisations';
import { later } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { DomainError } from '@roer/domain/errors';
import type { PersonId, ReorganisationId, TeamId } from '@roer/domain/ids';
import type { OrganisationAction } from '@roer/domain/organisation/actions';
import { planReorganisation, teamsOfStep } from '@roer/domain/organisation/reorganise-plan';
import type { ReorganisationStep, StepProblem } from '@roer/domain/organisation/reorganise-plan';
import { recordOf } from '@roer/domain/organisation/reorganise-record';
import { regroup } from '@roer/domain/organisation/reorganise-regroup';
import type { RegroupedTeam } from '@roer/domain/organisation/reorganise-regroup';
import type { Regrouping } from '@roer/domain/organisation/reorganise-regrouping';
import { planUndo } from '@roer/domain/organisation/reorganise-undo';
import type { NotComingBack } from '@roer/domain/organisation/reorganise-undo';
import type { AllowedOrganisation } from './access.ts';

type Structure = AllowedOrganisation<'structure.write'>;
type Done = OrganisationDone<{ done: true }>;
/** Told who comes into a team or leaves one, for what has to happen after the commit. */
type Moved = (moved: { personId: PersonId; left: TeamId | null }) => void;

const result = { done: true } as const;

/** All teams that a plan is about, those that it makes among them. */
export const teamsOfPlan = (steps: readonly ReorganisationStep[]): TeamId[] => [
  ...new Set(steps.flatMap((step) => [...teamsOfStep(step), ...(step.kind === 'split' ? [step.newTeamId] : [])])),
];

/** What would happen on the day `on` if it were carried out as things are now. */
export const foresee = async (
  { transaction }: Pick<Structure, 'transaction'>,
  { steps, on }: { steps: readonly ReorganisationStep[]; on: LocalDate },
): Promise<
  { problems: StepProblem[]; regrouping: Regrouping; teams: RegroupedTeam[] } & {
    facts: Parameters<typeof recordOf>[0];
  }
> => {
  const { database, today, newId } = transaction;
  const facts = await readReorganisationFacts(database, { teamIds: teamsOfPlan(steps), today });
  const { problems, regrouping } = planReorganisation(steps, facts);
  const teams = problems.length > 0 ? [] : regroup(facts.teams, regrouping, { today: later(on, today), newId });
  return { problems, regrouping, teams, facts: facts.teams };
};

/** What taking it back would do; null when something was built on it. */
export const foreseeUndo = async (
  { transaction }: Structure,
  row: ReorganisationRow,
): Promise<{ regrouping: Regrouping; lost: NotComingBack; teams: RegroupedTeam[] } | null> => {
  const { database, today, newId } = transaction;
  const { record, steps, carriedOutAt } = row;
  if (!record || row.state !== 'done' || carriedOutAt === null) return null;
  const own = new Set(teamsOfPlan(steps));
  const isOlder = (await readReorganisations(database)).some(
    (other) =>
      other.id !== row.id &&
      other.state === 'done' &&
      (other.carriedOutAt ?? 0) >= carriedOutAt &&
      teamsOfPlan(other.steps).some((teamId) => own.has(teamId)),
  );
  if (isOlder) return null;
  const personIds = record.people.map(({ personId }) => personId);
  const facts = await readUndoFacts(database, { teamIds: [...own], personIds, today });
  const plan = planUndo(record, facts);
  return plan && { ...plan, teams: regroup(facts.teams, plan.regrouping, { today, newId }) };
};

const openRow = async (
  { transaction }: Structure,
  { reorganisationId, version }: { reorganisationId: ReorganisationId; version: number },
): Promise<ReorganisationRow> => {
  const row = await readReorganisation(transaction.database, reorganisationId);
  if (!row) throw new DomainError('notFound');
  if (row.version !== version) throw new DomainError('changedMeanwhile');
  return row;
};

const isOpen = ({ state }: ReorganisationRow): boolean => state === 'draft' || state === 'planned' || state === 'stuck';

/** Ids and numbers only. */
const did = (
  action: OrganisationAction,
  { id, version, steps }: Pick<ReorganisationRow, 'id' | 'version' | 'steps'>,
): Done => ({ done: { action, subjectId: id, detail: { version, steps: steps.length } }, result });

/**
 * Keeps a plan (rule O20): as a draft that administrators see, or announced, so that its teams see it and it is carried out on its day.
 * Throws `changedMeanwhile`, `badInput` for a day that passed, `planNotPossible` for one that is announced and cannot be done.
 */
export const save = async (
  opened: Structure,
  input: {
    reorganisationId: ReorganisationId;
    version: number;
    name: string;
    effectiveOn: LocalDate;
    steps: ReorganisationStep[];
    announce: boolean;
  },
): Promise<Done> => {
  const { database, actor, today } = opened.transaction;
  const { reorganisationId: id, version, name, effectiveOn, steps, announce } = input;
  if (version > 0 && !isOpen(await openRow(opened, input))) throw new DomainError('changedMeanwhile');
  if (version === 0 && (await readReorganisation(database, id))) throw new DomainError('changedMeanwhile');
  if (effectiveOn < today) throw new DomainError('badInput', { field: 'effectiveOn' });
  const made = steps.flatMap((step) => (step.kind === 'split' ? [step.newTeamId] : []));
  if (new Set(made).size < made.length || (await readKnownTeams(database, made)).length > 0)
    throw new DomainError('badInput', { field: 'newTeamId' });
  if (announce && (await foresee(opened, { steps, on: effectiveOn })).problems.length > 0)
    throw new DomainError('planNotPossible');
  const row: ReorganisationRow = {
    id,
    name,
    effectiveOn,
    steps,
    state: announce ? 'planned' : 'draft',
    version: version + 1,
    plannedBy: actor.personId,
    carriedOutAt: null,
    record: null,
  };
  await saveReorganisation(database, actor.organisationId, row);
  return did(announce ? 'reorganisation.announce' : 'reorganisation.save', row);
};

/** A plan that is not carried out any more. Throws `changedMeanwhile`. */
export const withdraw = async (
  opened: Structure,
  input: { reorganisationId: ReorganisationId; version: number },
): Promise<Done> => {
  const row = await openRow(opened, input);
  if (!isOpen(row)) throw new DomainError('changedMeanwhile');
  const { database, actor } = opened.transaction;
  const after: ReorganisationRow = { ...row, state: 'withdrawn', version: row.version + 1 };
  await saveReorganisation(database, actor.organisationId, after);
  return did('reorganisation.withdraw', after);
};

/** Notes that its day came and that it could not be done (rule O22): it waits for an administrator. */
export const markStuck = async (
  opened: Structure,
  input: { reorganisationId: ReorganisationId; version: number },
): Promise<Done> => {
  const row = await openRow(opened, input);
  if (row.state !== 'planned') return { done: null, result };
  const { database, actor } = opened.transaction;
  await saveReorganisation(database, actor.organisationId, { ...row, state: 'stuck' });
  return did('reorganisation.stuck', row);
};

/** The teams whose feeds a plan touches. */
export const lockedTeams = async (
  { transaction }: Structure,
  { reorganisationId }: { reorganisationId: ReorganisationId },
): Promise<TeamId[]> => {
  const row = await readReorganisation(transaction.database, reorganisationId);
  return row ? readKnownTeams(transaction.database, teamsOfPlan(row.steps)) : [];
};

/** Carries out what was planned, today, whole or not at all (rules O20, O22). Throws `changedMeanwhile`, `planNotPossible`. */
export const carryOut = async (
  opened: Structure,
  input: { reorganisationId: ReorganisationId; version: number },
  moved: Moved,
): Promise<Done> => {
  const row = await openRow(opened, input);
  if (!isOpen(row)) throw new DomainError('changedMeanwhile');
  const { today, now } = opened.transaction;
  const { problems, regrouping, teams, facts } = await foresee(opened, { steps: row.steps, on: today });
  if (problems.length > 0) throw new DomainError('planNotPossible');
  const record = recordOf(facts, regrouping, teams);
  const after: ReorganisationRow = { ...row, state: 'done', version: row.version + 1, carriedOutAt: now, record };
  return write(opened, { row: after, action: 'reorganisation.carryOut', regrouping, teams, moved });
};

/** Takes it back (rules O27, O28). Throws `builtOn`, `changedMeanwhile`. */
export const undo = async (
  opened: Structure,
  input: { reorganisationId: ReorganisationId; version: number },
  moved: Moved,
): Promise<Done> => {
  const row = await openRow(opened, input);
  if (row.state !== 'done') throw new DomainError('changedMeanwhile');
  const plan = await foreseeUndo(opened, row);
  if (!plan) throw new DomainError('builtOn');
  const after: ReorganisationRow = { ...row, state: 'undone', version: row.version + 1 };
  return write(opened, { row: after, action: 'reorganisation.undo', ...plan, moved });
};

const write = async (
  opened: Structure,
  {
    row,
    action,
    regrouping,
    teams,
    moved,
  }: {
    row: ReorganisationRow;
    action: OrganisationAction;
    regrouping: Regrouping;
    teams: RegroupedTeam[];
    moved: Moved;
  },
): Promise<Done> => {
  const { database, actor, today, newId } = opened.transaction;
  const { organisationId } = actor;
  await saveRegrouping(database, { organisationId, today, newId, regrouping, teams });
  await saveReorganisation(database, organisationId, row);
  for (const { personId, from, to } of regrouping.people) {
    if (from !== null) moved({ personId, left: from });
    if (to !== null) moved({ personId, left: null });
  }
  const { done } = did(action, row);
  return {
    done: done && {
      ...done,
      teams: teams.map(({ teamId, changes, moved: carried }) => ({
        teamId,
        action: 'team.reorganise',
        changes,
        moved: carried,
      })),
      made: regrouping.made.map(({ teamId }) => teamId),
    },
    result,
  };
};
