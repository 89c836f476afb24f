import { storedGroups, storedKindNames, storedKinds } from '@roer/domain/identity/stored';
import type { StoredKind } from '@roer/domain/identity/stored';
import type { MyData, OwnRow, OwnTables } from './my-data.ts';

/** How everything is called in the language of the reader. */
export type DataWords = {
  language: string;
  title: string;
  /** Who it is about, and when it was made. */
  about: string;
  nothing: string;
  kind: (kind: StoredKind) => string;
  group: (group: (typeof storedGroups)[number]) => string;
  column: (column: string) => string;
  value: (value: OwnRow[string]) => string;
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');

/** What is not a row, such as a goal with its reflections: its names and texts below each other. */
const tree = (value: unknown, words: DataWords): string => {
  if (Array.isArray(value))
    return value.map((each: unknown) => `<div class="part">${tree(each, words)}</div>`).join('');
  if (typeof value === 'object' && value !== null)
    return `<dl>${Object.entries(value)
      .filter(([name, each]) => name !== 'id' && !name.endsWith('Id') && each !== null && each !== '')
      .map(([name, each]) => `<dt>${escaped(words.column(name))}</dt><dd>${tree(each, words)}</dd>`)
      .join('')}</dl>`;
  // JSON holds nothing else.
  return escaped(words.value(value as OwnRow[string]));
};

const table = (rows: readonly OwnRow[], words: DataWords): string => {
  const [first] = rows;
  if (!first) return '';
  const columns = Object.keys(first);
  const head = columns.map((column) => `<th scope="col">${escaped(words.column(column))}</th>`).join('');
  const lines = rows.map(
    (row) => `<tr>${columns.map((column) => `<td>${escaped(words.value(row[column] ?? null))}</td>`).join('')}</tr>`,
  );
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${lines.join('\n')}</tbody></table></div>`;
};

/** The texts that belong to a kind, beside its rows. */
const textsOf = (kind: StoredKind, data: MyData): unknown => {
  switch (kind) {
    case 'learning':
      return data.learning.goals;
    case 'talent':
      return data.talents.card;
    case 'contribution':
      return data.contribution;
    case 'intervisie':
      return data.intervisie.kept;
    case 'checkIn':
      return data.answers.epochs;
    default:
      return [];
  }
};

const section = (kind: StoredKind, data: MyData, words: DataWords): string => {
  const tables: OwnTables = data.kinds[kind];
  const isEmpty = Object.values(tables).every((rows) => rows.length === 0);
  const body = isEmpty
    ? `<p class="quiet">${escaped(words.nothing)}</p>`
    : Object.values(tables)
        .map((rows) => table(rows, words))
        .join('\n') + tree(textsOf(kind, data), words);
  return `<section><h3>${escaped(words.kind(kind))}</h3>${body}</section>`;
};

const style = `body{font:15px/1.5 system-ui,sans-serif;color:#1a1a1a;max-width:60em;margin:2em auto;padding:0 1em}
h1{font-size:1.8em}h2{margin-top:2em;border-bottom:2px solid}h3{margin:1.5em 0 .3em}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3em .8em .3em 0;border-bottom:1px solid #ccc;white-space:pre-wrap;overflow-wrap:anywhere}
.quiet{color:#595959}.part{margin:.6em 0;padding-left:.8em;border-left:2px solid #ccc}dl{margin:0}dt{color:#595959}dd{margin:0 0 .4em;white-space:pre-wrap}
@media print{body{max-width:none;margin:0;font-size:10pt}h2,h3{break-after:avoid}tr,.part{break-inside:avoid}.wide{overflow:visible}}`;

/** A page to read and print: nothing in it runs, and nothing comes from elsewhere. */
export const myDataHtml = (data: MyData, words: DataWords): string => {
  const groups = storedGroups.map((group) => {
    const kinds = storedKindNames.filter((kind) => storedKinds[kind].group === group);
    return `<h2>${escaped(words.group(group))}</h2>\n${kinds.map((kind) => section(kind, data, words)).join('\n')}`;
  });
  return `<!doctype html>
<html lang="${escaped(words.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(words.title)}</title><style>${style}</style></head>
<body><h1>${escaped(words.title)}</h1><p>${escaped(words.about)}</p>
${groups.join('\n')}
</body></html>
`;
};
