import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrivingWith, findViolations, readSources } from './import-rules.ts';

const root = path.join(import.meta.dirname, '../..');

const needs = (from: string, to: string) => ({
  path: `apps/api/src/features/${from}/queries.ts`,
  text: `import '../${to}/access.ts';`,
});

describe('the import table of the architecture', () => {
  it('is kept by all of apps and packages', () => {
    const sources = readSources(root);
    expect(sources.length).toBeGreaterThan(80);
    expect(findViolations(sources)).toEqual([]);
  });

  it('is broken by an import that somebody plants in a folder of sources', () => {
    const planted = mkdtempSync(path.join(tmpdir(), 'roer-imports-'));
    try {
      for (const [file, text] of [
        ['packages/domain/src/load.ts', "import { readFileSync } from 'node:fs';\nexport const load = readFileSync;\n"],
        ['apps/web/src/ui/button.tsx', "export { Board } from '../features/responsibilities/board.tsx';\n"],
        ['apps/web/src/features/responsibilities/board.tsx', 'export const Board = () => null;\n'],
      ] as const) {
        mkdirSync(path.join(planted, path.dirname(file)), { recursive: true });
        writeFileSync(path.join(planted, file), text);
      }
      expect(findViolations(readSources(planted))).toEqual([
        'apps/web/src/ui/button.tsx → ../features/responsibilities/board.tsx: web ui may not import web feature',
        'packages/domain/src/load.ts → node:fs: the domain imports only small pure packages',
      ]);
    } finally {
      rmSync(planted, { recursive: true });
    }
  });

  it('keeps what commands decide out of the first page, but for what is done on it', () => {
    const first = ['apps/web/src/main.tsx', 'apps/web/src/features/responsibilities/board-page.tsx'];
    const arriving = arrivingWith(readSources(root), first);
    expect(arriving).toContain('packages/domain/src/replica.ts');
    expect([...arriving].filter((file) => /^packages\/domain\/src\/.+-commands\.ts$/.test(file))).toEqual([
      'packages/domain/src/responsibilities/area-commands.ts',
    ]);
  });

  it.each([
    ['packages/domain/src/a.ts', "import '@roer/db/pool'", 'domain may not import db'],
    ['packages/domain/src/a.ts', "import type { Pool } from 'pg'", 'the domain imports only small pure packages'],
    ['packages/db/src/a.ts', "import '../../../apps/api/src/env.ts'", 'db may not import api root'],
    ['packages/db/scripts/a.ts', "import '@roer/web/main.tsx'", null],
    ['apps/api/src/live/a.ts', "import '../features/audit/queries.ts'", 'api live may not import api feature'],
    [
      'apps/api/src/platform/a.ts',
      "import type { A } from '../features/audit/views.ts'",
      'api platform may not import api feature',
    ],
    ['apps/api/src/platform/a.ts', "import type { Pool } from 'pg'", 'only packages/db knows the database'],
    ['apps/api/src/platform/a.ts', "const a = await import('@prisma/client')", 'only packages/db knows the database'],
    ['apps/api/src/features/audit/a.ts', "import '../../app.ts'", 'api feature may not import api root'],
    [
      'apps/api/src/features/audit/a.ts',
      "import '../identity/commands.ts'",
      'of another slice only access and queries',
    ],
    ['apps/api/src/features/audit/a.ts', "import '../identity/queries.ts'", null],
    ['apps/api/src/features/audit/a.ts', "import '@roer/tests/kit/world.ts'", 'nothing imports tests'],
    ['apps/api/src/app.ts', "import '../../../tests/kit/world.ts'", 'nothing imports tests'],
    ['apps/api/src/helpers/a.ts', "import 'zod'", 'this folder is not in the import table'],
    [
      'apps/web/src/live/a.ts',
      "import { AppRouter } from '@roer/api/contract'",
      'the contract is imported as a type only',
    ],
    ['apps/web/src/live/a.ts', "import type { AppRouter } from '@roer/api/contract'", null],
    ['apps/web/src/live/a.ts', "import type { Router } from '@roer/api/router'", 'web live may not import api root'],
    ['apps/web/src/features/a/a.ts', "import '../../routes/routes.tsx'", 'web feature may not import web routes'],
    ['apps/web/src/features/a/a.ts', "type Pool = import('@roer/db/pool').Pool", 'web feature may not import db'],
    ['apps/web/src/shell/a.ts', "import { readFile } from 'node:fs'", 'a browser has no Node'],
  ])('judges %s: %s', (file, text, why) => {
    const found = findViolations([{ path: file, text }]);
    expect(found.map((each) => each.slice(each.lastIndexOf(': ') + 2))).toEqual(why === null ? [] : [why]);
  });

  it('refuses slices that need each other', () => {
    expect(findViolations([needs('audit', 'identity'), needs('identity', 'organisation')])).toEqual([]);
    expect(
      findViolations([needs('audit', 'identity'), needs('identity', 'organisation'), needs('organisation', 'audit')]),
    ).toHaveLength(3);
  });

  it.each([
    'const at = Date.now();',
    'const at = globalThis.Date.now();',
    'const clock = Date.now;',
    'const at = new Date();',
    'const at = Date();',
    'const at = performance.now();',
    'const die = Math.random();',
    "const die = Math['random']();",
    'const id = crypto.randomUUID();',
    "import { randomBytes } from 'node:crypto';",
  ])('refuses a clock or chance of its own: %s', (text) => {
    expect(findViolations([{ path: 'apps/api/src/features/audit/commands.ts', text }])).toHaveLength(1);
    expect(findViolations([{ path: 'apps/web/src/live/clock.ts', text: 'const at = Date.now();' }])).toEqual([]);
  });

  it('allows to read a date that was given', () => {
    const text = 'const day = new Date(at).toISOString(); const parsed = Date.parse(day);';
    expect(findViolations([{ path: 'packages/domain/src/dates.ts', text }])).toEqual([]);
  });
});
