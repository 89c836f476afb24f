import { learningMutants } from './learning-mutants.ts';

/** A change of one source file: `find` stands there once. */
export type Patch = { file: string; find: string; replace: string };

/** A fault that somebody could make, and that the tests must notice. */
export type Mutant = {
  name: string;
  patches: readonly Patch[];
  /** The test that must fail, and in the simulator what it must find. */
  caughtBy: Proof;
};
export type Proof =
  | {
      file: 'simulator.test.ts';
      narrows: boolean;
      violates: readonly string[];
      seeds: readonly number[];
      epochs: number;
    }
  | { file: string; title: string };

const commands = 'apps/api/src/features/workload/commands.ts';
const closing = 'apps/api/src/features/workload/close-job.ts';
const insights = 'apps/api/src/features/insights/queries.ts';
const dashboards = 'apps/api/src/features/insights/dashboard-queries.ts';
const app = 'apps/api/src/app.ts';

/** Keeps what people answer where no answer may be: in the memory of the process, for other mutants to use. */
const keepAnswers: Patch = {
  file: commands,
  find: '  await saveOwnAnswers(client, { number: open.number, personId, sealed });\n',
  replace: `  await saveOwnAnswers(client, { number: open.number, personId, sealed });
  (globalThis.keptAnswers ??= new Map()).set(\`\${personId} \${open.number}\`, asked);
`,
};

/** Puts something beside the results of a team: \`view\`, \`cells\`, \`client\` and \`kept(personId, epoch)\` are there. */
const besideResults = (extra: string): Patch => ({
  file: insights,
  find: '  return deriveResults({ team, cells, releases, epochs }, now);\n',
  replace: `  const view = deriveResults({ team, cells, releases, epochs }, now);
  const kept = (personId, epoch) => globalThis.keptAnswers?.get(\`\${personId} \${epoch}\`);
  const membersAt = async (epoch) => {
    const cell = cells.findLast(({ first }) => first <= epoch);
    const { rows } = await client.query(\`SELECT m."personId", p."erasedAt" IS NOT NULL AS "erased" FROM "CellMember" m
      JOIN "Person" p ON p."organisationId" = m."organisationId" AND p."id" = m."personId" WHERE m."cellId" = $1\`, [cell?.cellId]);
    return rows;
  };
  const band = (values) => {
    const sum = values.reduce((total, value) => total + value, 0);
    if (values.length < 6) return null;
    return 2 * sum <= 5 * values.length ? 'light' : 2 * sum >= 7 * values.length ? 'heavy' : 'middle';
  };
${extra}
`,
});

