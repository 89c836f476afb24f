import type { LocalDate } from '../dates.ts';
import type { TeamSnapshot } from '../feed.ts';
import { partsAMinute, stretchOf, weeksAhead } from './horizon.ts';
import { misfitSpan } from './misfit-weeks.ts';
import { balanceOf } from './move-balance.ts';
import type { Balance } from './move-balance.ts';
import { stopWhatIsLeft, takeGreedily } from './move-greedy.ts';
import { openLedger } from './move-ledger.ts';
import type { Ledger } from './move-ledger.ts';
import { moveOptions } from './move-options.ts';
import type { Able, MoveOption } from './move-option.ts';
import { searchWithin } from './move-search.ts';
import type { Found } from './move-search.ts';
import type { Scenario } from './scenario.ts';
import { teamWork } from './team-work.ts';
import type { Move, MoveTime } from './what-if.ts';

/** A handover, and the minutes that it moves in the twelve weeks. An item of a transfer is made of it by giving it an id. */
export type ProposedMove = Move & { minutes: number };

/** What would have to stop: a share of somebody that nobody takes over. */
export type Stop = Omit<Move, 'receiver'> & { minutes: number };

/**
 * `fits`: nothing has to move. `move`: with these handovers everything fits. `stop`: with these handovers, and when that stops, everything fits (both
 * empty when even that is not so); `ruledOut`: it is sure that handovers alone are not enough, else none were found. `proven`: there is no
 * smaller way.
 */
export type SmallestMove =
  | { kind: 'fits' }
  | ({ kind: 'move'; moves: ProposedMove[]; proven: boolean } & MoveTime)
  | ({ kind: 'stop'; moves: ProposedMove[]; stops: Stop[]; ruledOut: boolean; proven: boolean } & MoveTime);

export type SmallestMoveQuestion = {
  today: LocalDate;
  /** Which estimate of work with a deadline has to fit; the likely one unless told. */
  scenario?: Scenario;
  /** When it is in effect, and which weeks have to fit; all that do not, unless told. Other weeks get no fuller than they hold. */
  time?: MoveTime;
  /** Who can do what; everybody everything unless told. */
  able?: Able;
  /** How many sets are looked at before the best one so far is told as not proven. */
  steps?: number;
};

/** To somebody who has nothing to do with the work yet costs more than any minutes. */
const stranger = 1e9;
const minutesOf = ({ aPercent, move }: MoveOption): number =>
  (move.sharePercent * aPercent.reduce((sum, { parts }) => sum + Math.max(0, -parts), 0)) / partsAMinute;

/**
 * The fewest handovers with which every week of everybody fits (rules W2.1 to W2.5): of a share of a responsibility, whole or in quarters, or of a
 * part of a work with a deadline, from one member to another, who gets no week that does not fit by it. Of as few, those to people who hold
 * it or stand in already, and of those the fewest minutes.
 */
export const smallestMove = (
  snapshot: TeamSnapshot,
  { today, scenario = 'likely', time, able = () => true, steps = 6000 }: SmallestMoveQuestion,
): SmallestMove => {
  const work = teamWork(snapshot, today);
  const span = misfitSpan(work, scenario);
  if (!span) return { kind: 'fits' };
  const when = time ?? span;
  const days = stretchOf(work.horizon, when);
  const monday = 7 * Math.floor(days.first / 7);
  const must = (first: number, last: number): boolean => !time || (first >= monday && last < days.end);
  const all = moveOptions({ snapshot, work, question: { time: when, scenario, able } });
  const balance = balanceOf(work.people, {
    scenario,
    effects: [...new Set(all.map(({ aPercent }) => aPercent))],
    must,
  });
  if (balance.people.every((_, person) => balance.excessOf(person).length === 0)) return { kind: 'fits' };
  const moves = all.filter(({ stops }) => !stops);
  const short = shortages(balance, { days, must });
  const found = short.length > 0 ? nothingFits : fewestMoves(moves, balance, steps);
  if (found.chosen) return { kind: 'move', ...when, moves: found.chosen.map(asMove), proven: found.proven };
  const stopping = fewestStops(all, balance, { steps, least: stopsNeeded(all, short) });
  return {
    kind: 'stop',
    ...when,
    moves: stopping.chosen.filter(({ stops }) => !stops).map(asMove),
    stops: stopping.chosen.filter(({ stops }) => stops).map(asStop),
    ruledOut: found.proven,
    proven: found.proven && stopping.proven,
  };
};

type Answer = { chosen: MoveOption[]; proven: boolean };
const nothingFits = { chosen: null, proven: true };

