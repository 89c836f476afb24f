import { describe, expect, it } from 'vitest';
import type { AreaRow } from '@roer/domain/feed';
import { decideCreateArea, decideRemoveArea, decideRenameArea } from '@roer/domain/responsibilities/areas';
import {
  decideAddResponsibilities,
  decideCloseResponsibility,
  decideEditResponsibility,
  decideReopenResponsibility,
} from '@roer/domain/responsibilities/edit';
import type { NewResponsibility } from '@roer/domain/responsibilities/edit';
import { responsibilityText } from '@roer/domain/responsibilities/schema';
import { after, aTeam, by, carriers, refusalOf, responsibility, theId, today } from './team-builder.ts';

const fresh = (number: number, changed: Partial<NewResponsibility> = {}): NewResponsibility => {
  const { openedOn: _opened, closedOn: _closed, version: _version, ...row } = responsibility(number);
  return { ...row, ...changed };
};
const area = (number: number, name = `Area ${number}`): AreaRow => ({ id: theId('area', number), name, order: number });
const add = (facts: ReturnType<typeof aTeam>, responsibilities: NewResponsibility[], areas: AreaRow[] = []) =>
  decideAddResponsibilities(facts, { areas, responsibilities }, by(1));
const first = { responsibilityId: theId('responsibility', 1) };

describe('adding', () => {
  it('R1.1 makes responsibilities, open and carried by nobody, with the areas they need', () => {
    const facts = aTeam();
    const rows = [fresh(2), fresh(3, { areaId: theId('area', 2) })];
    const changes = add(facts, rows, [area(1, 'Known'), area(2), area(3)]);
    const added = after(facts, changes);
    expect(Object.values(added.area).map(({ name }) => name)).toEqual(['Area', 'Area 2']);
    expect(added.responsibility[theId('responsibility', 3)]).toMatchObject({
      openedOn: today,
      closedOn: null,
      version: 1,
    });
    expect(added.assignment).toEqual({});
  });

  it('R1.1 not in an area that is neither known nor new', () => {
    expect(refusalOf(() => add(aTeam(), [fresh(2, { areaId: theId('area', 2) })], [area(3)]))).toEqual({
      code: 'notFound',
      field: 'areaId',
    });
  });

  it('R1.10 adopts a catalogue item once: of the team, of the request, and again after closing', () => {
    const catalogueItemId = theId('catalogueItem', 1);
    const has = aTeam({ responsibilities: [responsibility(1, { catalogueItemId })] });
    expect(add(has, [fresh(2, { catalogueItemId, areaId: theId('area', 2) })], [area(2)])).toEqual([]);
    const twice = after(
      aTeam(),
      add(aTeam(), [fresh(2, { catalogueItemId }), fresh(3, { catalogueItemId }), fresh(4), fresh(5)]),
    );
    expect(Object.keys(twice.responsibility)).toHaveLength(4);
    const closed = aTeam({ responsibilities: [responsibility(1, { catalogueItemId, closedOn: today })] });
    expect(add(closed, [fresh(2, { catalogueItemId })])).toHaveLength(1);
  });

  it('R1.9 refuses ids that are in use or come twice', () => {
    expect(refusalOf(() => add(aTeam(), [fresh(1)])).code).toBe('badInput');
    expect(refusalOf(() => add(aTeam(), [fresh(2), fresh(2)])).code).toBe('badInput');
    const inNew = fresh(2, { areaId: theId('area', 2) });
    expect(refusalOf(() => add(aTeam(), [inNew], [area(2), area(2, 'Other')])).code).toBe('badInput');
  });
});

describe('editing', () => {
  const facts = aTeam({ carried: [{ person: 1 }] });
  const text = responsibilityText.parse({ ...responsibility(1), title: '  New  ', minutesAWeek: 60 });
  const edit = (changed: object = {}, version = 1, team = facts) =>
    decideEditResponsibility(team, { ...first, version, text: { ...text, ...changed } }, by(1));

  it('R1.2 changes the text and the day of the last edit, and nothing else', () => {
    const changes = edit();
    expect(after(facts, changes).responsibility[first.responsibilityId]).toEqual(
      responsibility(1, { title: 'New', minutesAWeek: 60, editedOn: today, version: 2 }),
    );
    expect(changes).toHaveLength(1);
    const {
      catalogueItemId: _item,
      openedOn: _opened,
      closedOn: _closed,
      version: _version,
      id: _id,
      ...same
    } = responsibility(1);
    expect(edit(same)).toEqual([]);
  });

  it('R1.3 only for the version that was read', () => {
    expect(refusalOf(() => edit({}, 1, after(facts, edit())))).toEqual({ code: 'changedMeanwhile' });
  });

  it('R1.2 not into an area that is gone, and not what is closed', () => {
    expect(refusalOf(() => edit({ areaId: theId('area', 2) })).code).toBe('notFound');
    const closed = aTeam({ responsibilities: [responsibility(1, { closedOn: today })] });
    expect(refusalOf(() => edit({}, 1, closed)).code).toBe('responsibilityClosed');
  });
});

