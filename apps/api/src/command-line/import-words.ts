import type { CatalogueProblem, CatalogueProblemCode } from '@roer/domain/organisation/catalogue-problem';
import type { ImportField, ImportProblem, ImportReason } from '@roer/domain/organisation/import-fields';

// What the pages say of a file, in the same words: a test holds each of these against the English of the web.

const fields: Readonly<Record<ImportField, string>> = {
  name: 'Name',
  email: 'E-mail address',
  team: 'Team',
  domain: 'Domain',
  hours: 'Hours a week',
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
  home: 'Home team',
  from: 'From',
  area: 'Area',
  title: 'Responsibility',
  purpose: 'Purpose',
  criticality: 'Importance',
  holders: 'Holder',
  substitutes: 'Substitute',
};

const reasons: Readonly<Record<ImportReason, string>> = {
  tooLarge: 'The file is too large, or becomes too large when we unpack it. Split it into two files.',
  unreadable: 'This file is damaged or cannot be read. Save it again as CSV UTF-8 or as xlsx.',
  noRows: 'There are no rows in it. Put one line per row under the headers.',
  tooManyRows: 'There are too many rows in it. Split it into two files.',
  tooManyColumns: 'There are too many columns in it. Remove what is not needed.',
  oldSpreadsheet: 'This is an old Excel file (xls). Save it as xlsx or CSV.',
  protectedSpreadsheet: 'This file has a password. Save a copy without it.',
  notAFile: 'This is not a CSV or Excel file.',
  missingColumn: 'No column was chosen for {field}.',
  doubledColumn: 'The same column was chosen twice, also for {field}.',
  wrongFieldCount: 'The number of fields differs from the header ({value}).',
  formula: 'There is a formula here. Paste its result as a value.',
  empty: '{field} is empty.',
  tooLong: 'The text is too long.',
  badEmail: '“{value}” is not an e-mail address.',
  badHours: '“{value}” is not a number of hours. Write for example 7.5 or 7:30.',
  hoursAboveWeek: '“{value}” is more than fits in a week or a day.',
  hoursDisagree: 'The hours of the days do not add up to the hours of the week ({value}).',
  badYesNo: '“{value}” is not yes or no.',
  badDate: '“{value}” is not a date. Write for example 2026-09-01.',
  dateInFuture: '“{value}” lies in the future. An import cannot do that yet.',
  badCriticality: '“{value}” is not an importance. Write 1, 2 or 3.',
  badShare: '“{value}” is not a share. Write for example Esra 60%, Bas 40%.',
  sharesAbove100: 'The shares are more than 100% together ({value}).',
  unknownTeam: 'Roer knows no team “{value}”. Make it first under Structure.',
  unknownDomain: 'Roer knows no domain “{value}”.',
  ambiguousTeam: 'Several teams are called “{value}”. Add the domain.',
  unknownPerson: 'Roer does not know “{value}”. Import the people first.',
  notInTeam: '“{value}” is not in this team.',
  ambiguousPerson: 'Several people are called “{value}”. Use the e-mail address.',
  doubledPerson: '“{value}” is here twice.',
  otherRole: '“{value}” has another role here already.',
  handedOver: '“{value}” is handing this over. Wait until that is settled.',
  ambiguousTitle: 'Several are called “{value}” in this team.',
  doubledRow: 'Row {line} is about the same.',
  sameName: 'On row {line} somebody with another e-mail address has the same name in this team.',
  nameDiffers: 'On row {line} this e-mail address has another name.',
  emailTaken: '“{value}” can no longer be used.',
  homeElsewhere: 'This person already has another home team.',
  earlierMembership: 'This person was here before, until after this date.',
};

const missing: Readonly<Record<string, string>> = {
  id: 'the number (id)',
  parent: 'what is above it (parent_id)',
  name: 'the name (name)',
  kind: 'the kind (type)',
};
const doubled: Readonly<Record<string, string>> = {
  id: 'the number',
  parent: 'what is above it',
  name: 'the name',
  kind: 'the kind',
};

const codes: Readonly<Record<CatalogueProblemCode, string | ((value: string) => string)>> = {
  tooLarge: 'The file is larger than 5 MB. Split it into two files, or remove columns you do not need.',
  unreadable:
    'This is not readable text, or a quotation mark is missing. Save the list as “CSV UTF-8” and choose it again.',
  missingColumn: (value) =>
    `There is no column for ${missing[value] ?? 'the description (description)'}. Put that heading on the first line.`,
  doubledColumn: (value) => `There are two columns for ${doubled[value] ?? 'the description'}. Remove one of them.`,
  noRows: 'There are no rows in it. Put one entry on each line below the headings.',
  tooManyRows: 'There are too many rows. More than 20,000 cannot go in at once: split it into two files.',
  wrongFieldCount: 'The number of fields is not the same as in the first line (found/expected: {value}).',
  emptyId: 'The number is empty.',
  emptyName: 'The name is empty.',
  tooLong: 'The text is too long.',
  doubledId: 'The same number is also on line {line}.',
  unknownParent: '“{value}” should be above it, but cannot be found.',
  circularParents: 'Through “{value}” this row ends up below itself.',
  parentSkipped: '“{value}” is above it and is skipped.',
};

const filled = (
  words: string,
  values: { field?: string; value?: string | undefined; line?: number | undefined },
): string =>
  words.replaceAll(/\{(field|value|line)\}/g, (_, name: 'field' | 'value' | 'line') => String(values[name] ?? ''));

const placed = (
  words: string,
  { line, column }: { line: number | null; column: string | null },
  row: string,
): string => {
  if (line === null) return words;
  return column === null ? `${row} ${line}: ${words}` : `${row} ${line}, column ${column}: ${words}`;
};

/** A problem of a file with people or responsibilities, as a sentence. */
export const wordsOfImportProblem = ({ line, column, field, reason, value, otherLine }: ImportProblem): string =>
  placed(
    filled(reasons[reason], { field: field ? fields[field] : '', value, line: otherLine }),
    { line, column },
    'Row',
  );

/** A problem of a file with a catalogue, as a sentence. */
export const wordsOfCatalogueProblem = ({ line, column, code, value, otherLine }: CatalogueProblem): string => {
  const words = codes[code];
  const sentence = typeof words === 'string' ? filled(words, { value, line: otherLine }) : words(value ?? '');
  return placed(sentence, { line, column }, 'Line');
};