/** The fewest handovers; null when there are none (`proven`) or none were found. */
const fewestMoves = (
  options: readonly MoveOption[],
  balance: Balance,
  steps: number,
): Answer | { chosen: null; proven: boolean } => {
  const costs = options.map((option) => minutesOf(option) + (option.known ? 0 : stranger));
  const ledger = openLedger(options, balance, costs);
  const first = ledger.bound(ledger.troubles()).least;
  if (first === Infinity) return nothingFits;
  const taken = takeGreedily(ledger);
  const fits = ledger.troubles().length === 0;
  for (const option of taken) ledger.putBack(option);
  const greedy: Found | null = fits
    ? { chosen: taken, cost: taken.reduce((sum, each) => sum + (costs[each] ?? 0), 0) }
    : null;
  const told = (found: Found, proven: boolean): Answer => ({
    chosen: found.chosen.flatMap((option) => options[option] ?? []),
    proven,
  });
  const budget = { left: steps };
  for (let most = first; ; most += 1) {
    const known = greedy?.chosen.length === most ? greedy : null;
    const { found, exhausted, cut } = searchWithin(ledger, { most, stops: 0, known, steps: budget, costOfMinute: 1 });
    if (found) return told(found, true);
    if (!exhausted) return greedy ? told(greedy, false) : { chosen: null, proven: false };
    if (!cut) return nothingFits;
  }
};

/** Handovers are not enough: the fewest shares that have to stop, of those the fewest minutes, with the handovers that go with it. */
const fewestStops = (
  options: readonly MoveOption[],
  balance: Balance,
  { steps, least }: { steps: number; least: number },
): Answer => {
  // A handover costs next to nothing here, and less when it is to somebody who knows the work.
  const costs = options.map((option) => (option.stops ? minutesOf(option) : option.known ? 0.001 : 0.002));
  const ledger = openLedger(options, balance, costs);
  const greedy = quickStops(ledger, costs);
  const stopsIn = ({ chosen }: Found): number => chosen.filter((option) => options[option]?.stops).length;
  const told = (found: Found, proven: boolean): Answer => ({
    chosen: found.chosen.flatMap((option) => options[option] ?? []),
    proven,
  });
  const budget = { left: Math.ceil(steps / 4) };
  for (let stops = least; stops <= options.length; stops += 1) {
    const known = greedy && stopsIn(greedy) === stops ? greedy : null;
    const limits = { most: options.length, stops, known, steps: budget, costOfMinute: 0 };
    const { found, exhausted, cut } = searchWithin(ledger, limits);
    if (found) return told(found, true);
    if (!exhausted) return greedy ? told(greedy, false) : { chosen: [], proven: false };
    if (!cut) break;
  }
  return { chosen: [], proven: true };
};

/** With handovers first and without any, whichever lets fewer stop. */
const quickStops = (ledger: Ledger, costs: readonly number[]): Found | null => {
  const tries = [true, false].flatMap((withMoves): Found[] => {
    const taken = withMoves ? takeGreedily(ledger) : [];
    taken.push(...stopWhatIsLeft(ledger));
    const fits = ledger.troubles().length === 0;
    for (const option of taken) ledger.putBack(option);
    return fits ? [{ chosen: taken, cost: taken.reduce((sum, each) => sum + (costs[each] ?? 0), 0) }] : [];
  });
  const stops = ({ chosen }: Found): number => chosen.filter((option) => ledger.options[option]?.stops).length;
  return tries.toSorted((one, other) => stops(one) - stops(other) || one.cost - other.cost)[0] ?? null;
};

type Shortage = { first: number; last: number; parts: number };

/**
 * Weeks that everybody together has too little time for: handovers change nothing about that. Not those that are handed over in part, because a
 * day is not the same part of everybody's week.
 */
const shortages = (
  balance: Balance,
  { days, must }: { days: { first: number; end: number }; must: (first: number, last: number) => boolean },
): Shortage[] => {
  const partial = new Set([days.first, days.end].filter((day) => day % 7 !== 0).map((day) => Math.floor(day / 7)));
  const found: Shortage[] = [];
  for (let from = 0; from < weeksAhead; from += 1)
    for (let to = from; to < weeksAhead && !partial.has(to) && !partial.has(from); to += 1) {
      const [first, last] = [7 * from, 7 * to + 6];
      const parts = must(first, last) ? balance.together(first, last) : 0;
      if (parts > 0) found.push({ first, last, parts });
    }
  return found;
};

/** So many shares have to stop at least: the largest ones, as far as everybody together is short. */
const stopsNeeded = (options: readonly MoveOption[], short: readonly Shortage[]): number =>
  short.reduce((most, { first, last, parts }) => {
    const byItem = new Map<number, number>();
    for (const { item, stops, aPercent, available } of options) {
      if (!stops) continue;
      const taken =
        available *
        aPercent.reduce((sum, effect) => (effect.first >= first && effect.last <= last ? sum - effect.parts : sum), 0);
      byItem.set(item, Math.max(byItem.get(item) ?? 0, taken));
    }
    const largest = [...byItem.values()].toSorted((one, other) => other - one);
    let left = parts;
    const needed = largest.findIndex((taken) => (left -= taken) <= 0);
    return Math.max(most, needed < 0 ? 1 : needed + 1);
  }, 1);

const asMove = ({ move, minutes }: MoveOption): ProposedMove => ({ ...move, minutes });
const asStop = ({ move, minutes }: MoveOption): Stop => {
  const { responsibilityId, assignmentId, workId, sharePercent, giver } = move;
  return { responsibilityId, assignmentId, workId, sharePercent, giver, minutes };
};
