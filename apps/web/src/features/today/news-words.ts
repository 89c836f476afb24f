import type { useFormatter, useTranslations } from 'use-intl';
import type { AssignmentRow, RowChange, TeamSnapshot } from '@roer/domain/feed';
import { addDays, middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import type { NetChange } from './net-changes.ts';

export type NewsTools = {
  t: ReturnType<typeof useTranslations<'news'>>;
  format: ReturnType<typeof useFormatter>;
  snapshot: TeamSnapshot;
  me: PersonId;
  today: LocalDate;
  nameOf: (personId: PersonId) => string;
  /** What I carry or stand in for: of other work a routine tick is no news. */
  isMine: (responsibilityId: ResponsibilityId) => boolean;
};

/** What one change is about: a responsibility, or the team as a whole. */
export type NewsTopic = 'team' | 'presence' | 'help' | 'obstacle';
export type NewsAbout = ResponsibilityId | NewsTopic;
export const isTopic = (about: NewsAbout): about is NewsTopic =>
  about === 'team' || about === 'presence' || about === 'help' || about === 'obstacle';
export type NewsLine = { about: NewsAbout; words: string; at: number; seq: number };

/**
 * What changed, in words (rule S4): never who was active, a name only where it is about who carries or is there. Newest
 * first; what asks nothing of anybody is left out.
 */
export const newsLines = (changes: readonly NetChange[], tools: NewsTools): NewsLine[] => {
  const passed = passedOn(changes, tools);
  const told = changes.flatMap(({ change, at, seq }): NewsLine[] => {
    if (change.entity === 'assignment' && passed.ids.has(rowOf(change).id)) return [];
    const line = lineOf(change, tools);
    return line ? [{ ...line, at, seq }] : [];
  });
  return [...told, ...passed.lines].toSorted((one, other) => other.seq - one.seq);
};

type Assigned = Extract<RowChange, { entity: 'assignment' }>;
const rowOf = ({ before, after }: Assigned): AssignmentRow => {
  const row = after ?? before;
  if (!row) throw new Error('A change needs a row.');
  return row;
};

/** Where one person's place went to one other: "van Dirk-Jan naar Joost" instead of two lines. With the ids of both rows. */
const passedOn = (changes: readonly NetChange[], tools: NewsTools): { ids: ReadonlySet<string>; lines: NewsLine[] } => {
  const ids = new Set<string>();
  const lines: NewsLine[] = [];
  const assigned = changes.flatMap(({ change, ...when }) =>
    change.entity === 'assignment' ? { change, ...when } : [],
  );
  for (const ended of assigned) {
    const from = rowOf(ended.change);
    if (from.until === null) continue;
    const begun = assigned.filter(({ change, seq }) => {
      const row = rowOf(change);
      const isSame = row.responsibilityId === from.responsibilityId && row.role === from.role;
      return isSame && seq === ended.seq && change.before === null && row.until === null;
    });
    const [one, ...more] = begun;
    if (!one || more.length > 0) continue;
    const to = rowOf(one.change);
    const words = tools.t(`passedOn.${from.role}`, namesOf(from.personId, to.personId, tools));
    ids.add(from.id).add(to.id);
    lines.push({ about: from.responsibilityId, words, at: ended.at, seq: ended.seq });
  }
  return { ids, lines };
};

type Line = Pick<NewsLine, 'about' | 'words'>;

const lineOf = (change: RowChange, tools: NewsTools): Line | null => {
  switch (change.entity) {
    case 'assignment':
      return assignmentLine(change, tools);
    case 'delegation':
      return delegationLine(change, tools);
    case 'responsibility':
      return responsibilityLine(change, tools);
    case 'duty':
      return dutyLine(change, tools);
    case 'occurrence':
      return occurrenceLine(change, tools);
    case 'note':
      return noteLine(change, tools);
    case 'absence':
      return absenceLine(change, tools);
    case 'help':
      return helpLine(change, tools);
    case 'member':
      return memberLine(change, tools);
    case 'deadlineWork':
      return deadlineWorkLine(change, tools);
    case 'obstacle':
      return obstacleLine(change, tools);
    case 'transfer':
      return transferLine(change, tools);
    case 'handover':
      return handoverLine(change, tools);
    case 'duo':
      return duoLine(change, tools);
    case 'coverLevel':
      return coverLine(change, tools);
    case 'leaveIntent':
      return leaveLine(change, tools);
    case 'team':
    case 'area':
    case 'offer':
    case 'overload':
      // Names of places ask nothing; what was offered stands among what asks an answer, and what came of it tells itself.
      return null;
  }
};

type Of<E extends RowChange['entity']> = Extract<RowChange, { entity: E }>;

/** From whom to whom, in a sentence that is about neither. */
const namesOf = (from: PersonId, to: PersonId, { t, nameOf, me }: NewsTools): { from: string; to: string } => {
  const name = (personId: PersonId): string => (personId === me ? t('you') : nameOf(personId));
  return { from: name(from), to: name(to) };
};

const dayOf = (date: LocalDate, { format }: NewsTools): string =>
  format.dateTime(middayOf(date), { weekday: 'long', day: 'numeric', month: 'short' });

const assignmentLine = (change: Of<'assignment'>, { t, nameOf, me }: NewsTools): Line => {
  const { before, after } = change;
  const row = rowOf(change);
  const who = { who: row.personId === me ? 'me' : 'other', name: nameOf(row.personId) };
  const words =
    after === null || after.until !== null
      ? t(`carriesNoMore.${row.role}`, who)
      : before && before.sharePercent !== after.sharePercent
        ? t('share', { ...who, share: after.sharePercent })
        : t(`carries.${row.role}`, who);
  return { about: row.responsibilityId, words };
};

const delegationLine = ({ before, after }: Of<'delegation'>, tools: NewsTools): Line | null => {
  const row = after ?? before;
  if (!row) return null;
  const { t, today } = tools;
  const names = namesOf(row.fromPersonId, row.toPersonId, tools);
  const isOver = after === null || after.until <= today;
  if (isOver && before === null) return null;
  const days = { first: dayOf(row.from, tools), last: dayOf(addDays(row.until, -1), tools) };
  const words = isOver
    ? t('isBack', names)
    : t(row.from > today ? 'forAWhileLater' : 'forAWhile', { ...names, ...days });
  return { about: row.responsibilityId, words };
};

/** What was agreed on tells itself; that it is off is told to who proposed it, and not by whom. */
const transferLine = ({ before, after }: Of<'transfer'>, { t, me }: NewsTools): Line | null => {
  const about = after?.items[0]?.responsibilityId;
  const isOff = before?.state === 'open' && after?.state === 'withdrawn' && after.proposedBy === me;
  return isOff && about !== undefined ? { about, words: t('transfer.off') } : null;
};

/** Who it waits for stands among what asks an answer; what came of it tells itself. */
const handoverLine = ({ before, after }: Of<'handover'>, tools: NewsTools): Line | null => {
  if (!after) return null;
  const { responsibilityId: about, giver, receiver, state } = after;
  const { t, me } = tools;
  const { from, to } = namesOf(giver, receiver ?? giver, tools);
  const isMine = giver === me || receiver === me;
  if (state === 'withdrawn') return before && isMine ? { about, words: t('handover.keeps', { from }) } : null;
  if (state !== 'open') return null;
  if (!before) {
    if (receiver === me) return null;
    return { about, words: receiver === null ? t('handover.seeks', { from }) : t('handover.started', { from, to }) };
  }
  if (giver !== me || before.receiver === receiver) return null;
  return { about, words: receiver === null ? t('handover.seeksAgain') : t('handover.offers', { to }) };
};

/** Only who proposed it hears that the other joins: it is nobody else's news. */
const duoLine = ({ before, after }: Of<'duo'>, { t, nameOf, me }: NewsTools): Line | null => {
  if (after?.state !== 'running' || before?.state !== 'proposed' || after.proposedBy !== me) return null;
  const name = nameOf(after.giver === me ? after.receiver : after.giver);
  return { about: after.responsibilityId, words: t('duo.agreed', { name }) };
};

/** Steps up are told; who goes a step back, or did it once more, is nobody's news. */
const coverLine = ({ before, after }: Of<'coverLevel'>, { t, nameOf, me }: NewsTools): Line | null => {
  const state = after?.state;
  if (!after?.level || before?.state === state || (state !== 'proposed' && state !== 'confirmed')) return null;
  if (after.confirmedBy === after.personId) return null;
  const who = { who: after.personId === me ? 'me' : 'other', name: nameOf(after.personId) };
  return { about: after.responsibilityId, words: t(`cover.${state}`, { ...who, level: after.level }) };
};

const leaveLine = ({ after }: Of<'leaveIntent'>, tools: NewsTools): Line | null => {
  if (!after) return null;
  const { t, nameOf, me } = tools;
  const who = { who: after.personId === me ? 'me' : 'other', name: nameOf(after.personId) };
  return { about: after.responsibilityId, words: t('leave', { ...who, date: dayOf(after.before, tools) }) };
};

const responsibilityLine = ({ before, after }: Of<'responsibility'>, { t, format }: NewsTools): Line | null => {
  if (!after) return null;
  const words = !before
    ? t('created')
    : before.closedOn !== after.closedOn
      ? t(after.closedOn === null ? 'reopened' : 'closed')
      : before.minutesAWeek !== after.minutesAWeek
        ? t('hours', { hours: format.number(after.minutesAWeek / 60, { maximumFractionDigits: 1 }) })
        : t('edited');
  return { about: after.id, words };
};

const dutyLine = ({ before, after }: Of<'duty'>, { t }: NewsTools): Line | null => {
  if (!after) return null;
  const { title, endedOn } = after;
  const kind = !before ? 'created' : before.endedOn === endedOn ? 'edited' : endedOn === null ? 'resumed' : 'ended';
  return { about: after.responsibilityId, words: t(`duty.${kind}`, { title }) };
};

const occurrenceLine = ({ before, after }: Of<'occurrence'>, tools: NewsTools): Line | null => {
  const row = after ?? before;
  const { t, snapshot, isMine } = tools;
  const duty = row && snapshot.duty[row.dutyId];
  if (!row || !duty || !isMine(row.responsibilityId)) return null;
  const about = row.responsibilityId;
  const { title } = duty;
  if (after?.state === 'done') return { about, words: t('occurrence.done', { title }) };
  if (after?.state === 'skipped') {
    const words = t('occurrence.skipped', { title });
    return { about, words: after.reason === '' ? words : `${words} ${t('because', { reason: after.reason })}` };
  }
  if (before && before.state !== 'open') return { about, words: t('occurrence.reopened', { title }) };
  const date = dayOf(after?.movedTo ?? row.recurrenceDate, tools);
  return { about, words: t('occurrence.moved', { title, date }) };
};

const noteLine = ({ before, after }: Of<'note'>, { t }: NewsTools): Line | null => {
  const row = after ?? before;
  if (!row) return null;
  const kind = !before ? 'written' : after ? 'edited' : 'removed';
  return { about: row.responsibilityId, words: t(`note.${kind}`, { title: row.title }) };
};

const deadlineWorkLine = ({ before, after }: Of<'deadlineWork'>, tools: NewsTools): Line | null => {
  const row = after ?? before;
  if (!row) return null;
  const { t } = tools;
  const { responsibilityId: about, title } = row;
  if (!after) return { about, words: t('work.removed', { title }) };
  const given = { title, due: dayOf(after.due, tools) };
  if (before && before.doneOn !== after.doneOn)
    return { about, words: t(after.doneOn === null ? 'work.reopened' : 'work.done', given) };
  if (after.doneOn !== null) return null;
  const kind = !before ? 'added' : before.version === after.version ? 'shared' : 'edited';
  return { about, words: t(`work.${kind}`, given) };
};

const absenceLine = ({ after, before }: Of<'absence'>, tools: NewsTools): Line | null => {
  const row = after ?? before;
  const { t, nameOf, today, me } = tools;
  if (!row || row.until <= today || row.personId === me) return null;
  const [from, last] = [dayOf(row.from, tools), dayOf(addDays(row.until, -1), tools)];
  const given = { name: nameOf(row.personId), from, last };
  if (!after) return { about: 'presence', words: t('absence.back', given) };
  return { about: 'presence', words: t(from === last ? 'absence.day' : 'absence.days', given) };
};

const helpLine = ({ before, after }: Of<'help'>, { t, nameOf, me, today }: NewsTools): Line | null => {
  if (!after || after.expiresOn <= today) return null;
  const about = after.responsibilityId ?? 'help';
  const { text, kind } = after;
  if (after.state === 'accepted' && after.acceptedBy !== null)
    return after.personId === me
      ? { about, words: t(`help.mine.${kind}`, { name: nameOf(after.acceptedBy), text }) }
      : null;
  if (after.state !== 'open') return null;
  return { about, words: t(before ? 'help.again' : `help.${kind}`, { text }) };
};

const memberLine = ({ before, after }: Of<'member'>, { t, nameOf, me }: NewsTools): Line | null => {
  const row = after ?? before;
  if (!row || row.personId === me) return null;
  const isIn = after !== null && after.until === null;
  if (isIn && before) return null;
  const name = isIn ? nameOf(row.personId) : row.name;
  return { about: 'team', words: t(isIn ? 'joined' : 'left', { name }) };
};

/** Who answered is no colleague and signed it; who of the team wrote it down is nobody's news. */
const obstacleLine = ({ before, after }: Of<'obstacle'>, { t, nameOf }: NewsTools): Line | null => {
  if (!after) return null;
  const { title, state, answer, addressedTo, addressedName } = after;
  const about = 'obstacle';
  if (answer && !before?.answer)
    return { about, words: t('obstacle.answered', { name: answer.byName || nameOf(answer.by), title }) };
  if (state === 'withdrawn') return before ? { about, words: t('obstacle.withdrawn', { title }) } : null;
  // Somebody has another name: that is no news. Who was erased has none (rule MD7).
  return before ? null : { about, words: t('obstacle.raised', { name: addressedName || nameOf(addressedTo), title }) };
};