describe('closing and reopening', () => {
  it('R1.4 closes what nobody or only oneself holds, and everybody’s standing in ends', () => {
    const facts = aTeam({
      carried: [{ person: 1 }, { person: 2, role: 'substitute' }, { person: 3, role: 'substitute' }],
    });
    const closed = after(facts, decideCloseResponsibility(facts, first, by(1)));
    expect(closed.responsibility[first.responsibilityId]).toMatchObject({ closedOn: today, version: 2 });
    expect(carriers(closed)).toEqual([]);
    const gap = aTeam({ carried: [{ person: 2, role: 'substitute' }] });
    expect(carriers(after(gap, decideCloseResponsibility(gap, first, by(1))))).toEqual([]);
  });

  it('R1.4 not out of the hands of another holder, also when there are several, and not twice', () => {
    const facts = aTeam({
      carried: [
        { person: 1, share: 50 },
        { person: 2, share: 50 },
      ],
    });
    expect(refusalOf(() => decideCloseResponsibility(facts, first, by(1)))).toEqual({
      code: 'responsibilityCarried',
      by: theId('person', 2),
    });
    const closed = aTeam({ responsibilities: [responsibility(1, { closedOn: today })] });
    expect(refusalOf(() => decideCloseResponsibility(closed, first, by(1))).code).toBe('responsibilityClosed');
  });

  it('R1.5 reopens with nobody, and what is open stays as it is', () => {
    const facts = aTeam({ carried: [{ person: 1 }] });
    const closed = after(facts, decideCloseResponsibility(facts, first, by(1)));
    const open = after(closed, decideReopenResponsibility(closed, first, by(1)));
    expect(open.responsibility[first.responsibilityId]).toEqual(responsibility(1, { version: 3, editedOn: today }));
    expect(carriers(open)).toEqual([]);
    expect(decideReopenResponsibility(open, first, by(1))).toEqual([]);
  });
});

describe('areas', () => {
  it('R1.6 a new one comes last, once; renaming to its own name changes nothing', () => {
    const facts = aTeam();
    const created = after(facts, decideCreateArea(facts, { id: theId('area', 2), name: 'Second' }));
    expect(created.area[theId('area', 2)]).toEqual({ id: theId('area', 2), name: 'Second', order: 1 });
    expect(decideCreateArea(created, { id: theId('area', 2), name: 'Again' })).toEqual([]);
    const none = { ...facts, area: {} };
    expect(
      after(none, decideCreateArea(none, { id: theId('area', 2), name: 'First' })).area[theId('area', 2)]?.order,
    ).toBe(0);
    const renaming = { areaId: theId('area', 2), name: 'Other' };
    expect(after(created, decideRenameArea(created, renaming)).area[theId('area', 2)]?.name).toBe('Other');
    expect(decideRenameArea(created, { ...renaming, name: 'Second' })).toEqual([]);
    expect(refusalOf(() => decideRenameArea(facts, renaming)).code).toBe('notFound');
  });

  it('R1.7 only an area without responsibilities goes, closed ones count', () => {
    const areaId = theId('area', 1);
    const empty = aTeam({ responsibilities: [] });
    expect(after(empty, decideRemoveArea(empty, { areaId })).area).toEqual({});
    const closed = aTeam({ responsibilities: [responsibility(1, { closedOn: today })] });
    for (const facts of [aTeam(), closed])
      expect(refusalOf(() => decideRemoveArea(facts, { areaId })).code).toBe('areaNotEmpty');
  });

  it('R1.1 R1.7 whoever comes second when one adds to an area that another removes is told', () => {
    const empty = aTeam({ responsibilities: [] });
    const removed = after(empty, decideRemoveArea(empty, { areaId: theId('area', 1) }));
    expect(refusalOf(() => add(removed, [fresh(2)])).code).toBe('notFound');
    const added = after(empty, add(empty, [fresh(2)]));
    expect(refusalOf(() => decideRemoveArea(added, { areaId: theId('area', 1) })).code).toBe('areaNotEmpty');
  });
});
