import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { uuidFrom } from '@roer/domain/ids';
import { planPeopleImport } from '@roer/domain/organisation/import-people';
import type { PeopleFacts } from '@roer/domain/organisation/import-people';
import { sampleOf } from '@roer/domain/organisation/import-plan';
import type { ImportPlan } from '@roer/domain/organisation/import-plan';
import { planResponsibilitiesImport } from '@roer/domain/organisation/import-responsibilities';
import type { ResponsibilityFacts } from '@roer/domain/organisation/import-responsibilities';
import type { ImportTable } from '@roer/domain/organisation/import-table';
import type { PlanAnswer, PlanRequest } from './import-planning.ts';

/** Rows in one statement: few enough to show progress and to leave the event loop free, many enough to be fast. */
const rowsAtOnce = 2000;

const planOf = ({ kind, table, mapping, skipWrongRows, facts, today }: PlanRequest): [ImportPlan, ImportTable] => {
  // Our own JSON: of import-reading-thread.ts and of organisation-import-facts.ts.
  const read = JSON.parse(Buffer.from(table).toString('utf8')) as ImportTable;
  const known = JSON.parse(facts) as PeopleFacts & ResponsibilityFacts;
  let made = 0;
  const newId = (): string => `+${(made += 1)}`;
  const mapped = { table: read, kind, mapping };
  const plan = kind === 'people' ? planPeopleImport : planResponsibilitiesImport;
  return [plan(mapped, known, { today, skipWrongRows, newId }), read];
};

/** Gives every new row its id: the same wherever it is pointed at. */
const withIds = ({ now, seed }: NonNullable<PlanRequest['ids']>) => {
  const ids = new Map<string, string>();
  const idOf = (placeholder: string): string => {
    const known = ids.get(placeholder);
    if (known) return known;
    const id = uuidFrom(now, createHash('sha256').update(seed).update(placeholder).digest());
    ids.set(placeholder, id);
    return id;
  };
  return (key: string, value: unknown): unknown =>
    (key === 'id' || key.endsWith('Id')) && typeof value === 'string' && value.startsWith('+') ? idOf(value) : value;
};

const rowsOf = ({ writes }: ImportPlan, ids: NonNullable<PlanRequest['ids']>): PlanAnswer['rows'] => {
  const replace = withIds(ids);
  return Object.entries(writes).flatMap(([part, rows]) =>
    Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, index) => {
      const some = rows.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce);
      return { part, count: some.length, json: JSON.stringify(some, replace) };
    }),
  );
};

const known = (rows: readonly object[], key: 'id' | 'personId'): string[] =>
  rows.flatMap((row) => {
    const id: unknown = Reflect.get(row, key);
    return typeof id === 'string' && !id.startsWith('+') ? [id] : [];
  });

// Only import-planning.ts starts this file.
const request = workerData as PlanRequest;
const [plan, table] = planOf(request);
const { counts, problems, problemCount, writable, teams, writes } = plan;
const answer: PlanAnswer = {
  digest: createHash('sha256')
    .update(JSON.stringify([request.kind, plan]))
    .digest('base64url'),
  counts,
  problems,
  problemCount,
  writable,
  teams,
  sample: sampleOf(plan.entries),
  format: table.format.file,
  people: [...new Set([...known(writes['names'] ?? [], 'id'), ...known(writes['memberships'] ?? [], 'personId')])],
  rows: request.ids ? rowsOf(plan, request.ids) : [],
};
// A thread of Node, not a window of a browser: there is no origin to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(answer);
