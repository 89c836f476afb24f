import * as fc from 'fast-check';
import { DomainError } from '@roer/domain/errors';
import { addDays } from '@roer/domain/dates';
import type { RowChange, TeamSnapshot } from '@roer/domain/feed';
import type { TeamAction } from '@roer/domain/team-actions';
import { decideEndMembership, decideStartMembership } from '@roer/domain/organisation/membership';
import { decidePlanAbsence, decideWithdrawAbsence } from '@roer/domain/responsibilities/absence';
import { decideChangeShare, decideGiveBack, decideTakeOver } from '@roer/domain/responsibilities/carry';
import { decideEndDelegation } from '@roer/domain/responsibilities/delegation-endings';
import { decideCreateArea, decideRemoveArea, decideRenameArea } from '@roer/domain/responsibilities/areas';
import {
  decideAddResponsibilities,
  decideCloseResponsibility,
  decideEditResponsibility,
  decideReopenResponsibility,
} from '@roer/domain/responsibilities/edit';
import type { DecisionContext } from '@roer/domain/responsibilities/facts';
import {
  decideAcceptHelp,
  decideMakeHelp,
  decideReleaseHelp,
  decideWithdrawHelp,
} from '@roer/domain/responsibilities/help';
import {
  decideAcceptOffer,
  decideDeclineOffer,
  decideMakeOffer,
  decideWithdrawOffer,
} from '@roer/domain/responsibilities/pass-on';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { by, responsibility, theId, today } from './team-builder.ts';
import { handoverCommandOf } from './handover-model.ts';
import { workloadCommandOf } from './workload-model.ts';

/** What somebody does, told by small numbers: the team as it is gives them a meaning, so that most commands do something. */
export type Step = {
  kind: number;
  person: number;
  other: number;
  which: number;
  share: number;
  flag: boolean;
  laterDays: number;
};

export const steps = (people: number, { least = 0, most = 40 } = {}): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      kind: fc.nat(46),
      person: fc.integer({ min: 1, max: people }),
      other: fc.integer({ min: 1, max: people }),
      which: fc.nat(50),
      // Thirds and the numbers around whole come up more than chance gives them.
      share: fc.oneof(fc.constantFrom(1, 33, 34, 50, 51, 99, 100), fc.integer({ min: 1, max: 100 })),
      flag: fc.boolean(),
      laterDays: fc.constantFrom(0, 0, 0, 0, 1, 14),
    }),
    // Long runs find what short ones cannot reach.
    { minLength: least, maxLength: most, size: 'max' },
  );

export type Done = { action: TeamAction; changes: RowChange[]; actor: number };

/** One command, ready to be decided on whatever team is there. `number` makes its new ids; `done` is what can be undone. */
export type Command = { action: TeamAction; decide: (facts: TeamSnapshot) => RowChange[]; context: DecisionContext };

const pick = <Row>(rows: Record<string, Row>, which: number): Row | undefined => {
  const all = Object.values(rows);
  return all[which % Math.max(1, all.length)];
};

