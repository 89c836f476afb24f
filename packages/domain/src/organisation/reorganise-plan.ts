import type { DomainId, PersonId, TeamId } from '../ids.ts';
import type { TeamFacts } from '../responsibilities/facts.ts';
import { goesAlong } from './reorganise-split.ts';
import type { Regrouping } from './reorganise-regrouping.ts';

/**
 * One step of a reorganisation (rule O20). `into` is the team that people and work go to; null when a team stops and its
 * work with it. A split makes the team `newTeamId` in the domain of the team it comes from.
 */
export type ReorganisationStep =
  | { kind: 'moveTeam'; teamId: TeamId; domainId: DomainId }
  | { kind: 'merge'; teamId: TeamId; into: TeamId }
  | { kind: 'split'; teamId: TeamId; newTeamId: TeamId; name: string; personIds: PersonId[] }
  | { kind: 'close'; teamId: TeamId; into: TeamId | null }
  | { kind: 'movePerson'; teamId: TeamId; into: TeamId; personId: PersonId };

/** The open teams that a plan names, with their domain, and the open domains. */
export type ReorganisationFacts = {
  teams: Partial<Record<TeamId, { facts: TeamFacts; domainId: DomainId | null }>>;
  domainIds: readonly DomainId[];
};

/**
 * Why a step cannot be done (rule O22): a team, domain or person that is not there any more, the same thing that would go
 * two ways, or a step that changes nothing.
 */
export type StepProblem = {
  step: number;
  problem: 'teamGone' | 'domainGone' | 'personGone' | 'twoWays' | 'changesNothing';
};

/** The teams that a step names and that have to be there. */
export const teamsOfStep = (step: ReorganisationStep): TeamId[] =>
  'into' in step && step.into !== null ? [step.teamId, step.into] : [step.teamId];

/** The team that is no more after the step; null for none. */
const emptiedBy = (step: ReorganisationStep): TeamId | null =>
  step.kind === 'merge' || step.kind === 'close' ? step.teamId : null;

const problemOf = (
  step: ReorganisationStep,
  others: readonly ReorganisationStep[],
  { teams, domainIds }: ReorganisationFacts,
): StepProblem['problem'] | null => {
  const open = teams[step.teamId];
  if (!open || teamsOfStep(step).some((teamId) => !teams[teamId])) return 'teamGone';
  if (step.kind === 'moveTeam' && !domainIds.includes(step.domainId)) return 'domainGone';
  const members = new Set(Object.values(open.facts.member).map(({ personId }) => personId));
  if (peopleOfStep(step).some((personId) => !members.has(personId))) return 'personGone';
  if ('into' in step && step.into === step.teamId) return 'changesNothing';
  if (step.kind === 'moveTeam' && step.domainId === open.domainId) return 'changesNothing';
  if (step.kind === 'split' && (step.personIds.length === 0 || open.domainId === null)) return 'changesNothing';
  // What stops in this plan is no place to go to, and is divided or moved by no other step but those for its people.
  if (others.some((other) => emptiedBy(other) !== null && teamsOfStep(step).slice(1).includes(other.teamId)))
    return 'twoWays';
  const same = others.filter((other) => other.teamId === step.teamId);
  if (step.kind !== 'movePerson' && same.some((other) => other.kind !== 'movePerson' && clashes(step, other)))
    return 'twoWays';
  const people = peopleOfStep(step);
  return same.some((other) => peopleOfStep(other).some((personId) => people.includes(personId))) ? 'twoWays' : null;
};

const clashes = (one: ReorganisationStep, other: ReorganisationStep): boolean =>
  one.kind === other.kind ? one.kind !== 'split' : emptiedBy(one) !== null || emptiedBy(other) !== null;

const peopleOfStep = (step: ReorganisationStep): PersonId[] =>
  step.kind === 'split' ? step.personIds : step.kind === 'movePerson' ? [step.personId] : [];

/**
 * What a plan comes down to (rules O20–O23). A plan is a set: its steps hold at one moment, whatever their order. It is done
 * whole or not at all: with problems there is nothing to do.
 */
export const planReorganisation = (
  steps: readonly ReorganisationStep[],
  facts: ReorganisationFacts,
): { problems: StepProblem[]; regrouping: Regrouping } => {
  const problems = steps.flatMap((step, index): StepProblem[] => {
    const problem = problemOf(step, steps.toSpliced(index, 1), facts);
    return problem ? [{ step: index, problem }] : [];
  });
  const regrouping: Regrouping = {
    placed: [],
    made: [],
    closed: [],
    reopened: [],
    responsibilities: [],
    loose: [],
    people: [],
    terms: [],
    stopped: [],
    restarted: [],
    restored: [],
  };
  if (problems.length > 0) return { problems, regrouping };
  for (const step of steps) {
    const { teamId } = step;
    const team = facts.teams[teamId];
    if (!team) continue;
    const all = Object.values(team.facts.responsibility);
    switch (step.kind) {
      case 'moveTeam':
        regrouping.placed.push({ teamId, domainId: step.domainId });
        break;
      case 'movePerson':
        regrouping.people.push({ personId: step.personId, from: teamId, to: step.into, terms: null });
        break;
      case 'split': {
        const { newTeamId, name, personIds } = step;
        if (team.domainId === null) continue;
        regrouping.made.push({ teamId: newTeamId, name, domainId: team.domainId });
        const going = all.filter(({ id }) => goesAlong(team.facts, id, personIds));
        for (const { id } of going)
          regrouping.responsibilities.push({ responsibilityId: id, from: teamId, to: newTeamId, home: null });
        for (const personId of personIds)
          regrouping.people.push({ personId, from: teamId, to: newTeamId, terms: null });
        break;
      }
      case 'merge':
      case 'close': {
        const to = step.into;
        regrouping.closed.push(teamId);
        for (const { id, closedOn } of all) {
          if (to !== null) regrouping.responsibilities.push({ responsibilityId: id, from: teamId, to, home: null });
          else if (closedOn === null) regrouping.stopped.push({ responsibilityId: id, teamId });
        }
        if (to !== null) {
          for (const { id, responsibilityId } of Object.values(team.facts.help))
            if (responsibilityId === null) regrouping.loose.push({ entity: 'help', id, from: teamId, to });
          for (const { id } of Object.values(team.facts.obstacle))
            regrouping.loose.push({ entity: 'obstacle', id, from: teamId, to });
        }
        // Whom another step brings somewhere goes there; the others go with the merger, or leave.
        const elsewhere = new Set(steps.flatMap((other) => (other.teamId === teamId ? peopleOfStep(other) : [])));
        for (const { personId } of Object.values(team.facts.member))
          if (!elsewhere.has(personId))
            regrouping.people.push({ personId, from: teamId, to: step.kind === 'merge' ? to : null, terms: null });
      }
    }
  }
  return { problems, regrouping };
};
