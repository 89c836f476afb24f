import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandId } from '@roer/domain/ids';
import { statements } from '@roer/domain/workload/check-in';
import type { RosterView } from '@roer/domain/workload/check-in';
import { epochTimes } from '@roer/domain/workload/epoch';
import { ask, confirm, goTo, largeTeam, smallTeams } from '../kit/check-in.ts';
import { runQuery } from '../kit/statement.ts';
import { cases } from './reorganising-check-in-cases.ts';
import { answering, onCopy, removeHalfway, toHalfway } from './reorganising-check-in-scene.ts';
import type { Copy, Halfway, Person } from './reorganising-check-in-scene.ts';

const day = 86_400_000;
const inGroup = [...largeTeam, ...smallTeams];
// Keys of a record of people.
const whoAnswers = Object.keys({ ...answering.before, ...answering.after }) as Person[];
const allHeavy = (people: readonly Person[]) => Object.fromEntries(people.map((person) => [person, 5 as const]));

let halfway: Halfway;
/** What is published of the period when nobody reorganises. */
let released: string;
beforeAll(async () => {
  halfway = await toHalfway();
  released = await onCopy(halfway, async (copy) => {
    await copy.answers(copy.number, answering.after);
    await copy.publish(copy.number);
    return copy.released(copy.number);
  });
});
afterAll(() => removeHalfway(halfway));

type Group = { first: number; name: string; teamIds: string; personIds: string };
/** The groups of every window, the latest first. */
const groupsOf = ({ application }: Copy): Promise<Group[]> =>
  runQuery<Group>(
    application.database.ownerUrl,
    `SELECT w."first", t."name" || ' ' || m."count" AS "name", t."teamIds", m."personIds" FROM "Cell" c
       JOIN "RosterWindow" w ON w."id" = c."windowId"
       CROSS JOIN LATERAL (SELECT string_agg(t."name", ' ' ORDER BY t."name") AS "name",
           string_agg(t."id"::text, ' ' ORDER BY t."id") AS "teamIds"
         FROM "CellTeam" o JOIN "Team" t ON t."id" = o."teamId" WHERE o."cellId" = c."id") t
       CROSS JOIN LATERAL (SELECT count(*) AS "count", string_agg(m."personId"::text, ' ' ORDER BY m."personId") AS "personIds"
         FROM "CellMember" m WHERE m."cellId" = c."id") m
     ORDER BY w."first" DESC, t."name"`,
  );

/** The rosters that somebody is shown, the one that holds first; none for who is in none. */
const rostersOf = async ({ application, town }: Copy, person: Person): Promise<RosterView[]> => {
  const { view } = await ask(application, town.people[person], { kind: 'look' });
  return view.state === 'group' ? view.rosters : [];
};

/**
 * Of each team that was counted in an epoch whether its series goes on. An alarm is where three heavy periods are of one series that goes
 * on, and nowhere else.
 */
const seriesOf = async ({ as }: Copy, number: number): Promise<Record<string, string>> => {
  const gerda = await as('gerda');
  const found: Record<string, string> = {};
  for (const domain of await gerda.organisation.structure.query())
    for (const { id, name } of domain.teams) {
      const { epochs, alarms } = await gerda.insights.results.query({ teamId: id });
      const last = epochs.at(-1);
      const isCounted = last?.number === number;
      const goesOn = isCounted && epochs.length > 1 && !last.breaks;
      expect(alarms, name).toEqual(goesOn ? statements : []);
      if (isCounted) found[name] = goesOn ? 'goes on' : 'begins anew';
    }
  return found;
};

