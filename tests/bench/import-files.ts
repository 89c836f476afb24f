// Files as large as the largest municipalities have them.
import writeSheet from 'write-excel-file/node';
import { writeTable } from '../rules/catalogue-samples.ts';

export const teamCount = 400;
export const teamName = (index: number): string => `Team ${index % teamCount}`;

const range = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
const nameOf = (index: number): string => `Medewerker ${index} van der Voorbeeld`;
const emailOf = (index: number): string => `medewerker.${index}@gemeente.example`;

/** `count` people, each in a team of 400, as a program for salaries writes them. */
export const peopleFile = (count: number): string[][] => [
  ['Naam', 'E-mailadres', 'Team', 'Uren per week', 'Thuisteam', 'In dienst'],
  ...range(count, (index) => [nameOf(index), emailOf(index), teamName(index), '32,5', 'ja', '1-3-2024']),
];

/** `count` responsibilities with two who carry and one who stands in, of the people of `peopleFile`. */
export const workFile = (count: number, people: number): string[][] => [
  ['Team', 'Aandachtsgebied', 'Verantwoordelijkheid', 'Doel', 'Belang', 'Uren per week', 'Dragers', 'Achtervang'],
  ...range(count, (index) => {
    // Of the team, of which every member is `teamCount` further in the file.
    const inTeam = Math.floor(people / teamCount);
    const member = (step: number): number =>
      (index % teamCount) + ((Math.floor(index / teamCount) + step) % inTeam) * teamCount;
    return [
      teamName(index),
      `Gebied ${Math.floor(index / teamCount) % 6}`,
      `Verantwoordelijkheid ${index} met een titel zoals die in het echt is`,
      'Inwoners weten waar zij aan toe zijn, en krijgen op tijd antwoord op hun vraag of aanvraag.',
      String(1 + (index % 3)),
      '2,5',
      `${nameOf(member(0))} 60%; ${nameOf(member(1))} 40%`,
      emailOf(member(2)),
    ];
  }),
];

export const asCsv = (table: string[][]): Uint8Array =>
  writeTable(table, { encoding: 'windows-1252', lineEnd: '\r\n' });
export const asXlsx = async (table: string[][]): Promise<Uint8Array> =>
  writeSheet(table.map((row) => row.map((value) => ({ value, type: String })))).toBuffer();