export const mutants: readonly Mutant[] = [
  ...learningMutants,
  {
    name: 'a live mean',
    patches: [
      keepAnswers,
      besideResults(`  const now_ = view.running?.number;
  const values = now_ === undefined ? [] : (await membersAt(now_)).flatMap(({ personId }) => kept(personId, now_)?.values[0] || []);
  return values.length === 0 ? view : { ...view, running: { ...view.running, fitsMean: values.reduce((a, b) => a + b) / values.length } };`),
    ],
    caughtBy: { file: 'simulator.test.ts', narrows: true, violates: ['unknown'], seeds: [16, 42], epochs: 1 },
  },
  {
    name: 'recomputation on erasure',
    patches: [
      keepAnswers,
      besideResults(`  for (const epoch of view.epochs) {
    const members = await membersAt(epoch.number);
    if (!members.some(({ erased }) => erased)) continue;
    Object.keys(epoch.bands).forEach((statement, index) => {
      const answers = members.flatMap(({ personId, erased }) => (erased ? [] : kept(personId, epoch.number) ?? []));
      epoch.bands[statement] = band(answers.flatMap(({ values, share }) => (share ? [] : values[index] || [])));
    });
  }
  return view;`),
    ],
    caughtBy: {
      file: 'simulator.test.ts',
      narrows: true,
      violates: ['changed'],
      seeds: [88, 140, 148, 159],
      epochs: 3,
    },
  },
  {
    name: 'a rolling mean',
    patches: [
      keepAnswers,
      besideResults(`  const last = view.epochs.at(-1);
  if (last === undefined) return view;
  const members = await membersAt(last.number);
  const rolling = Object.keys(last.bands).map((statement, index) => {
    const answers = members.flatMap(({ personId }) => [0, 1, 2].flatMap((ago) => kept(personId, last.number - ago) ?? []));
    const values = answers.flatMap((answer) => answer.values[index] || []);
    return [\`\${statement}Mean\`, values.reduce((total, value) => total + value, 0) / Math.max(1, values.length)];
  });
  return { ...view, rolling: Object.fromEntries(rolling) };`),
    ],
    caughtBy: {
      file: 'simulator.test.ts',
      narrows: true,
      violates: ['unknown'],
      seeds: [16, 17, 73, 74],
      epochs: 2,
    },
  },
  {
    name: 'a raw parent total',
    patches: [
      keepAnswers,
      {
        file: dashboards,
        find: '  return { ...subject, groups: await groupsOf(client, { records: teams, ledger, off }) };\n',
        replace: `  const groups = await groupsOf(client, { records: teams, ledger, off });
  const last = Math.max(0, ...groups.map(({ picture }) => picture?.epochs.at(-1)?.number ?? 0));
  const inDomain = teams.flatMap(({ cellId }) => cellId ?? []);
  const { rows: members } = await client.query('SELECT DISTINCT "personId" FROM "CellMember" WHERE "cellId" = ANY ($1::uuid[])', [inDomain]);
  const sums = {};
  for (const [index, statement] of ['fits', 'overview', 'core', 'help', 'learn'].entries()) {
    const values = members.flatMap(({ personId }) => globalThis.keptAnswers?.get(\`\${personId} \${last}\`)?.values[index] || []);
    sums[\`\${statement}Sum\`] = values.reduce((total, value) => total + value, 0);
  }
  return { ...subject, groups, ...sums };
`,
      },
    ],
    caughtBy: { file: 'simulator.test.ts', narrows: true, violates: ['unknown'], seeds: [16, 17, 73, 74], epochs: 1 },
  },
  {
    name: 'a raw summary',
    patches: [
      keepAnswers,
      besideResults(`  const last = view.epochs.at(-1)?.number;
  if (last === undefined) return view;
  const values = (await membersAt(last)).flatMap(({ personId }) => kept(personId, last)?.values.slice(0, 4) ?? []);
  return { ...view, summary: { workSum: values.reduce((total, value) => total + value, 0) } };`),
    ],
    caughtBy: { file: 'simulator.test.ts', narrows: true, violates: ['unknown'], seeds: [16, 17, 73, 74], epochs: 1 },
  },
  {
    name: 'reminders to non-responders only',
    patches: [
      keepAnswers,
      {
        file: app,
        find: '      weeklyDigest(platform),\n',
        replace: `      {
        name: 'reminders',
        runDue: async () => {
          const epoch = Math.floor((clock.now() - Date.parse('2026-01-11T23:00:00Z')) / 1_209_600_000);
          if (new Date(clock.now()).getUTCDay() !== 0) return;
          const { rows } = await identityPool.query('SELECT "email", "personId" FROM "User" ORDER BY "email"');
          for (const { email, personId } of rows)
            if (!globalThis.keptAnswers?.has(\`\${personId} \${epoch}\`))
              await dependencies.mailer?.send({ to: email, subject: 'Check-in', text: 'Tot middernacht.' });
        },
      },
      weeklyDigest(platform),
`,
      },
    ],
    caughtBy: { file: 'non-interference.test.ts', title: 'before the release always look the same' },
  },
  {
    name: 'presence on the check-in page',
    patches: [
      {
        file: commands,
        find: '    const opened = {',
        replace: `    platform.live.nudgeOrganisation(actor.organisationId);
    const opened = {`,
      },
    ],
    caughtBy: { file: 'non-interference.test.ts', title: 'before the release always look the same' },
  },
  {
    name: 'late sharing',
    patches: [
      {
        file: 'packages/domain/src/insights/release.ts',
        find: `      shared.push({ personId, statement, value });
      continue;
`,
        replace: '      shared.push({ personId, statement, value });\n',
      },
    ],
    caughtBy: { file: 'simulator.test.ts', narrows: true, violates: ['differs'], seeds: [14, 15, 19], epochs: 1 },
  },
  {
    name: 'invented accounts that count',
    patches: [
      {
        file: 'packages/domain/src/workload/cells.ts',
        find: "  return person.provenMailbox || demo ? null : 'notYetActive';",
        replace: '  return null;',
      },
      // And who answers as one of them is let through.
      {
        file: 'packages/domain/src/workload/cells.ts',
        find: '): boolean => demo || (provenOn !== null && provenOn < announcedOn);',
        replace: '): boolean => true;',
      },
    ],
    caughtBy: { file: 'simulator.test.ts', narrows: true, violates: [], seeds: [19, 25, 53, 64], epochs: 1 },
  },
  {
    name: 'deactivation before closing that drops an answer',
    patches: [
      {
        file: 'packages/db/src/check-in-epochs.ts',
        find: `      WHERE m."cellId" = $2\`,
    values: [epoch, cellId],`,
        replace: `        JOIN "Membership" w ON w."organisationId" = m."organisationId" AND w."personId" = m."personId" AND w."until" IS NULL
      WHERE m."cellId" = $2\`,
    values: [epoch, cellId],`,
      },
    ],
    caughtBy: { file: 'simulator.test.ts', narrows: false, violates: ['differs'], seeds: [14, 32, 55], epochs: 2 },
  },
  {
    name: 'restore and re-close',
    patches: [
      {
        file: closing,
        find: "  await epochKeys.destroy(organisationId, number);\n  await reach('close.destroyed');",
        replace: "  await reach('close.destroyed');",
      },
      { file: closing, find: '    await destroyUseless(setting);\n', replace: '' },
    ],
    caughtBy: { file: 'replay.test.ts', title: 'restored later beside the keys of today' },
  },
  {
    name: 'absence in load',
    patches: [
      besideResults(`  const { rows: [away] } = await client.query('SELECT count(*)::int AS count FROM "Absence" WHERE "teamId" = $1', [of.teamId ?? null]);
  for (const epoch of view.epochs) if (away.count > 0) epoch.load = epoch.load?.map(() => 'heavy') ?? null;
  return view;`),
    ],
    caughtBy: { file: 'outside.test.ts', title: 'absence shows nowhere' },
  },
  {
    name: 'counts of learners',
    patches: [
      keepAnswers,
      besideResults(`  const last = view.epochs.at(-1)?.number;
  if (last === undefined) return view;
  const values = (await membersAt(last)).flatMap(({ personId }) => kept(personId, last)?.values[4] || []);
  return { ...view, learners: values.length };`),
    ],
    caughtBy: { file: 'simulator.test.ts', narrows: false, violates: ['unknown'], seeds: [16], epochs: 1 },
  },
];
