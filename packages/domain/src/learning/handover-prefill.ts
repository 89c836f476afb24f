import type { TeamSnapshot } from '../feed.ts';
import { countedLevel } from './counted-level.ts';
import { isIndependent } from './cover-level.ts';
import type { HandoverItem } from './handover-rows.ts';
import type { PersonId, ResponsibilityId } from '../ids.ts';
import type { AssignmentRow } from '../feed.ts';
import type { LocalDate } from '../dates.ts';
import { dutiesOf } from '../responsibilities/facts.ts';
import { receivable } from '../responsibilities/move-share.ts';
import { notesOf } from '../responsibilities/notes.ts';

export type Prefilled = Pick<HandoverItem, 'kind' | 'subjectId' | 'text'>;

/**
 * What there is to hand over of a responsibility (rule R6.1), from what the team keeps about it: duties that recur, work with a date that is not
 * done, notes and links. `text` is what each is called now, for when it is no longer there.
 */
export const prefilledItems = (facts: TeamSnapshot, responsibilityId: ResponsibilityId): Prefilled[] => [
  ...dutiesOf(facts, responsibilityId)
    .toSorted((one, other) => one.title.localeCompare(other.title, 'nl'))
    .map(({ id, title }): Prefilled => ({ kind: 'duty', subjectId: id, text: title })),
  ...Object.values(facts.deadlineWork)
    .filter((work) => work.responsibilityId === responsibilityId && work.doneOn === null)
    .toSorted((one, other) => one.due.localeCompare(other.due))
    .map(({ id, title }): Prefilled => ({ kind: 'deadlineWork', subjectId: id, text: title })),
  ...notesOf(facts, responsibilityId).map(({ id, title, url }): Prefilled => ({
    kind: url === null ? 'note' : 'link',
    subjectId: id,
    text: title,
  })),
];

/** What came after the list was made, and is not on it (rule R6.3). */
export const notListed = (
  facts: TeamSnapshot,
  handover: { responsibilityId: ResponsibilityId; items: readonly HandoverItem[] },
): Prefilled[] => {
  const listed = new Set(handover.items.map(({ subjectId }) => subjectId));
  return prefilledItems(facts, handover.responsibilityId).filter(({ subjectId }) => !listed.has(subjectId));
};

/** What a line is called now; its own text when what it is about is no longer there, or is its own. */
export const titleOfItem = (facts: TeamSnapshot, { kind, subjectId, text }: HandoverItem): string => {
  if (subjectId === null) return text;
  if (kind === 'duty') return facts.duty[subjectId]?.title ?? text;
  if (kind === 'deadlineWork') return facts.deadlineWork[subjectId]?.title ?? text;
  return facts.note[subjectId]?.title ?? text;
};

/** `canAlone`: they can do it without anybody beside them (rule L1.6). */
export type Candidate = { personId: PersonId; standsIn: boolean; canAlone: boolean };

/** Who of the team can receive it: first who can do it alone, of those who stands in before others; then the rest; by name (rule R6.2). */
export const candidatesFor = (facts: TeamSnapshot, assignment: AssignmentRow, today: LocalDate): Candidate[] => {
  const { responsibilityId } = assignment;
  return Object.values(facts.member)
    .filter(({ personId }) => personId !== assignment.personId && canHave(facts, { assignment, personId }, today))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
    .map(({ personId }) => ({
      personId,
      standsIn: Object.values(facts.assignment).some(
        (row) => row.responsibilityId === responsibilityId && row.personId === personId && row.role === 'substitute',
      ),
      canAlone: isIndependent(countedLevel(facts, { responsibilityId, personId, today })),
    }))
    .toSorted((one, other) => nearness(other) - nearness(one));
};

const nearness = ({ canAlone, standsIn }: Candidate): number => Number(canAlone) * 2 + Number(standsIn);

const canHave = (
  facts: TeamSnapshot,
  given: { assignment: AssignmentRow; personId: PersonId },
  today: LocalDate,
): boolean => {
  try {
    receivable(facts, { ...given, until: null }, today);
    return true;
  } catch {
    return false;
  }
};
