import { readFile } from 'node:fs/promises';
import type { Verdict } from './attack.ts';

/** What was written of towns that were attacked, the last of each seed. */
export const readVerdicts = async (file: string): Promise<Verdict[]> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  // Lines that the simulator wrote.
  const verdicts = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Verdict]));
  return [...new Map(verdicts.map((verdict) => [verdict.seed, verdict])).values()];
};

export const totalOf = (verdicts: readonly Verdict[]) => {
  const sum = (of: (verdict: Verdict) => number): number => verdicts.reduce((total, each) => total + of(each), 0);
  return {
    worlds: verdicts.length,
    people: sum(({ people }) => people),
    groups: sum(({ groups }) => groups),
    released: sum(({ released }) => released),
    empty: sum(({ empty }) => empty),
    answers: sum(({ answers }) => answers),
    narrowed: sum(({ narrowed }) => narrowed),
    violations: sum(({ violations }) => violations.length),
  };
};