/** Makes the command that a step means in `seen`. Null when the team has nothing to do it with. */
export const commandOf = (
  step: Step,
  { seen, number, day, done }: { seen: TeamSnapshot; number: number; day: string; done: readonly Done[] },
): Command | null => {
  const context = by(step.person, day);
  const { which, share: sharePercent } = step;
  const fresh = { assignmentId: theId('assignment', number), offerId: theId('offer', number) };
  const target = pick(seen.responsibility, which);
  const mine = Object.values(seen.assignment).filter((row) => row.personId === context.actorId);
  const carried = mine[which % Math.max(1, mine.length)];
  const slot = pick(seen.assignment, which);
  const offer = pick(seen.offer, which);
  const area = pick(seen.area, which);
  const command = (action: TeamAction, decide: Command['decide']): Command => ({ action, decide, context });
  switch (step.kind) {
    case 0:
    case 1:
    case 2:
    case 3:
      if (!target) return null;
      return command('assignment.takeOver', (facts) =>
        decideTakeOver(
          facts,
          { ...fresh, responsibilityId: target.id, role: step.flag ? 'holder' : 'substitute', sharePercent },
          context,
        ),
      );
    case 4:
      return carried
        ? command('assignment.giveBack', (facts) => decideGiveBack(facts, { assignmentId: carried.id }, context))
        : null;
    case 5:
    case 6:
      if (!carried) return null;
      return command('assignment.changeShare', (facts) =>
        decideChangeShare(facts, { assignmentId: carried.id, sharePercent }, context),
      );
    case 7:
    case 8:
    case 9: {
      if (!slot) return null;
      const giver = Number(slot.personId.slice(-12));
      // Every third one until a day, every fourth gift to whoever accepts.
      const temporaryUntil = which % 3 === 0 ? addDays(day, 1 + (which % 20)) : null;
      const making = { ...fresh, assignmentId: slot.id, sharePercent, temporaryUntil };
      const toPersonId = which % 4 === 0 ? null : theId('person', step.other);
      // Mostly somebody who may: the carrier gives, or another asks.
      return step.flag
        ? command('offer.make', (facts) =>
            decideMakeOffer(facts, { ...making, kind: 'give', toPersonId }, by(giver, day)),
          )
        : command('offer.make', (facts) =>
            decideMakeOffer(facts, { ...making, kind: 'take', toPersonId: context.actorId }, context),
          );
    }
    case 10:
    case 11:
    case 12: {
      if (!offer) return null;
      const asked = offer.kind === 'give' ? (offer.toPersonId ?? context.actorId) : offer.fromPersonId;
      const answering = by(Number(asked.slice(-12)), day);
      return command('offer.accept', (facts) =>
        decideAcceptOffer(facts, { offerId: offer.id, assignmentId: fresh.assignmentId }, answering),
      );
    }
    case 13:
      if (!offer) return null;
      return step.flag
        ? command('offer.decline', (facts) => decideDeclineOffer(facts, { offerId: offer.id }, context))
        : command('offer.withdraw', (facts) => decideWithdrawOffer(facts, { offerId: offer.id }, context));
    case 14: {
      const {
        openedOn: _opened,
        closedOn: _closed,
        version: _version,
        ...row
      } = responsibility(number, {
        areaId: area && step.flag ? area.id : theId('area', number),
        catalogueItemId: which < 10 ? theId('catalogueItem', which) : null,
      });
      const areas = [{ id: theId('area', number), name: `Area ${number}`, order: number }];
      return command('responsibility.create', (facts) =>
        decideAddResponsibilities(
          facts,
          { areas, responsibilities: [row, { ...row, id: theId('responsibility', number + 100_000) }] },
          context,
        ),
      );
    }
    case 15: {
      if (!target || !area) return null;
      const {
        id,
        catalogueItemId: _item,
        openedOn: _opened,
        editedOn: _edited,
        closedOn: _closed,
        version,
        ...text
      } = target;
      return command('responsibility.edit', (facts) =>
        decideEditResponsibility(
          facts,
          {
            responsibilityId: id,
            version,
            text: { ...text, areaId: area.id, minutesAWeek: which },
          },
          context,
        ),
      );
    }
    case 16:
      if (!target) return null;
      return step.flag
        ? command('responsibility.close', (facts) =>
            decideCloseResponsibility(facts, { responsibilityId: target.id }, context),
          )
        : command('responsibility.reopen', (facts) =>
            decideReopenResponsibility(facts, { responsibilityId: target.id }, context),
          );
    case 17:
      if (!area) return null;
      if (which % 3 === 0)
        return command('area.create', (facts) => decideCreateArea(facts, { id: theId('area', number), name: 'New' }));
      return which % 3 === 1
        ? command('area.rename', (facts) => decideRenameArea(facts, { areaId: area.id, name: `Name ${sharePercent}` }))
        : command('area.remove', (facts) => decideRemoveArea(facts, { areaId: area.id }));
    case 18: {
      const member = Object.values(seen.member).find((row) => row.personId === theId('person', step.other));
      const person = { id: theId('person', step.other), name: '', homeElsewhere: false };
      const joining = {
        membershipId: theId('membership', number),
        person,
        home: false,
        minutesByWeekday: [0, 0, 0, 0, 0, 0, 0],
      };
      return member
        ? command('membership.end', (facts) => decideEndMembership(facts, { membershipId: member.id }, { today: day }))
        : command('membership.start', (facts) => decideStartMembership(facts, joining, { today: day }));
    }
    case 19: {
      const delegation = pick(seen.delegation, which);
      if (!delegation) return null;
      const ending = by(Number((step.flag ? delegation.fromPersonId : delegation.toPersonId).slice(-12)), day);
      return command('delegation.end', (facts) => decideEndDelegation(facts, { delegationId: delegation.id }, ending));
    }
    case 20: {
      const help = pick(seen.help, which);
      if (!help || step.flag) {
        const about = which % 2 === 0 ? (target?.id ?? null) : null;
        const on = which % 3 === 0 ? addDays(day, which) : null;
        const asked = { helpId: theId('help', number), text: 'Help', minutes: null, responsibilityId: about, on };
        return command('help.make', (facts) => decideMakeHelp(facts, { ...asked, kind: 'ask' }, context));
      }
      const helpId = help.id;
      if (which % 3 === 0)
        return command('help.withdraw', (facts) =>
          decideWithdrawHelp(facts, { helpId }, by(Number(help.personId.slice(-12)), day)),
        );
      return help.acceptedBy && which % 3 === 1
        ? command('help.release', (facts) =>
            decideReleaseHelp(facts, { helpId }, by(Number((help.acceptedBy ?? '').slice(-12)), day)),
          )
        : command('help.accept', (facts) => decideAcceptHelp(facts, { helpId }, context));
    }
    case 21: {
      const absence = pick(seen.absence, which);
      if (absence && step.flag)
        return command('absence.withdraw', (facts) =>
          decideWithdrawAbsence(facts, { absenceId: absence.id }, by(Number(absence.personId.slice(-12)), day)),
        );
      const from = addDays(day, which % 9);
      const planned = { absenceId: theId('absence', which % 4), from, until: addDays(from, 1 + (which % 6)) };
      return command('absence.plan', (facts) => decidePlanAbsence(facts, planned, context));
    }
    case 22:
    case 23:
    case 24:
    case 25:
    case 26:
    case 27:
    case 28:
    case 29:
    case 30:
    case 31:
      return workloadCommandOf(step, { seen, number, day });
    case 32:
    case 33:
    case 34:
    case 35:
    case 36:
    case 37:
    case 38:
    case 39:
    case 40:
    case 41:
      return handoverCommandOf(step, { seen, number, day });
    default: {
      const undone = done[done.length - 1 - (which % Math.max(1, done.length))];
      if (!undone) return null;
      const undoing = by(undone.actor, day);
      return { action: 'undo', decide: (facts) => decideUndo(facts, undone, undoing), context: undoing };
    }
  }
};

/** The day of each step: time only goes on. */
export const dayAfter = (all: readonly Step[], index: number): string =>
  addDays(
    today,
    all.slice(0, index + 1).reduce((days, step) => days + step.laterDays, 0),
  );

/** What a command changes, or null when it is refused. Anything but a refusal is a fault and is thrown on. */
export const decided = (command: Command, facts: TeamSnapshot): RowChange[] | null => {
  try {
    return command.decide(facts);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
};
