import { describe, expect, it } from 'vitest';
import type { TeamSnapshot } from '@roer/domain/feed';
import { addDays } from '@roer/domain/dates';
import { decideEndMembership } from '@roer/domain/organisation/membership';
import {
  currentHelp,
  decideAcceptHelp,
  decideMakeHelp,
  decideReleaseHelp,
  decideWithdrawHelp,
} from '@roer/domain/responsibilities/help';
import type { MakeHelp } from '@roer/domain/responsibilities/help';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { after, aTeam, by, refusalOf, responsibility, theId, today } from './team-builder.ts';

const helpId = theId('help', 1);
const make = (facts: TeamSnapshot, given: Partial<MakeHelp> = {}) =>
  decideMakeHelp(
    facts,
    { helpId, kind: 'ask', text: 'Who comes along?', responsibilityId: null, on: null, minutes: 120, ...given },
    by(1),
  );
const team = aTeam();
const asked = after(team, make(team));
const accepted = after(asked, decideAcceptHelp(asked, { helpId }, by(2)));

describe('help', () => {
  it('R4.13 is asked or offered to the team, about a responsibility and a day when that matters', () => {
    expect(asked.help[helpId]).toEqual({
      id: helpId,
      kind: 'ask',
      personId: theId('person', 1),
      responsibilityId: null,
      text: 'Who comes along?',
      on: null,
      minutes: 120,
      madeOn: today,
      expiresOn: addDays(today, 14),
      state: 'open',
      acceptedBy: null,
    });
    expect(refusalOf(() => make(team, { on: addDays(today, -1) }))).toEqual({ code: 'badInput', field: 'on' });
    expect(refusalOf(() => make(team, { responsibilityId: theId('responsibility', 9) })).code).toBe('notFound');
    const closed = aTeam({ responsibilities: [responsibility(1, { closedOn: today })] });
    expect(refusalOf(() => make(closed, { responsibilityId: theId('responsibility', 1) })).code).toBe(
      'responsibilityClosed',
    );
    expect(refusalOf(() => make(asked)).code).toBe('badInput');
  });

  it('R4.13 can be answered until its day has passed, or on fourteen days', () => {
    const onDay = (on: string | null, day: string) => {
      const facts = after(team, make(team, { on }));
      return decideAcceptHelp(facts, { helpId }, by(2, day));
    };
    expect(onDay(today, today)).toHaveLength(1);
    expect(refusalOf(() => onDay(today, addDays(today, 1))).code).toBe('helpGone');
    expect(onDay(addDays(today, 30), addDays(today, 30))).toHaveLength(1);
    expect(onDay(null, addDays(today, 13))).toHaveLength(1);
    expect(refusalOf(() => onDay(null, addDays(today, 14))).code).toBe('helpGone');
    expect(currentHelp(asked, addDays(today, 14))).toEqual([]);
  });

  it('R4.14 who is first does it; the second is told who, the same one twice changes nothing', () => {
    expect(accepted.help[helpId]).toMatchObject({ state: 'accepted', acceptedBy: theId('person', 2) });
    expect(refusalOf(() => decideAcceptHelp(accepted, { helpId }, by(3)))).toEqual({
      code: 'helpGone',
      by: theId('person', 2),
    });
    expect(decideAcceptHelp(accepted, { helpId }, by(2))).toEqual([]);
    expect(refusalOf(() => decideAcceptHelp(asked, { helpId }, by(1))).code).toBe('notAllowed');
  });

  it('R4.15 is open again when who answered cannot after all, and gone when who made it takes it back', () => {
    expect(after(accepted, decideReleaseHelp(accepted, { helpId }, by(2))).help).toEqual(asked.help);
    expect(refusalOf(() => decideReleaseHelp(accepted, { helpId }, by(1))).code).toBe('notAllowed');
    for (const facts of [asked, accepted]) {
      const gone = after(facts, decideWithdrawHelp(facts, { helpId }, by(1)));
      expect(gone.help).toEqual({});
      expect(refusalOf(() => decideAcceptHelp(gone, { helpId }, by(3))).code).toBe('helpGone');
      expect(refusalOf(() => decideWithdrawHelp(facts, { helpId }, by(2))).code).toBe('notAllowed');
    }
  });

  it('R4.15 U2 U3 taking it back can be undone, unless who would help has left', () => {
    const changes = decideWithdrawHelp(accepted, { helpId }, by(1));
    const gone = after(accepted, changes);
    const done = { action: 'help.withdraw' as const, changes };
    expect(after(gone, decideUndo(gone, done, by(1))).help).toEqual(accepted.help);
    const left = after(gone, decideEndMembership(gone, { membershipId: theId('membership', 2) }, { today }));
    expect(refusalOf(() => decideUndo(left, done, by(1))).code).toBe('notAMember');
  });

  it('R4.17 who leaves asks nothing any more, and what they would do is open again', () => {
    const leaves = (person: number) =>
      after(accepted, decideEndMembership(accepted, { membershipId: theId('membership', person) }, { today })).help;
    expect(leaves(1)).toEqual({});
    expect(leaves(2)).toEqual(asked.help);
    expect(leaves(3)).toEqual(accepted.help);
  });
});
