import type {
  DeadlineWorkRow,
  DutyRow,
  NoteRow,
  ResponsibilityRow,
  Rows,
  Entity,
  TeamSnapshot,
} from '@roer/domain/feed';
import { rowOfEdit } from '@roer/domain/offline-queue';
import type { QueuedCommand } from '@roer/domain/offline-queue';
import type { Side } from './conflict.ts';

/** What people wrote in one edit, field by field. */
export type Text = Readonly<Record<string, unknown>>;

type Kind = {
  ofInput: (input: never) => Text;
  ofRow: (row: never) => Text;
  /** The input with another text, for the version that is there now. */
  withText: (input: object, given: { text: Text; version: number }) => object;
};

const inText: Kind['withText'] = (input, given) => ({ ...input, ...given });

const kinds: Record<string, Kind> = {
  edit: {
    ofInput: ({ text }: { text: Text }) => text,
    ofRow: ({ areaId, title, purpose, criticality, minutesAWeek, season }: ResponsibilityRow) => ({
      areaId,
      title,
      purpose,
      criticality,
      minutesAWeek,
      season,
    }),
    withText: inText,
  },
  editDuty: {
    ofInput: ({ text }: { text: Text }) => text,
    ofRow: ({ title, schedules }: DutyRow) => {
      const last = schedules.at(-1);
      if (!last) return { title };
      const { rrule, start, dueTime, shift } = last;
      return { title, schedule: { rrule, start, dueTime, shift } };
    },
    withText: inText,
  },
  writeNote: {
    ofInput: ({ title, body, url }: NoteRow) => ({ title, body, url }),
    ofRow: ({ title, body, url }: NoteRow) => ({ title, body, url }),
    withText: (input, { text, version }) => ({ ...input, ...text, version }),
  },
  writeDuoNote: {
    ofInput: ({ title, body }: NoteRow) => ({ title, body }),
    ofRow: ({ title, body }: NoteRow) => ({ title, body }),
    withText: (input, { text, version }) => ({ ...input, ...text, version }),
  },
  editDeadlineWork: {
    ofInput: ({ text }: { text: Text }) => text,
    ofRow: ({ title, earliestStart, due, leastMinutes, likelyMinutes, mostMinutes }: DeadlineWorkRow) => ({
      title,
      earliestStart,
      due,
      leastMinutes,
      likelyMinutes,
      mostMinutes,
    }),
    withText: inText,
  },
};

export type Versions = {
  mine: Text;
  theirs: Text;
  /** What both changed, and differently; the rest fits together. */
  conflicts: string[];
  /** The input that keeps both, and of what does not fit together the chosen side. */
  inputWith: (side: Side) => object;
};

// In one order of keys, because a database may give another.
const said = (value: unknown): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? JSON.stringify(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : JSON.stringify(value ?? null);
const same = (one: unknown, other: unknown): boolean => said(one) === said(other);

/**
 * Both versions of an edit that came too late: what this person wrote, and what stands there now. Null for what is no
 * edit, or when what it is about is gone.
 */
export const versionsOf = (command: QueuedCommand, snapshot: TeamSnapshot): Versions | null => {
  const kind = kinds[command.name];
  const now = rowOfEdit(snapshot, command);
  if (!kind || !now || !('version' in now)) return null;
  const { seen, input } = command;
  // Which kind of row and input belongs to a name is what `kinds` and `rowOfEdit` say.
  const rowText = (row: Rows[Entity]): Text => kind.ofRow(row as never);
  const mine = kind.ofInput(input as never);
  const theirs = rowText(now);
  const base = seen ? rowText(seen) : theirs;
  const fields = Object.keys(mine);
  const conflicts = fields.filter(
    (field) =>
      !same(mine[field], base[field]) && !same(theirs[field], base[field]) && !same(mine[field], theirs[field]),
  );
  const merged = (side: Side): Text =>
    Object.fromEntries(
      fields.map((field) => {
        const isTheirs = conflicts.includes(field) ? side === 'theirs' : same(mine[field], base[field]);
        return [field, isTheirs ? theirs[field] : mine[field]];
      }),
    );
  return {
    mine,
    theirs,
    conflicts,
    inputWith: (side) => kind.withText(input, { text: merged(side), version: now.version }),
  };
};

/** What an edit wrote, for when there is nothing left to lay beside it; empty for what is no edit. */
export const textOfEdit = ({ name, input }: QueuedCommand): Text => kinds[name]?.ofInput(input as never) ?? {};
