import highs from 'highs';

/** An answer that the attacker looks for: whose, to which statement, in which epoch. Names of the simulator alone. */
export type Unknown = string;

/** least ≤ Σ weight · answer ≤ most, over answers that are 1…5. */
export type Constraint = { terms: ReadonlyMap<Unknown, number>; least: number; most: number };

export type Bounds = { least: number; most: number };

/**
 * What the constraints together leave of each answer that they name: its least and greatest value, each by a mixed integer
 * program. `known` are answers that the attacker has already; they get no bounds.
 * @throws Error when no answers fit: then the constraints do not mean what the server sent
 */
export type Solver = (constraints: readonly Constraint[], known: ReadonlyMap<Unknown, number>) => Map<Unknown, Bounds>;

/** Problems that differ in names only are solved once; the answers of a solver are kept for its life. */
export const openSolver = async (): Promise<{ bounds: Solver; solved: () => number }> => {
  const { solve } = await highs();
  const kept = new Map<string, Bounds>();
  let solved = 0;

  const extreme = (problem: Problem, sense: 'Minimize' | 'Maximize', at: number): number => {
    solved += 1;
    const solution = solve(asText(problem, sense, at));
    if (solution.Status !== 'Optimal') throw new Error(`No answers fit what was sent (${solution.Status})`);
    return Math.round(solution.ObjectiveValue);
  };

  const bounds: Solver = (constraints, known) => {
    const found = new Map<Unknown, Bounds>();
    for (const part of partsOf(constraints.flatMap((each) => withoutKnown(each, known)))) {
      const problem = asProblem(part);
      const text = JSON.stringify(problem);
      problem.classes.forEach(({ members }, at) => {
        const key = `${at} ${text.replaceAll(/"members":\[[^\]]*\]/g, (list) => String(list.split(',').length))}`;
        const answer = kept.get(key) ?? {
          least: extreme(problem, 'Minimize', at),
          most: extreme(problem, 'Maximize', at),
        };
        kept.set(key, answer);
        for (const member of members) found.set(member, answer);
      });
    }
    return found;
  };
  return { bounds, solved: () => solved };
};

/** Puts known answers in. A constraint of known answers alone says nothing new. */
const withoutKnown = ({ terms, least, most }: Constraint, known: ReadonlyMap<Unknown, number>): Constraint[] => {
  let shift = 0;
  const left = new Map<Unknown, number>();
  for (const [unknown, weight] of terms) {
    const value = known.get(unknown);
    if (value === undefined) left.set(unknown, weight);
    else shift += weight * value;
  }
  return left.size === 0 ? [] : [{ terms: left, least: least - shift, most: most - shift }];
};

/** Constraints that share no answer say nothing about each other, so they are separate problems. */
const partsOf = (constraints: readonly Constraint[]): Constraint[][] => {
  const parent = constraints.map((_, index) => index);
  const rootOf = (index: number): number => {
    const up = parent[index] ?? index;
    return up === index ? index : rootOf(up);
  };
  const firstWith = new Map<Unknown, number>();
  constraints.forEach(({ terms }, index) => {
    for (const unknown of terms.keys()) {
      const other = firstWith.get(unknown);
      if (other === undefined) firstWith.set(unknown, index);
      else parent[rootOf(index)] = rootOf(other);
    }
  });
  const parts = new Map<number, Constraint[]>();
  constraints.forEach((constraint, index) => {
    const root = rootOf(index);
    parts.set(root, [...(parts.get(root) ?? []), constraint]);
  });
  return [...parts.values()];
};

/** Answers that stand in the same constraints with the same weights have the same bounds: one of each class is looked at. */
type Problem = { limits: { least: number; most: number }[]; classes: { weights: number[]; members: Unknown[] }[] };

const asProblem = (constraints: readonly Constraint[]): Problem => {
  // In an order that does not depend on names, as far as that is cheap.
  const ordered = constraints.toSorted((one, other) => shapeOf(one).localeCompare(shapeOf(other)));
  const classes = new Map<string, { weights: number[]; members: Unknown[] }>();
  for (const unknown of new Set(ordered.flatMap(({ terms }) => [...terms.keys()]))) {
    const weights = ordered.map(({ terms }) => terms.get(unknown) ?? 0);
    const same = classes.get(weights.join()) ?? { weights, members: [] };
    same.members.push(unknown);
    classes.set(weights.join(), same);
  }
  return {
    limits: ordered.map(({ least, most }) => ({ least, most })),
    classes: [...classes.values()].toSorted((one, other) => one.weights.join().localeCompare(other.weights.join())),
  };
};
const shapeOf = ({ terms, least, most }: Constraint): string =>
  `${least} ${most} ${[...terms.values()].toSorted((one, other) => one - other).join()}`;

/** In the CPLEX LP format: of each class one answer by itself, and the sum of the others as one whole number. */
const asText = ({ limits, classes }: Problem, sense: 'Minimize' | 'Maximize', at: number): string => {
  const names: { name: string; least: number; most: number; of: number }[] = classes.flatMap(({ members }, of) => {
    const rest = members.length - (of === at ? 1 : 0);
    return [
      ...(of === at ? [{ name: 'x', least: 1, most: 5, of }] : []),
      // Whole numbers from n to 5n are exactly what n answers can sum up to.
      ...(rest > 0 ? [{ name: `s${of}`, least: rest, most: 5 * rest, of }] : []),
    ];
  });
  const rows = limits.flatMap(({ least, most }, row) => {
    const sum = names
      .map(({ name, of }) => ({ name, weight: classes[of]?.weights[row] ?? 0 }))
      .filter(({ weight }) => weight !== 0)
      .map(({ name, weight }) => `${weight < 0 ? '-' : '+'} ${Math.abs(weight)} ${name}`)
      .join(' ');
    return [` l${row}: ${sum} >= ${least}`, ` m${row}: ${sum} <= ${most}`];
  });
  return [
    sense,
    ' o: x',
    'Subject To',
    ...rows,
    'Bounds',
    ...names.map(({ name, least, most }) => ` ${least} <= ${name} <= ${most}`),
    'General',
    ` ${names.map(({ name }) => name).join(' ')}`,
    'End',
  ].join('\n');
};
