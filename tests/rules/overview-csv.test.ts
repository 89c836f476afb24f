import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DutyRow, TeamSnapshot } from '@roer/domain/feed';
import type { DutyId, PersonId } from '@roer/domain/ids';
import { deriveBoard } from '@roer/domain/responsibilities/coverage';
import { csvText, overviewColumns, overviewCsv } from '@roer/domain/responsibilities/overview-csv';
import type { OverviewWords } from '@roer/domain/responsibilities/overview-csv';
import { aTeam, responsibility, theId, today } from './team-builder.ts';

const column = {
  area: 'Aandachtsgebied',
  title: 'Verantwoordelijkheid',
  purpose: 'Waarvoor',
  criticality: 'Belang',
  hours: 'Uren per week',
  holders: 'Draagt',
  substitutes: 'Vangt op',
  coverage: 'Dekking',
  duties: 'Terugkerende taken',
};
const words: OverviewWords = {
  column,
  criticality: (level) => `belang ${level}`,
  coverage: ({ coverage }) => coverage.state,
  duty: ({ title }) => `${title}: elke maandag`,
  nameOf: (personId: PersonId) => `Person ${Number(personId.slice(-12))}`,
  separator: ';',
  decimal: ',',
};
const duty = (number: number, changed: Partial<DutyRow> = {}): DutyRow => ({
  // The brand exists only for the compiler.
  id: `00000098-0000-7000-8000-${String(number).padStart(12, '0')}` as DutyId,
  responsibilityId: theId('responsibility', 1),
  title: `Duty ${number}`,
  schedules: [{ from: today, rrule: 'FREQ=WEEKLY;BYDAY=MO', start: today, dueTime: null, shift: 'none' }],
  endedOn: null,
  version: 1,
  ...changed,
});
const csvOf = (snapshot: TeamSnapshot, changed: Partial<OverviewWords> = {}): string =>
  overviewCsv({ board: deriveBoard(snapshot, { today }), snapshot, today }, { ...words, ...changed });
const read = (csv: string, delimiter = ';'): Record<string, string>[] =>
  parse(csv, { bom: true, columns: true, delimiter });

describe('the overview as a file', () => {
  const facts: TeamSnapshot = {
    ...aTeam({
      people: 3,
      responsibilities: [
        responsibility(1, { title: 'Legesberekening', purpose: 'Regel 1;\n"regel" 2', minutesAWeek: 390 }),
        responsibility(2, { title: 'Archief', criticality: 3, minutesAWeek: 20 }),
        responsibility(3, { title: 'Gesloten', closedOn: today }),
      ],
      carried: [
        { person: 1, share: 60 },
        { person: 2, share: 40, from: '2026-03-02' },
        { person: 3, role: 'substitute' },
      ],
    }),
    duty: Object.fromEntries([duty(2), duty(1), duty(3, { endedOn: today })].map((row) => [row.id, row] as const)),
  };

  it('R1.11 tells of every open responsibility once what the board says, and reads back as it was', () => {
    expect(read(csvOf(facts))).toEqual([
      {
        [column.area]: 'Area',
        [column.title]: 'Archief',
        [column.purpose]: '',
        [column.criticality]: 'belang 3',
        [column.hours]: '0,33',
        [column.holders]: '',
        [column.substitutes]: '',
        [column.coverage]: 'gap',
        [column.duties]: '',
      },
      {
        [column.area]: 'Area',
        [column.title]: 'Legesberekening',
        [column.purpose]: 'Regel 1;\n"regel" 2',
        [column.criticality]: 'belang 2',
        [column.hours]: '6,5',
        [column.holders]: 'Person 1 (60%), Person 2 (40%)',
        [column.substitutes]: 'Person 3',
        [column.coverage]: 'covered',
        [column.duties]: 'Duty 1: elke maandag; Duty 2: elke maandag',
      },
    ]);
  });

  it('R1.11 says what it is to office programs: a byte order mark, lines that end as RFC 4180 asks', () => {
    const csv = csvOf(facts);
    expect(csv.startsWith('\uFEFFAandachtsgebied;')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv).toContain(';"Regel 1;\n""regel"" 2";');
    expect(csvOf(aTeam({ responsibilities: [] }))).toBe(
      `\uFEFF${overviewColumns.map((key) => column[key]).join(';')}\r\n`,
    );
  });

  it('R1.11 speaks the dialect of the reader’s language', () => {
    const [, row] = read(csvOf(facts, { separator: ',', decimal: '.' }), ',');
    expect(row).toMatchObject({ [column.hours]: '6.5', [column.holders]: 'Person 1 (60%), Person 2 (40%)' });
  });

  it.each(["=cmd|' /C calc'!A0", '+31 6 1234', '-1+1', '@SUM(A1)', '\tx', '\rx', '\nx', '=HYPERLINK("http://evil")'])(
    'R1.12 a cell %j is no formula',
    (title) => {
      const csv = csvText([[title, 'b']], ';');
      const [cells] = parse(csv, { bom: true, delimiter: ';' }) as string[][];
      expect(cells).toEqual([`'${title}`, 'b']);
      expect(csv).not.toMatch(/(?:^\uFEFF|;|\n)"?[=+\-@\t\r]/);
    },
  );

  it('R1.12 a title that would start a program does not, wherever people write', () => {
    const evil = "=cmd|' /C calc'!A0";
    const hostile = {
      ...facts,
      area: { [theId('area', 1)]: { id: theId('area', 1), name: evil, order: 0 } },
      responsibility: { [theId('responsibility', 1)]: responsibility(1, { title: evil, purpose: evil }) },
      duty: { [duty(1).id]: duty(1, { title: evil }) },
    };
    const [row] = read(csvOf(hostile, { nameOf: () => evil, duty: ({ title }) => title }));
    for (const cell of Object.values(row ?? {})) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(row?.[column.title]).toBe(`'${evil}`);
  });

  it.each([';', ',', '\t'])('R1.12 nor is a part of one, to a program that separates by %j', (delimiter) => {
    const texts = ['a;=1+1', 'b,=1+1', 'c, @x', 'd\t+1', 'e\n=1+1', 'f, -x', 'gewoon, met - streep en a=b'];
    const csv = csvText([texts], ';');
    // As a program sees it that knows nothing of our quotes.
    const cells = csv
      .slice(1)
      .replaceAll('"', '')
      .split(/[\r\n]/)
      .flatMap((line) => line.split(delimiter));
    for (const cell of cells) expect(cell.trimStart()).not.toMatch(/^[=+\-@]/);
    expect(csv).toContain('gewoon, met - streep en a=b');
  });

  it('R1.11 whatever people wrote comes back, but for apostrophes before what would count', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('"', ';', '\r\n', '=', "'", ' a ', ''),
    );
    const calm = (text: string) => text.replaceAll("'", '');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }),
        fc.constantFrom(';', ','),
        (lines, delimiter) => {
          const record_delimiter = ['\r\n'];
          const back = parse(csvText(lines, delimiter), { bom: true, delimiter, record_delimiter }) as string[][];
          expect(back.map((cells) => cells.map(calm))).toEqual(lines.map((cells) => cells.map(calm)));
        },
      ),
    );
  });
});
