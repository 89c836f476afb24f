import type { ImportContext } from '@roer/domain/organisation/import-people';
import { readImportFile } from '@roer/api/features/organisation/import-file';
import type { ImportKind, ImportMapping } from '@roer/domain/organisation/import-fields';
import { planPeopleImport } from '@roer/domain/organisation/import-people';
import type { PeopleFacts } from '@roer/domain/organisation/import-people';
import type { ImportPlan } from '@roer/domain/organisation/import-plan';
import { planResponsibilitiesImport } from '@roer/domain/organisation/import-responsibilities';
import type { ResponsibilityFacts } from '@roer/domain/organisation/import-responsibilities';
import { writeTable } from './catalogue-samples.ts';

const today = '2026-11-23';
// Ids of samples; the brand exists only for the compiler.
const id = <Branded extends string>(text: string): Branded => text as Branded;

export const readImport = (bytes: Uint8Array, kind: ImportKind) =>
  readImportFile(Buffer.from(bytes), { kind, sheet: undefined });

const context = (skipWrongRows: boolean): ImportContext => {
  let made = 0;
  return { today, skipWrongRows, newId: () => `+${(made += 1)}` };
};

export const noPeople: PeopleFacts = {
  teams: [
    { id: id('t1'), name: 'Vergunningen', domain: 'Ruimte' },
    { id: id('t2'), name: 'Groen', domain: 'Ruimte' },
    { id: id('t3'), name: 'Balie', domain: 'Ruimte' },
    { id: id('t4'), name: 'Balie', domain: 'Zorg' },
  ],
  people: [
    { id: id('ada'), name: 'Ada Yilmaz', email: 'ada@water.example', erased: false },
    { id: id('gone'), name: '', email: 'gone@water.example', erased: true },
  ],
  memberships: [
    {
      id: id('m1'),
      personId: id('ada'),
      teamId: id('t1'),
      home: true,
      from: '2024-01-01',
      until: null,
      minutesByWeekday: [480, 480, 480, 480, 240, 0, 0],
    },
    {
      id: id('m0'),
      personId: id('ada'),
      teamId: id('t2'),
      home: false,
      from: '2023-01-01',
      until: '2026-01-01',
      minutesByWeekday: [0, 0, 0, 0, 0, 0, 0],
    },
  ],
};

export const someWork: ResponsibilityFacts = {
  teams: noPeople.teams,
  members: [
    { teamId: id('t1'), personId: id('ada'), name: 'Ada Yilmaz', email: 'ada@water.example' },
    { teamId: id('t1'), personId: id('ben'), name: 'Ben de Boer', email: 'ben@water.example' },
    { teamId: id('t1'), personId: id('jan'), name: 'Jan Smit', email: 'jan@water.example' },
    { teamId: id('t1'), personId: id('jan2'), name: 'Jan Smit', email: 'jan.smit@water.example' },
    { teamId: id('t1'), personId: id('comma'), name: 'Kaya, Esra', email: 'esra@water.example' },
    { teamId: id('t2'), personId: id('dina'), name: 'Dina Amrani', email: 'dina@water.example' },
  ],
  people: [
    { name: 'Ada Yilmaz', email: 'ada@water.example' },
    { name: 'Ben de Boer', email: 'ben@water.example' },
    { name: 'Dina Amrani', email: 'dina@water.example' },
    { name: 'Kaya, Esra', email: 'esra@water.example' },
  ],
  areas: [{ id: id('a1'), teamId: id('t1'), name: 'Balie', order: 0 }],
  responsibilities: [
    {
      id: id('r1'),
      teamId: id('t1'),
      areaId: id('a1'),
      title: 'Spoedaanvragen',
      purpose: 'Snel',
      criticality: 2,
      minutesAWeek: 120,
      season: Array.from({ length: 12 }, () => 100),
      version: 3,
    },
  ],
  assignments: [
    {
      id: id('s1'),
      responsibilityId: id('r1'),
      personId: id('ada'),
      role: 'holder',
      sharePercent: 60,
      from: today,
      busy: false,
    },
    {
      id: id('s2'),
      responsibilityId: id('r1'),
      personId: id('ben'),
      role: 'substitute',
      sharePercent: 100,
      from: today,
      busy: false,
    },
  ],
};

type Options<Facts> = { facts?: Facts; skip?: boolean; mapping?: ImportMapping };
const tableOf = (bytes: Uint8Array, kind: ImportKind) => {
  const { table, outline } = readImport(bytes, kind);
  if (!table) throw new Error(`Refused: ${JSON.stringify(outline.problems)}`);
  return { table, suggestion: outline.suggestion };
};

export const planPeople = (
  bytes: Uint8Array,
  { facts = noPeople, skip = false, mapping }: Options<PeopleFacts> = {},
): ImportPlan => {
  const { table, suggestion } = tableOf(bytes, 'people');
  return planPeopleImport({ table, kind: 'people', mapping: mapping ?? suggestion }, facts, context(skip));
};
export const planWork = (
  bytes: Uint8Array,
  { facts = someWork, skip = false, mapping }: Options<ResponsibilityFacts> = {},
): ImportPlan => {
  const { table, suggestion } = tableOf(bytes, 'responsibilities');
  return planResponsibilitiesImport(
    { table, kind: 'responsibilities', mapping: mapping ?? suggestion },
    facts,
    context(skip),
  );
};

export const peopleHeader = ['Naam', 'E-mail', 'Team', 'Domein', 'Uren per week', 'Ma', 'Thuisteam', 'Vanaf'];
/** A file of people with that header; cells that are left out are empty. */
export const peopleOf = (...rows: string[][]): Uint8Array =>
  writeTable([peopleHeader, ...rows.map((row) => peopleHeader.map((_, index) => row[index] ?? ''))]);
export const workHeader = ['Team', 'Gebied', 'Titel', 'Doel', 'Belang', 'Uren', 'Dragers', 'Achtervang'];
export const workOf = (...rows: string[][]): Uint8Array =>
  writeTable([workHeader, ...rows.map((row) => workHeader.map((_, index) => row[index] ?? ''))]);

/** What is wrong, as `line field reason`. */
export const wrongs = ({ problems }: ImportPlan): string[] =>
  problems.map(({ line, field, reason }) => `${line} ${field} ${reason}`);
