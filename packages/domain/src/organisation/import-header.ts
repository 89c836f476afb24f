import { bareHeader } from './csv-records.ts';
import { importFields, importLimits } from './import-fields.ts';
import type { ImportField, ImportKind, ImportMapping } from './import-fields.ts';
import { columnLetter, ImportRefusal } from './import-table.ts';
import type { ImportRow, ImportRows, ImportTable } from './import-table.ts';

const words = (text: string): readonly string[] => text.split(' ');

/** Headers as offices write them, as `bareHeader` makes them. Of a field the earlier ones win. */
const knownHeaders: Record<ImportKind, Partial<Record<ImportField, readonly string[]>>> = {
  people: {
    name: words('naam volledigenaam naammedewerker medewerker name fullname employee displayname weergavenaam'),
    email: words('email emailadres mail mailadres emailaddress epost werkmail upn gebruikersnaam'),
    team: words('team teamnaam teamname afdeling department groep'),
    domain: words('domein domain cluster sector organisatieonderdeel'),
    hours: words(
      'urenperweek urenpw contracturen contracturenperweek uren aantaluren arbeidsduur hoursperweek hoursaweek contracthours hours',
    ),
    monday: words('ma maandag mon monday urenmaandag'),
    tuesday: words('di dinsdag tue tuesday urendinsdag'),
    wednesday: words('wo woensdag wed wednesday urenwoensdag'),
    thursday: words('do donderdag thu thursday urendonderdag'),
    friday: words('vr vrijdag fri friday urenvrijdag'),
    saturday: words('za zaterdag sat saturday urenzaterdag'),
    sunday: words('zo zondag sun sunday urenzondag'),
    home: words('thuisteam hometeam hoofdteam home'),
    from: words('vanaf sinds begindatum startdatum ingangsdatum datumindienst indienst from since start startdate'),
  },
  responsibilities: {
    team: words('team teamnaam teamname afdeling department groep'),
    domain: words('domein domain cluster sector organisatieonderdeel'),
    area: words('aandachtsgebied area gebied thema rubriek categorie category'),
    title: words(
      'verantwoordelijkheid titel naam omschrijvingtaak taak werkzaamheid responsibility accountability title name task',
    ),
    purpose: words('doel bedoeling waarvoor omschrijving toelichting beschrijving purpose description goal'),
    criticality: words('belang hoeerg kritiek kritikaliteit criticality importance prioriteit priority'),
    hours: words('urenperweek urenpw uren aantaluren hoursperweek hoursaweek hours'),
    holders: words(
      'dragers drager eigenaar eigenaren wie verantwoordelijke verantwoordelijken holders holder owner owners',
    ),
    substitutes: words('achtervang vervanger vervangers plaatsvervanger substitutes substitute backup'),
  },
};

const headersOf = (kind: ImportKind): ReadonlySet<string> => new Set(Object.values(knownHeaders[kind]).flat());
const known = { people: headersOf('people'), responsibilities: headersOf('responsibilities') };
export const knownImportHeaders = (kind: ImportKind): ReadonlySet<string> => known[kind];

/** A header may stand under a title and a date: it is looked for in the first rows with something in them. */
export const headerRows = 15;

const knownIn = ({ cells }: ImportRow, kind: ImportKind): number =>
  cells.filter((cell) => known[kind].has(bareHeader(cell))).length;

/**
 * The table under the row that shows most known headers, the first of equals; with none under the first row (rule IM3).
 * Throws `ImportRefusal`: `noRows`, `tooManyRows`, `tooManyColumns`.
 */
export const tableUnderHeader = ({ format, rows }: ImportRows, kind: ImportKind): ImportTable => {
  const scores = rows.slice(0, headerRows).map((row) => knownIn(row, kind));
  const at = Math.max(0, scores.indexOf(Math.max(...scores)));
  const header = rows[at];
  const body = rows.slice(at + 1);
  if (!header || body.length === 0) throw new ImportRefusal('noRows');
  if (body.length > importLimits.rows) throw new ImportRefusal('tooManyRows', body[importLimits.rows]?.line ?? null);
  const width = body.reduce(
    (most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cell !== '') + 1),
    header.cells.length,
  );
  // Beyond the last header only XLSX has rows that are wider for a reason; text there is a row with a cell too many.
  const columns = format.file === 'xlsx' ? width : header.cells.length;
  if (columns > importLimits.columns) throw new ImportRefusal('tooManyColumns');
  const headers = Array.from({ length: columns }, (_, index) => header.cells[index]?.trim() || columnLetter(index));
  return { format, headers, rows: body };
};

/** Which column probably says what (rule IM4): a column is suggested once, for the first field that knows its header. */
export const suggestMapping = (headers: readonly string[], kind: ImportKind): ImportMapping => {
  const bare = headers.map(bareHeader);
  const taken = new Set<number>();
  const suggestion: ImportMapping = {};
  for (const { field } of importFields[kind]) {
    const found = (knownHeaders[kind][field] ?? []).map((header) => bare.indexOf(header)).find((index) => index >= 0);
    const free = found !== undefined && !taken.has(found);
    suggestion[field] = free ? found : null;
    if (free) taken.add(found);
  }
  return suggestion;
};
