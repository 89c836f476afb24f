import * as fc from 'fast-check';
import { audiences, isFor, narrower } from '@roer/domain/learning/goal';
import type { Audience, GoalField, Relation } from '@roer/domain/learning/goal';

/**
 * Ada owns the goal. Ben and Fatma may be in her team and her buddy, and Fatma leads the domain of it too; Cem was; the others never are.
 */
export const readers = ['ben', 'fatma', 'cem', 'dina', 'mira', 'anna', 'olaf', 'stranger'] as const;
export type Reader = (typeof readers)[number];
export const colleagues = ['ben', 'fatma'] as const;
export type Colleague = (typeof colleagues)[number];

export type Step =
  | { kind: 'type'; by: 'ada' | Colleague; field: GoalField }
  | { kind: 'audience'; step: Audience; plan: Audience }
  | { kind: 'ask'; who: Colleague }
  | { kind: 'answer'; who: Colleague; agrees: boolean }
  | { kind: 'end'; by: 'ada' | Colleague }
  | { kind: 'leave' | 'return'; who: Colleague | 'ada' }
  | { kind: 'reflect'; audience: Audience }
  | { kind: 'share'; audience: Audience }
  | { kind: 'state'; state: 'active' | 'paused' | 'done' }
  | { kind: 'moment'; on: string }
  | { kind: 'remove' };
const audience = fc.constantFrom(...audiences);
const colleague = fc.constantFrom(...colleagues);
export const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    by: fc.constantFrom('ada' as const, ...colleagues),
    field: fc.constantFrom('title' as const, 'wish' as const, 'obstacle' as const),
  }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('audience' as const), step: audience, plan: audience }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('ask' as const), who: colleague }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('answer' as const), who: colleague, agrees: fc.boolean() }) },
  fc.record({ kind: fc.constant('end' as const), by: fc.constantFrom('ada' as const, ...colleagues) }),
  fc.record({
    kind: fc.constantFrom('leave' as const, 'return' as const),
    who: fc.constantFrom('ada' as const, ...colleagues),
  }),
  fc.record({ kind: fc.constant('reflect' as const), audience }),
  fc.record({ kind: fc.constant('share' as const), audience }),
  fc.record({ kind: fc.constant('state' as const), state: fc.constantFrom('active', 'paused', 'done') }),
  fc.record({ kind: fc.constant('moment' as const), on: fc.constantFrom('2027-01-04', '2027-02-01') }),
  fc.record({ kind: fc.constant('remove' as const) }),
);

/** One that ends with a buddy who sees all, one with who saw it and does no more, and one in which only the owner may hear what is done. */
const shared: Step[] = [
  { kind: 'ask', who: 'ben' },
  { kind: 'answer', who: 'ben', agrees: true },
  { kind: 'audience', step: 'team', plan: 'buddy' },
  { kind: 'type', by: 'ben', field: 'wish' },
  { kind: 'type', by: 'ada', field: 'wish' },
  { kind: 'reflect', audience: 'buddy' },
  { kind: 'reflect', audience: 'me' },
];
const afterLeaving: Step[] = [
  ...shared,
  { kind: 'leave', who: 'ben' },
  { kind: 'type', by: 'ada', field: 'wish' },
  { kind: 'return', who: 'ben' },
  { kind: 'type', by: 'ada', field: 'wish' },
  { kind: 'moment', on: '2027-01-04' },
  { kind: 'reflect', audience: 'buddy' },
];
export const examples: [Step[]][] = [
  [shared],
  [[...shared, { kind: 'end', by: 'ben' }, { kind: 'leave', who: 'fatma' }]],
  [afterLeaving],
];

/** Who may see what, told a second time: small enough to see that it is right. */
export type Model = {
  isThere: boolean;
  step: Audience;
  plan: Audience;
  buddy: { who: Colleague; state: 'asked' | 'agreed' | 'declined' } | null;
  inTeam: Record<Colleague | 'ada', boolean>;
  reflections: { secret: string; audience: Audience }[];
  /** What stands in each field now. */
  texts: Partial<Record<GoalField, string>>;
  /** Everything that was ever written; what was overwritten or removed is nobody's any more. */
  written: string[];
};
export const newModel = (title: string): Model => ({
  isThere: true,
  step: 'me',
  plan: 'me',
  buddy: null,
  inTeam: { ada: true, ben: true, fatma: true },
  reflections: [],
  texts: { title },
  written: [title],
});
export const relationOf = (model: Model, who: Reader): Relation => {
  const isIn = who === 'ben' || who === 'fatma' ? model.inTeam[who] : false;
  const areColleagues = isIn && model.inTeam.ada;
  const isBuddy = areColleagues && model.buddy?.who === who && model.buddy.state === 'agreed';
  return { isOwner: false, isBuddy, areColleagues };
};
export const allowed = (model: Model, who: Reader): ReadonlySet<string> => {
  if (!model.isThere) return new Set();
  const relation = relationOf(model, who);
  const { title, ...plan } = model.texts;
  return new Set([
    ...(isFor(model.step, relation) && title !== undefined ? [title] : []),
    ...(isFor(model.plan, relation) ? Object.values(plan) : []),
    ...model.reflections
      .filter((reflection) => isFor(narrower(reflection.audience, model.step), relation))
      .map(({ secret }) => secret),
  ]);
};

/** The widest audience that may notice a step: of what only its owner sees, nobody else hears anything. Null: it is about a buddy. */
export const noticedBy = (each: Step, before: Model, after: Model): Audience | null => {
  const wider = (one: Audience, other: Audience): Audience => (narrower(one, other) === one ? other : one);
  switch (each.kind) {
    case 'type':
      return each.field === 'title' ? before.step : before.plan;
    case 'audience':
      return wider(before.step, after.step);
    case 'reflect':
      return narrower(each.audience, before.step);
    case 'share':
      return narrower(wider(each.audience, before.reflections.at(-1)?.audience ?? 'me'), before.step);
    case 'state':
    case 'remove':
      return before.step;
    case 'moment':
      return before.plan;
    default:
      return null;
  }
};
