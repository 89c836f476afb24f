import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyChanges } from '@roer/domain/feed';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { planReorganisation } from '@roer/domain/organisation/reorganise-plan';
import type { ReorganisationStep } from '@roer/domain/organisation/reorganise-plan';
import { effectsOf } from '@roer/domain/organisation/reorganise-preview';
import { regroup } from '@roer/domain/organisation/reorganise-regroup';
import { another, countedIds, factsOf, teamNamed } from './reorganise-builder.ts';
import { after, aTeam, responsibility, theId, today } from './team-builder.ts';
import { commandOf, decided, steps } from './team-model.ts';
import type { Step } from './team-model.ts';
import { expectWhole } from './whole-team.ts';

const [first, second, made] = [teamNamed(1), teamNamed(2), teamNamed(9)];
const peopleOf = (team: TeamSnapshot | undefined): PersonId[] =>
  Object.values(team?.member ?? {}).map(({ personId }) => personId);

const played = (all: readonly Step[]): TeamSnapshot => {
  let team = aTeam({ people: 4, responsibilities: [responsibility(1), responsibility(2), responsibility(3)] });
  for (const [index, step] of all.entries()) {
    const command = commandOf(
      { ...step, laterDays: 0 },
      { seen: team, number: 100 + index * 10, day: today, done: [] },
    );
    const changes = command && decided(command, team);
    if (changes) team = applyChanges(team, changes);
  }
  return team;
};

const drawnSteps = (
  people: readonly PersonId[],
  drawn: { kind: number; who: number; flag: boolean },
): ReorganisationStep => {
  const personId = people[drawn.who % Math.max(1, people.length)] ?? theId('person', 1);
  switch (drawn.kind) {
    case 0:
      return { kind: 'merge', teamId: first, into: second };
    case 1:
      return { kind: 'close', teamId: first, into: drawn.flag ? second : null };
    case 2:
      return { kind: 'split', teamId: first, newTeamId: made, name: 'Nieuw', personIds: [personId] };
    default:
      return { kind: 'movePerson', teamId: first, into: second, personId };
  }
};

it('O26 every plan does what its preview says, whatever the teams: each thing is in one team, whole, and known there', () => {
  let taken = 0;
  fc.assert(
    fc.property(
      steps(4, { least: 5, most: 40 }),
      steps(4, { most: 20 }),
      fc.array(fc.record({ kind: fc.nat(3), who: fc.nat(5), flag: fc.boolean() }), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (one, other, drawn, isShared) => {
        const teams = [played(one), another(played(other), 2, isShared ? [theId('person', 1)] : [])];
        const facts = factsOf(teams);
        const plan = drawn.map((step) => drawnSteps(peopleOf(teams[0]), step));
        const { problems, regrouping } = planReorganisation(plan, facts);
        if (problems.length > 0) return;
        taken += 1;
        const preview = regroup(facts.teams, regrouping, { today, newId: countedIds() });
        const done = regroup(facts.teams, regrouping, { today, newId: countedIds() });
        expect(effectsOf(done)).toEqual(effectsOf(preview));
        const ids = done.flatMap(({ after: team }) => Object.keys(team.responsibility));
        expect(ids.toSorted()).toEqual(teams.flatMap((team) => Object.keys(team.responsibility)).toSorted());
        for (const team of done) {
          // Every change tells the row as it is in the feed of that very team.
          const heard = after(team.before, team.changes);
          expect(heard).toEqual(team.after);
          expectWhole(team.after, today);
          const effect = effectsOf(done).find(({ teamId }) => teamId === team.teamId);
          expect(peopleOf(team.after).length - peopleOf(team.before).length).toBe(
            (effect?.peopleIn ?? 0) - (effect?.peopleOut ?? 0),
          );
        }
      },
    ),
    { numRuns: 150 },
  );
  expect(taken).toBeGreaterThan(30);
});
