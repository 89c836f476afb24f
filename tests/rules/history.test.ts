import { describe, expect, it } from 'vitest';
import type { RowChange } from '@roer/domain/feed';
import { decideChangeShare, decideGiveBack, decideTakeOver } from '@roer/domain/responsibilities/carry';
import { decideCreateArea } from '@roer/domain/responsibilities/areas';
import { decideAddResponsibilities, decideCloseResponsibility } from '@roer/domain/responsibilities/edit';
import { traceResponsibilities } from '@roer/domain/responsibilities/history';
import type { ResponsibilityTrace } from '@roer/domain/responsibilities/history';
import { decideAcceptOffer, decideMakeOffer } from '@roer/domain/responsibilities/pass-on';
import { after, aTeam, by, responsibility, theId } from './team-builder.ts';

const first = theId('responsibility', 1);
const person = (number: number) => theId('person', number);
const detailOf = (changes: RowChange[]): ResponsibilityTrace | undefined =>
  traceResponsibilities('undo', changes).find((trace) => trace.subjectId === first)?.detail;
const edited = (changed: object): RowChange[] => [
  { entity: 'responsibility', before: responsibility(1), after: responsibility(1, { version: 2, ...changed }) },
];

describe('what a history keeps', () => {
  it('R1.8 names fields and numbers, never what people wrote', () => {
    const changes = edited({ title: 'Secret', purpose: 'Secret', season: Array.from({ length: 12 }, () => 50) });
    expect(detailOf(changes)).toEqual({ changed: ['title', 'purpose', 'season'] });
    expect(JSON.stringify(traceResponsibilities('responsibility.edit', changes))).not.toContain('Secret');
    expect(detailOf(edited({ minutesAWeek: 60, criticality: 3, areaId: theId('area', 2) }))).toEqual({
      changed: ['areaId', 'criticality', 'minutesAWeek'],
      minutesAWeek: [120, 60],
    });
  });

  it('R1.8 who carries it now and who no longer', () => {
    const facts = aTeam({ carried: [{ person: 2, role: 'substitute' }, { person: 1 }] });
    const given = decideGiveBack(facts, { assignmentId: theId('assignment', 2) }, by(1));
    expect(detailOf(given)).toEqual({ released: [{ personId: person(1), role: 'holder' }] });
    const open = after(facts, given);
    const slot = {
      responsibilityId: first,
      role: 'holder' as const,
      sharePercent: 100,
      assignmentId: theId('assignment', 9),
    };
    expect(detailOf(decideTakeOver(open, slot, by(2)))).toEqual({
      released: [{ personId: person(2), role: 'substitute' }],
      received: [{ personId: person(2), role: 'holder', sharePercent: 100 }],
    });
    const [revived] = given;
    const back: RowChange[] =
      revived?.entity === 'assignment' ? [{ ...revived, before: revived.after, after: revived.before }] : [];
    expect(detailOf(back)).toEqual({ received: [{ personId: person(1), role: 'holder', sharePercent: 100 }] });
  });

  it('R1.8 more and less of a share', () => {
    const facts = aTeam({ carried: [{ person: 1, share: 50 }] });
    const share = (sharePercent: number) =>
      detailOf(decideChangeShare(facts, { assignmentId: theId('assignment', 1), sharePercent }, by(1)));
    expect(share(80)).toEqual({ received: [{ personId: person(1), role: 'holder', sharePercent: 80 }] });
    expect(share(20)).toEqual({ released: [{ personId: person(1), role: 'holder' }] });
  });

  it('R1.8 an offer leaves its trace, and what it moved', () => {
    const facts = aTeam({ carried: [{ person: 1 }] });
    const ids = { offerId: theId('offer', 1), assignmentId: theId('assignment', 1) };
    const given = { ...ids, kind: 'give' as const, toPersonId: person(2), sharePercent: 40, temporaryUntil: null };
    const made = decideMakeOffer(facts, given, by(1));
    expect(traceResponsibilities('offer.make', made)).toEqual([{ action: 'offer.make', subjectId: first, detail: {} }]);
    const open = after(facts, made);
    const accepted = decideAcceptOffer(open, { ...ids, assignmentId: theId('assignment', 9) }, by(2));
    expect(detailOf(accepted)).toEqual({
      released: [{ personId: person(1), role: 'holder' }],
      received: [{ personId: person(2), role: 'holder', sharePercent: 40 }],
    });
  });

  it('R1.8 one trace per responsibility that was touched, none for the rest', () => {
    const facts = aTeam({ carried: [{ person: 1 }, { person: 2, role: 'substitute' }] });
    const closed = decideCloseResponsibility(facts, { responsibilityId: first }, by(1));
    expect(traceResponsibilities('responsibility.close', closed)).toHaveLength(1);
    expect(detailOf(closed)).toMatchObject({ changed: ['closedOn'], released: [{}, {}] });
    const { openedOn: _opened, closedOn: _closed, version: _version, ...row } = responsibility(2);
    const rows = [row, { ...row, id: theId('responsibility', 3) }];
    const added = decideAddResponsibilities(facts, { areas: [], responsibilities: rows }, by(1));
    expect(traceResponsibilities('responsibility.create', added)).toEqual(
      rows.map(({ id }) => ({ action: 'responsibility.create', subjectId: id, detail: {} })),
    );
    const area = decideCreateArea(facts, { id: theId('area', 2), name: 'New' });
    expect(traceResponsibilities('area.create', area)).toEqual([]);
  });
});