describe.each(Object.entries(cases))('%s, in the middle of answering', (_name, { steps, next }) => {
  it('P7 P9 P9.3 P17 changes groups with the next window, which is confirmed anew and has a series of its own', async () => {
    await onCopy(halfway, async (copy) => {
      const { application, number, town } = copy;
      await copy.carryOut(steps(copy));
      for (const epoch of [number + 3, number + 4, number + 5]) {
        await goTo(application, epochTimes(epoch).answersFrom);
        await copy.answers(epoch, allHeavy(whoAnswers));
        await copy.publish(epoch);
      }
      const first = number + 6;
      await goTo(application, epochTimes(first).opensAt - 1);
      const groups = (await groupsOf(copy)).filter((group) => group.first === first);
      expect(groups.map(({ name }) => name)).toEqual(next.groups);

      // The old roster holds to the last moment, and the new one is there to be confirmed, with who came in and by whom.
      const counted: Person[] = inGroup.filter((person) =>
        groups.some(({ personIds }) => personIds.includes(town.people[person])),
      );
      const answers = whoAnswers.filter((person) => counted.includes(person));
      const confirmed = new Map<Person, string>();
      const comeIn = new Set<string>();
      for (const person of counted) {
        const [now, later] = await rostersOf(copy, person);
        expect(now?.teams.map(({ name }) => name)).toEqual(
          (largeTeam as readonly Person[]).includes(person) ? ['Vergunningen'] : ['Groen', 'Water'],
        );
        for (const { personId, isNew, addedBy } of later?.teams.flatMap(({ people }) => people) ?? []) {
          if (isNew) comeIn.add(personId);
          expect(addedBy).toBe(isNew ? 'Anna Smit' : null);
        }
        confirmed.set(person, await confirm(application, town.people[person], number + 5));
      }
      expect(comeIn.size).toBe(next.comeIn);
      await goTo(application, epochTimes(first).answersFrom);
      for (const [person, receipt] of confirmed) {
        const asked = { kind: 'answer', receipt, epochNumber: first, share: false } as const;
        const { refused } = await ask(application, town.people[person], { ...asked, values: [5, 5, 5, 5, 5] });
        expect(refused).toBe('rosterNotConfirmed');
      }
      await copy.answers(first, allHeavy(answers));
      await copy.publish(first);
      expect(await seriesOf(copy, first)).toEqual(next.series);
      const { groups: rows } = await (await copy.as('mira')).insights.domain.query({ domainId: town.domains.space });
      expect(rows.flatMap(({ others }) => others)).toEqual([]);
    });
  });

  it('O27 P6 P9 and taken back the next day leaves the groups of every window as if it had never been', async () => {
    await onCopy(halfway, async (copy) => {
      const { application, number } = copy;
      const { undo } = await copy.carryOut(steps(copy));
      application.clock.advance(day);
      await undo();
      await copy.answers(number, answering.after);
      await copy.publish(number);
      expect(await copy.released(number)).toBe(released);
      await goTo(application, epochTimes(number + 5).opensAt);
      const groups = (await groupsOf(copy)).map(({ first, ...group }) => ({
        window: first === number ? 'now' : 'next',
        group,
      }));
      const [now, later] = ['now', 'next'].map((each) =>
        groups.flatMap(({ window, group }) => (window === each ? [group] : [])),
      );
      expect(now?.map(({ name }) => name)).toEqual(['Groen Water 9', 'Vergunningen 9']);
      expect(later).toEqual(now);
      for (const person of inGroup) {
        const [holds, comes] = await rostersOf(copy, person);
        // Not even who came back is new.
        expect(comes).toMatchObject({ left: [], teams: holds?.teams });
      }
    });
  });
});

it('P6 P9 erasing people, ending an account and an appointment beside it change no byte either', async () => {
  await onCopy(halfway, async (copy) => {
    const { number, town, fresh } = copy;
    await copy.carryOut([{ kind: 'merge', teamId: town.teams.permits, into: town.teams.green }]);
    await copy.answers(number, answering.after);
    const { organisation } = await copy.as('anna');
    const command = (): { commandId: CommandId } => ({ commandId: fresh<'command'>() });
    for (const person of ['ada', 'dina', 'kim'] as const)
      await organisation.erasePerson.mutate({ ...command(), personId: town.people[person] });
    for (const person of ['ben', 'marc'] as const)
      await organisation.endAccount.mutate({ ...command(), personId: town.people[person] });
    const appointment = { kind: 'manager', domainId: town.domains.space } as const;
    await organisation.appoint.mutate({
      ...command(),
      id: fresh<'appointment'>(),
      personId: town.people.eva,
      ...appointment,
    });
    await copy.publish(number);
    expect(await copy.released(number)).toBe(released);
  });
});

it('P11 P18 O26 nothing of a reorganisation that an administrator or a team reads depends on who answered', async () => {
  const readBy = (answers: boolean): Promise<string[]> =>
    onCopy(halfway, async (copy) => {
      const { application, number, town } = copy;
      const steps = [{ kind: 'merge' as const, teamId: town.teams.blue, into: town.teams.permits }];
      if (answers) await copy.answers(number, answering.after);
      const { organisation, audit } = await copy.as('anna');
      const read: unknown[] = [await organisation.previewReorganisation.query({ effectiveOn: '2026-12-25', steps })];
      const { reorganisationId, undo } = await copy.carryOut(steps);
      read.push(
        await organisation.reorganisations.query(),
        await organisation.previewUndoReorganisation.query({ reorganisationId }),
        await (await copy.as('rob')).organisation.formerTeams.query(),
        await (await copy.as('rob')).responsibilities.board.query({ teamId: town.teams.permits }),
      );
      await undo();
      read.push(
        await organisation.reorganisations.query(),
        await audit.organisation.query({ personId: null, day: null, before: null, group: null }),
        await runQuery(
          application.database.ownerUrl,
          `SELECT "seq", "action", "changes" FROM "Change" ORDER BY "feedId", "seq"`,
        ),
      );
      // Ids are new in every copy.
      return read.map((each) => JSON.stringify(each).replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'id'));
    });
  expect(await readBy(true)).toEqual(await readBy(false));
});

it('P9 O29 what holds from the day on which rosters are made is in them', async () => {
  await onCopy(halfway, async (copy) => {
    const { application, number, town, fresh } = copy;
    const { organisation } = await copy.as('anna');
    const { opensAt, startsOn } = epochTimes(number + 5);
    await organisation.saveReorganisation.mutate({
      commandId: fresh<'command'>(),
      reorganisationId: fresh<'reorganisation'>(),
      version: 0,
      name: 'Samen verder',
      effectiveOn: startsOn,
      steps: [{ kind: 'merge', teamId: town.teams.permits, into: town.teams.green }],
      announce: true,
    });
    await goTo(application, opensAt);
    expect((await groupsOf(copy)).map(({ name }) => name)).toEqual(['Groen 14', 'Groen Water 9', 'Vergunningen 9']);
  });
});
