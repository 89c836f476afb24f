import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { catalogueLimits } from '@roer/domain/organisation/catalogue-problem';
import { importKinds, importLimits } from '@roer/domain/organisation/import-fields';
import type { Platform } from '../platform/dependencies.ts';
import { kindsOfFile, planByOperator } from '../features/organisation/operator-import.ts';
import type { FileKind, OperatorPlan } from '../features/organisation/operator-import.ts';
import type { Read, Typed } from './command.ts';
import { demandReadable } from './export-file.ts';
import { wordsOfCatalogueProblem, wordsOfImportProblem } from './import-words.ts';
import { whichOrganisation } from './which-organisation.ts';

const kinds: readonly FileKind[] = [...importKinds, 'catalogue'];
/** Rows of each outcome that a plan shows. */
const shown = 10;

type File = { path: string; name: string; bytes: Buffer };
type Say = (line: string) => void;

/** Brings in files as an administrator does on the page: first only what would happen, with `--yes` that (rules OP13 to OP15). */
export const importFiles: Read = async ({ options, files }) => {
  const kind = kinds.find((each) => each === options['kind']);
  if (options['kind'] !== undefined && !kind) return `--kind is one of ${kinds.join(', ')}`;
  const read: File[] = [];
  for (const given of files) {
    const path = await demandReadable(given);
    const { size } = await stat(path);
    if (size > Math.max(importLimits.bytes, catalogueLimits.bytes))
      throw new Error(`${path} is larger than 10 MB. Split it into two files. Nothing was changed.`);
    read.push({ path, name: basename(path), bytes: await readFile(path) });
  }
  return async ({ app: { platform } }, say) => {
    const { id } = await whichOrganisation(platform.pool, options['organisation']);
    let isRight = true;
    for (const [index, file] of read.entries()) {
      // Each is planned when those before it were written, because it may be about what they brought.
      const plan = await planOf(platform, { id, file, kind, options });
      isRight = (await tellAndWrite(plan, file, { isSure: 'yes' in options, say: plain(say) })) && isRight;
      const left = read.length - index - 1;
      if (!isRight && 'yes' in options && left > 0) say(`What follows was not looked at: ${left} of the files.`);
      if (!isRight && 'yes' in options) return 1;
    }
    if (!('yes' in options)) {
      if (read.length > 1) say('Each file was compared with what is there now, not with the files before it.');
      say(isRight ? 'Nothing was saved yet. Type it again with --yes to do this.' : 'Nothing was saved.');
    }
    return isRight ? 0 : 1;
  };
};

/** What files say may hold characters that a terminal would obey. */
const plain =
  (say: Say): Say =>
  (line) =>
    say(line.replaceAll(/\p{Cc}/gu, ' '));

const planOf = async (
  platform: Platform,
  {
    id,
    file: { path, bytes },
    kind,
    options,
  }: { id: Parameters<typeof planByOperator>[1]; file: File; kind: FileKind | undefined; options: Typed['options'] },
): Promise<OperatorPlan> => {
  const sheet = options['sheet'];
  const fitting = kind ? [kind] : await kindsOfFile(bytes, sheet);
  const [only, ...others] = fitting;
  if (!only || others.length > 0)
    throw new Error(
      `By its columns ${path} is ${fitting.length === 0 ? 'none of' : 'more than one of'} ${kinds.join(', ')}. Say which with --kind.`,
    );
  const source = options['source'] ?? '';
  if (only === 'catalogue' && (source.trim() === '' || source.length > 200))
    throw new Error('Give the list a name, with --source: by that Roer recognises it next time.');
  const skipWrongRows = 'skip-wrong-rows' in options;
  return planByOperator(platform, id, { kind: only, bytes, sheet, source: source.trim(), skipWrongRows });
};

const outcomes = { new: 'new', changed: 'changed', same: 'the same', wrong: 'not right', skipped: 'skipped' } as const;
type Outcome = keyof typeof outcomes;
// A literal's keys.
const names = Object.keys(outcomes) as Outcome[];
const told = (counts: OperatorPlan['counts']): string =>
  names.map((name) => `${counts[name]} ${outcomes[name]}`).join(', ');

const problemsOf = (plan: OperatorPlan): string[] =>
  plan.kind === 'catalogue' ? plan.problems.map(wordsOfCatalogueProblem) : plan.problems.map(wordsOfImportProblem);

/** Some rows of each outcome in which something happens, as a person recognises them. */
const rowsOf = (plan: OperatorPlan): string[] => {
  const rows = plan.entries.map((entry) => ({
    outcome: entry.outcome,
    words: `row ${entry.line}: ${[entry.name, 'team' in entry ? entry.team : null].filter(Boolean).join(', ')}`,
  }));
  return (['new', 'changed', 'skipped'] as const).flatMap((outcome) => {
    const of = rows.filter((row) => row.outcome === outcome);
    const more = plan.counts[outcome] - Math.min(of.length, shown);
    return [
      ...of.slice(0, shown).map(({ words }) => `${outcomes[outcome]}, ${words}`),
      ...(more > 0 ? [`${outcomes[outcome]}, and ${more} more`] : []),
    ];
  });
};

/** Tells what would happen, and does it when asked to; says whether it is so. */
const tellAndWrite = async (
  plan: OperatorPlan,
  { name }: File,
  { isSure, say }: { isSure: boolean; say: Say },
): Promise<boolean> => {
  say(`${name}, ${plan.kind}: ${told(plan.counts)}.`);
  for (const line of rowsOf(plan)) say(`  ${line}`);
  for (const line of problemsOf(plan)) say(`  ${line}`);
  const unlisted = plan.problemCount - plan.problems.length;
  if (unlisted > 0) say(`  And ${unlisted} more that are not right.`);
  if (!plan.writable) {
    if (isSure)
      say(
        `Nothing of ${name} was saved. Mend the rows that are not right in the file, or skip them with --skip-wrong-rows.`,
      );
    return false;
  }
  if (!isSure) return true;
  const { new: made, changed } = await plan.write();
  say(made + changed === 0 ? `${name}: everything was there already.` : `${name}: saved.`);
  return true;
};
