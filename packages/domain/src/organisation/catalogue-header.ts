import { bareHeader, findDelimiter } from './csv-records.ts';
import type { CsvDelimiter } from './csv-records.ts';
import { catalogueFields, shown } from './catalogue-problem.ts';
import type { CatalogueField, CatalogueProblem } from './catalogue-problem.ts';

/**
 * Headers as offices write them, without case, accents, spaces and punctuation. Earlier ones win: a file with `id` and
 * `code` means `id`, and `code` is then an ordinary column that is not read.
 */
const knownHeaders: Record<CatalogueField, readonly string[]> = {
  id: words('id identifier identificatie identificatiecode externalid uuid guid nummer number nr code'),
  parent: words(
    'bovenliggendid bovenliggendeid parentid bovenliggendeidentificatie bovenliggendeidentifier parentidentifier ' +
      'bovenliggendnummer bovenliggendecode parentcode bovenliggend bovenliggende parent ouderid ouder hoofdid',
  ),
  name: words('naam name benaming titel title functienaam functie'),
  kind: words('type soort kind categorie category'),
  description: words('omschrijving description beschrijving definitie definition toelichting documentatie'),
};

function words(text: string): readonly string[] {
  return text.split(' ');
}

export type CatalogueColumns = Record<CatalogueField, { index: number; header: string }>;

const allKnown = new Set(Object.values(knownHeaders).flat());

/** The delimiter with which the header shows most known names; with none, the one that makes most columns. */
export const findCatalogueDelimiter = (text: string): CsvDelimiter =>
  findDelimiter(text, { known: allKnown, records: 1 });

/** Which column says what (rule C2). All five columns must be there, each of them once (rules C3, C4). */
export const readHeader = (
  headers: readonly string[],
  line: number,
): { columns: CatalogueColumns; problems: [] } | { columns: null; problems: CatalogueProblem[] } => {
  const bare = headers.map(bareHeader);
  const problems: CatalogueProblem[] = [];
  const indexOf = (field: CatalogueField): { index: number; header: string } => {
    const known = knownHeaders[field].find((header) => bare.includes(header)) ?? '';
    const index = known === '' ? -1 : bare.indexOf(known);
    const header = headers[index] ?? '';
    if (index === -1) problems.push({ line, column: null, code: 'missingColumn', value: field });
    else if (bare.indexOf(known, index + 1) !== -1)
      problems.push({ line, column: shown(header), code: 'doubledColumn', value: field });
    return { index, header: shown(header) };
  };
  const [id, parent, name, kind, description] = catalogueFields.map(indexOf);
  if (problems.length > 0 || !id || !parent || !name || !kind || !description) return { columns: null, problems };
  return { columns: { id, parent, name, kind, description }, problems: [] };
};
