import type { useFormatter, useTranslations } from 'use-intl';
import type { Delivery, RowChange } from '@roer/domain/feed';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';

export type ChangeTranslator = ReturnType<typeof useTranslations<'responsibilities.change'>>;
type NameOf = (personId: PersonId) => string;
type Told = { id: ResponsibilityId; words: string; rank: number };

/**
 * What a colleague changed, per responsibility, in the words that stand in its row: who carries it now before who no
 * longer does, before how it is described, before what was done of it.
 */
export const changeWords = (
  delivery: Delivery,
  tools: { t: ChangeTranslator; nameOf: NameOf; format: ReturnType<typeof useFormatter> },
): Map<ResponsibilityId, string> => {
  const told = delivery.changes.flatMap((change) => tell(change, delivery, tools) ?? []);
  const words = new Map<ResponsibilityId, string>();
  for (const { id, words: text } of told.toSorted((one, other) => other.rank - one.rank)) words.set(id, text);
  return words;
};

const tell = (
  change: RowChange,
  { actorId }: Delivery,
  { t, nameOf, format }: Parameters<typeof changeWords>[1],
): Told | null => {
  if (change.entity === 'assignment' && change.after) {
    const { before, after } = change;
    const id = after.responsibilityId;
    const name = nameOf(after.personId);
    if (after.until !== null)
      return { id, rank: 2, words: t(after.role === 'holder' ? 'carriesNoMore' : 'standsInNoMore', { name }) };
    if (before && before.until === null) return { id, rank: 1, words: t('share', { name, share: after.sharePercent }) };
    return { id, rank: 0, words: t(after.role === 'holder' ? 'carries' : 'standsIn', { name }) };
  }
  if (change.entity === 'delegation' && change.after && change.before?.sharePercent !== change.after.sharePercent)
    return {
      id: change.after.responsibilityId,
      rank: 0,
      words: t('forAWhile', { name: nameOf(change.after.toPersonId) }),
    };
  if (change.entity === 'delegation' && change.after)
    return {
      id: change.after.responsibilityId,
      rank: 3,
      words: t('backWith', { name: nameOf(change.after.fromPersonId) }),
    };
  if (change.entity === 'offer' && change.after?.state === 'open') {
    return { id: change.after.responsibilityId, rank: 3, words: t('offered', { name: nameOf(actorId) }) };
  }
  if (change.entity === 'responsibility' && change.after) {
    const { before, after } = change;
    const name = nameOf(actorId);
    if (!before) return { id: after.id, rank: 0, words: t('created', { name }) };
    if (before.closedOn === null && after.closedOn !== null)
      return { id: after.id, rank: 0, words: t('closed', { name }) };
    if (before.closedOn !== null && after.closedOn === null)
      return { id: after.id, rank: 0, words: t('reopened', { name }) };
    if (before.minutesAWeek !== after.minutesAWeek)
      return { id: after.id, rank: 4, words: t('hours', { name, hours: format.number(after.minutesAWeek / 60) }) };
    return { id: after.id, rank: 4, words: t('edited', { name }) };
  }
  if (change.entity === 'occurrence') {
    const row = change.after ?? change.before;
    const isDone = change.after?.state === 'done';
    return row && { id: row.responsibilityId, rank: 5, words: t(isDone ? 'dateDone' : 'dateChanged') };
  }
  if (change.entity === 'duty' && change.after)
    return { id: change.after.responsibilityId, rank: 5, words: t('duties') };
  if (change.entity === 'note' && change.after && !change.before)
    return { id: change.after.responsibilityId, rank: 5, words: t('note') };
  if (change.entity === 'deadlineWork') {
    const row = change.after ?? change.before;
    const isDone = change.after !== null && change.after.doneOn !== null;
    return row && { id: row.responsibilityId, rank: 5, words: t(isDone ? 'workDone' : 'work') };
  }
  if (change.entity === 'delegation' && change.after && !change.before) {
    const { responsibilityId, toPersonId } = change.after;
    return { id: responsibilityId, rank: 0, words: t('carries', { name: nameOf(toPersonId) }) };
  }
  return null;
};
