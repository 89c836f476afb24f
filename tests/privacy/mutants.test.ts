import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { runTests } from './child.ts';
import { mutants } from './mutants.ts';
import type { Mutant } from './mutants.ts';
import { readVerdicts, totalOf } from './verdicts.ts';

/** The tests that this mutant must fail run in a process of their own, on the database server of this one. */
const server = JSON.stringify({
  testServerUrl: inject('testServerUrl'),
  testTemplate: inject('testTemplate'),
  testSecret: inject('testSecret'),
});

type Caught = { passed: boolean; output: string; exposed: number; answers: number; violations: string[] };

const plant = async ({ name, caughtBy }: Mutant): Promise<Caught> => {
  const folder = await mkdtemp(join(tmpdir(), 'roer-mutant-'));
  const report = join(folder, 'verdicts.jsonl');
  try {
    const isAttacked = 'seeds' in caughtBy;
    const outcome = await runTests({
      files: [caughtBy.file],
      ...(isAttacked ? {} : { title: caughtBy.title }),
      environment: {
        TEST_DATABASE_SERVER: server,
        PRIVACY_MUTANT: name,
        PRIVACY_REPORT: report,
        PRIVACY_LOOKS: '1',
        ...(isAttacked
          ? {
              PRIVACY_SEEDS: caughtBy.seeds.join(),
              PRIVACY_EPOCHS: String(caughtBy.epochs),
            }
          : {}),
      },
    });
    const verdicts = await readVerdicts(report);
    const { narrowed: exposed, answers } = totalOf(verdicts);
    const kinds = verdicts.flatMap(({ violations }) => violations.map(({ kind }) => kind));
    return { ...outcome, exposed, answers, violations: [...new Set(kinds)] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** A line of the table in docs/privacy.md. */
const tell = async ({ name, caughtBy }: Mutant, { exposed, answers, violations }: Caught): Promise<void> => {
  const table = process.env['PRIVACY_TABLE'];
  if (!table) return;
  const found =
    'seeds' in caughtBy ? `${exposed} of ${answers} | ${violations.join(', ')}` : `– | “${caughtBy.title}” fails`;
  await appendFile(table, `| ${name} | ${found} |\n`);
};

describe('a planted fault is caught', () => {
  it.each(mutants)(
    'P1 P5 P6 P7 P11 P13 P14 P15 P16 L2.7 L2.13: $name',
    { timeout: 600_000, concurrent: true },
    async (mutant) => {
      const caught = await plant(mutant);
      const { caughtBy } = mutant;
      expect(caught.passed, caught.output).toBe(false);
      if ('seeds' in caughtBy) {
        if (caughtBy.narrows) expect(caught.exposed, caught.output).toBeGreaterThan(0);
        expect(caught.violations).toEqual(expect.arrayContaining([...caughtBy.violates]));
      } else expect(caught.output).toMatch(new RegExp(`FAIL.*${caughtBy.title}[\\s\\S]*AssertionError`));
      await tell(mutant, caught);
    },
  );
});
