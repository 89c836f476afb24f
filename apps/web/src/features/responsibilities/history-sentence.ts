import type { useFormatter, useTranslations } from 'use-intl';
import type { TeamAction } from '@roer/domain/team-actions';
import type { PersonId } from '@roer/domain/ids';
import type { ResponsibilityTrace } from '@roer/domain/responsibilities/history';

type Entry = { action: TeamAction; actorId: PersonId; detail: ResponsibilityTrace; names: Record<PersonId, string> };
type Tools = {
  t: ReturnType<typeof useTranslations<'responsibilities.history'>>;
  format: ReturnType<typeof useFormatter>;
};

const fields = ['areaId', 'title', 'purpose', 'criticality', 'season', 'organising'] as const;

/** What happened to a responsibility, as one sentence. Closed: a new action does not compile until it has its sentence. */
export const historySentence = (entry: Entry, { t, format }: Tools): string => {
  const nameOf = (personId: PersonId) => entry.names[personId] ?? t('formerColleague');
  const actor = nameOf(entry.actorId);
  const received = entry.detail.received?.[0];
  const released = entry.detail.released?.[0];
  switch (entry.action) {
    case 'responsibility.create':
      return t('create', { actor });
    case 'responsibility.adopt':
      return t('adopt', { actor });
    case 'responsibility.edit':
      return editSentence(entry, { t, format, actor });
    case 'responsibility.close':
      return t('close', { actor });
    case 'responsibility.reopen':
      return t('reopen', { actor });
    case 'assignment.takeOver':
      if (!received) return t('carrying', { actor });
      return t(received.role === 'holder' ? 'takeOver' : 'standIn', {
        name: nameOf(received.personId),
        share: received.sharePercent,
      });
    case 'assignment.giveBack':
      return t(released?.role === 'substitute' ? 'standInEnded' : 'giveBack', {
        name: released ? nameOf(released.personId) : actor,
      });
    case 'assignment.changeShare':
      return received ? t('shareMore', { actor, share: received.sharePercent }) : t('shareChanged', { actor });
    case 'offer.make':
      return t('offerMade', { actor });
    case 'offer.accept':
      if (!received || !released) return t('offerAccepted', { actor });
      return t(received.role === 'holder' ? 'passedOn' : 'standInPassedOn', {
        from: nameOf(released.personId),
        to: nameOf(received.personId),
      });
    case 'offer.decline':
      return t('offerDeclined');
    case 'offer.withdraw':
      return t('offerWithdrawn', { actor });
    case 'delegation.end':
      return t('delegationEnded', { actor });
    case 'duty.create':
      return t('dutyCreated', { actor });
    case 'duty.edit':
      return t('dutyEdited', { actor });
    case 'duty.end':
      return t('dutyEnded', { actor });
    case 'duty.resume':
      return t('dutyResumed', { actor });
    case 'note.write':
      return t('noteWritten', { actor });
    case 'note.remove':
      return t('noteRemoved', { actor });
    case 'deadlineWork.add':
      return t('workAdded', { actor });
    case 'deadlineWork.edit':
      return t('workEdited', { actor });
    case 'deadlineWork.settle':
      return t('workSettled', { actor });
    case 'deadlineWork.reopen':
      return t('workReopened', { actor });
    case 'deadlineWork.takeShare':
      return t('workShared', { actor });
    case 'transfer.propose':
      return t('transferProposed', { actor });
    case 'transfer.consent':
      if (!received || !released) return t('transferAgreed', { actor });
      return t(received.role === 'holder' ? 'passedOn' : 'standInPassedOn', {
        from: nameOf(released.personId),
        to: nameOf(received.personId),
      });
    case 'transfer.withdraw':
      return t('transferWithdrawn', { actor });
    case 'handover.start':
      return t('handoverStarted', { actor });
    case 'handover.change':
    case 'handover.write':
    case 'handover.tick':
      return t('handoverChanged', { actor });
    case 'handover.receive':
      return t('handoverReceiver', { actor });
    case 'handover.decline':
      return t('handoverDeclined', { actor });
    case 'handover.accept':
      if (!received || !released) return t('offerAccepted', { actor });
      return t(received.role === 'holder' ? 'passedOn' : 'standInPassedOn', {
        from: nameOf(released.personId),
        to: nameOf(received.personId),
      });
    case 'handover.return':
      return t(released?.role === 'substitute' ? 'standInEnded' : 'giveBack', { name: actor });
    case 'handover.withdraw':
      return t('handoverWithdrawn', { actor });
    case 'duo.propose':
      return t('duoProposed', { actor });
    case 'duo.agree':
      return t('duoAgreed', { actor });
    case 'duo.withdraw':
      return t('duoWithdrawn', { actor });
    case 'duo.plan':
      return t('duoPlanned', { actor });
    case 'duo.note':
      return t('noteWritten', { actor });
    case 'duo.session':
      return t('duoSession', { actor });
    case 'duo.end':
      return t('duoEnded', { actor });
    case 'leaveIntent.plan':
      return t('leave', { actor });
    case 'leaveIntent.withdraw':
      return t('leaveWithdrawn', { actor });
    case 'membership.end':
      return t('left', { name: released ? nameOf(released.personId) : t('formerColleague') });
    case 'undo':
      return t('undo', { actor });
    case 'reset':
      return t('reset');
    case 'team.reorganise':
      return t('reorganised');
    case 'coverLevel.propose':
    case 'coverLevel.confirm':
    case 'coverLevel.decline':
    case 'coverLevel.withdraw':
    case 'coverLevel.stepBack':
    case 'coverLevel.keep':
    case 'occurrence.settle':
    case 'occurrence.move':
    case 'occurrence.reopen':
    case 'absence.plan':
    case 'absence.withdraw':
    case 'help.make':
    case 'help.accept':
    case 'help.release':
    case 'help.withdraw':
    case 'overload.record':
    case 'area.create':
    case 'area.rename':
    case 'area.remove':
    case 'obstacle.raise':
    case 'obstacle.withdraw':
    case 'obstacle.answer':
    case 'membership.start':
    case 'membership.change':
    case 'team.rename':
    case 'team.holidays':
    case 'person.rename':
      return t('other', { actor });
  }
};

const editSentence = ({ detail }: Entry, { t, format, actor }: Tools & { actor: string }): string => {
  const hours = (minutes: number) => format.number(minutes / 60, { maximumFractionDigits: 2 });
  const changed = fields.filter((field) => detail.changed?.includes(field)).map((field) => t(`field.${field}`));
  if (detail.minutesAWeek) {
    const [from, to] = detail.minutesAWeek;
    return t(changed.length === 0 ? 'hours' : 'hoursAndMore', {
      actor,
      from: hours(from),
      to: hours(to),
      what: format.list(changed),
    });
  }
  return changed.length === 0 ? t('other', { actor }) : t('edit', { actor, what: format.list(changed) });
};
