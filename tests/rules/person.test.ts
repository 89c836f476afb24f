import { describe, expect, it } from 'vitest';
import type { AbsenceRow, DelegationRow, HelpRow, OfferRow, TeamSnapshot } from '@roer/domain/feed';
import type { AbsenceId, DelegationId, HelpId } from '@roer/domain/ids';
import { derivePerson } from '@roer/domain/responsibilities/person';
import { aTeam, responsibility, theId, today } from './team-builder.ts';

const me = theId('person', 1);
const other = theId('person', 2);
const byId = <Row extends { id: string }>(...rows: Row[]): Record<string, Row> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));
// The brands exist only for the compiler.
const absence = (number: number, changed: Partial<AbsenceRow>): AbsenceRow => ({
  id: `absence-${number}` as AbsenceId,
  personId: me,
  from: today,
  until: '2026-11-25',
  ...changed,
});
const help = (number: number, changed: Partial<HelpRow>): HelpRow => ({
  id: `help-${number}` as HelpId,
  kind: 'ask',
  personId: me,
  responsibilityId: null,
  text: 'Meelezen',
  on: null,
  minutes: null,
  madeOn: today,
  expiresOn: '2026-12-07',
  state: 'open',
  acceptedBy: null,
  ...changed,
});
const offer = (number: number, changed: Partial<OfferRow>): OfferRow => ({
  id: theId('offer', number),
  kind: 'give',
  responsibilityId: theId('responsibility', 1),
  assignmentId: theId('assignment', 1),
  fromPersonId: me,
  toPersonId: other,
  sharePercent: 100,
  temporaryUntil: null,
  madeOn: today,
  expiresOn: '2026-12-07',
  state: 'open',
  ...changed,
});
const delegation = (changed: Partial<DelegationRow>): DelegationRow => ({
  id: 'delegation' as DelegationId,
  responsibilityId: theId('responsibility', 2),
  assignmentId: theId('assignment', 2),
  fromPersonId: other,
  toPersonId: me,
  sharePercent: 100,
  from: '2026-11-01',
  until: '2026-12-01',
  ...changed,
});
const team = (rows: Partial<TeamSnapshot> = {}): TeamSnapshot => ({
  ...aTeam({
    responsibilities: [1, 2, 3].map((number) => responsibility(number)),
    carried: [{ person: 1 }, { person: 2, responsibility: 2 }, { person: 1, responsibility: 3, role: 'substitute' }],
  }),
  ...rows,
});
const person = (facts: TeamSnapshot, personId = me, day = today) => derivePerson(facts, { personId, today: day });
const titles = (rows: readonly { title: string }[] | undefined) => rows?.map(({ title }) => title);

describe('one member as the team sees them', () => {
  it('R1.13 what they carry and stand in for today, also for a while', () => {
    const facts = team({ delegation: byId(delegation({})) });
    expect(titles(person(facts)?.carries)).toEqual(['Title 1', 'Title 2']);
    expect(titles(person(facts)?.standsIn)).toEqual(['Title 3']);
    expect(person(facts)?.received).toHaveLength(1);
    expect(person(facts, other)?.given).toHaveLength(1);
    expect(titles(person(facts, other)?.carries)).toEqual([]);
    const later = person(facts, me, '2026-12-01');
    expect(titles(later?.carries)).toEqual(['Title 1']);
    expect(later?.received).toEqual([]);
  });

  it('R1.13 until when they are not available, and when next', () => {
    const facts = team({
      absence: byId(
        absence(1, { until: '2026-11-26' }),
        absence(2, { from: '2027-01-04', until: '2027-01-05' }),
        absence(3, { from: '2026-12-24', until: '2027-01-02' }),
        absence(4, { personId: other }),
      ),
    });
    expect(person(facts)?.awayUntil).toBe('2026-11-26');
    expect(person(facts)?.awayLater.map(({ from }) => from)).toEqual(['2026-12-24', '2027-01-04']);
    expect(person(facts, me, '2026-11-26')?.awayUntil).toBeNull();
  });

  it('R1.13 what they offer, ask and answered, as long as it is open', () => {
    const facts = team({
      offer: byId(
        offer(1, {}),
        offer(2, { fromPersonId: other, toPersonId: me, expiresOn: '2026-11-30' }),
        offer(3, { expiresOn: today }),
        offer(4, { fromPersonId: other, toPersonId: theId('person', 3) }),
      ),
      help: byId(
        help(1, {}),
        help(2, { personId: other, state: 'accepted', acceptedBy: me }),
        help(3, { personId: other }),
      ),
    });
    expect(person(facts)?.offers.map(({ id }) => id)).toEqual([theId('offer', 2), theId('offer', 1)]);
    expect(person(facts)?.help.map(({ id }) => id)).toEqual(['help-1', 'help-2']);
  });

  it('R1.13 nobody who is not in the team', () => {
    expect(person(team(), theId('person', 9))).toBeNull();
    expect(person(team())?.member.name).toBe('Person 1');
  });
});
