import type { LocalDate } from '../dates.ts';
import type { TeamSnapshot } from '../feed.ts';
import type { DeadlineWorkId, PersonId, ResponsibilityId } from '../ids.ts';
import { inMinutes } from './horizon.ts';
import type { Closed, Horizon } from './horizon.ts';
import { describeWide, isWide } from './load.ts';
import type { WideWork } from './load.ts';
import { carryingOf, recurringPieces } from './recurring.ts';
import type { Piece } from './recurring.ts';
import { perScenario } from './scenario.ts';
import type { PerScenario } from './scenario.ts';
import { teamWork } from './team-work.ts';
import type { DeadlinePart, TeamWork } from './team-work.ts';

/**
 * Why a week asks what it asks of somebody. `standsInFor`: who holds it and is away; null for what they hold themselves. `from`: who gave it to
 * them for a while. `wholeWeek`: what their share would ask in a week in which they are there.
 */
export type RecurringReason = {
  responsibilityId: ResponsibilityId;
  sharePercent: number;
  minutesAWeek: number;
  seasonPercent: number;
  organising: boolean;
  standsInFor: PersonId | null;
  from: PersonId | null;
  wholeWeek: number;
  minutes: number;
};

export type DeadlineReason = {
  workId: DeadlineWorkId;
  responsibilityId: ResponsibilityId;
  title: string;
  due: LocalDate;
  percent: number;
  minutes: PerScenario<number>;
};

/** Minutes of their contract that somebody does not have in a week, and the days that makes. */
export type LessReason = { because: 'absence' | Closed; days: LocalDate[]; minutes: number };

/** What of somebody's own work is done by who stands in, or by nobody (`to` null), because they are away. */
export type Passed = { responsibilityId: ResponsibilityId; to: PersonId | null; minutes: number };

/**
 * A week of one person, part by part (rule W1.12). `recurring` and `deadline` add up to those of `deriveTeamLoad`, and `less` to contract less
 * available. `wide`: work with a deadline that can be done in this week too.
 */
export type WeekExplanation = {
  recurring: RecurringReason[];
  deadline: DeadlineReason[];
  less: LessReason[];
  passed: Passed[];
  wide: WideWork[];
};

/** Explains the week that begins on `monday`, one of the twelve from that of `today`; null for who is no member. Largest parts first. */
export const explainWeek = (
  snapshot: TeamSnapshot,
  { personId, monday, today }: { personId: PersonId; monday: LocalDate; today: LocalDate },
): WeekExplanation | null => {
  const team = teamWork(snapshot, today);
  const { horizon } = team;
  const work = team.people.find((person) => person.personId === personId);
  const week = horizon.mondays.indexOf(monday);
  if (!work || week < 0) return null;
  const pieces = piecesOf(snapshot, team, week);
  const here = work.deadlines.filter((part) => !isWide(part) && Math.floor(part.first / 7) === week);
  return {
    recurring: reasonsOf(
      snapshot,
      horizon,
      pieces.filter(({ carrier }) => carrier === personId),
    ),
    deadline: deadlineReasons(here, work.recurring[week] ?? 0),
    less: lessReasons(snapshot, team, personId, week),
    passed: passedOf(pieces.filter(({ row, carrier }) => row.personId === personId && carrier !== personId)),
    wide: work.deadlines
      .filter((part) => isWide(part) && part.first < 7 * week + 7 && part.last >= 7 * week)
      .map((part) => describeWide(part, horizon)),
  };
};

const piecesOf = (snapshot: TeamSnapshot, { horizon, attendances }: TeamWork, week: number): Piece[] => {
  const found: Piece[] = [];
  const carrying = carryingOf(snapshot);
  for (const responsibility of Object.values(snapshot.responsibility))
    recurringPieces(responsibility, carrying(responsibility.id), { horizon, attendances }, (piece) => {
      if (piece.week === week) found.push(piece);
    });
  return found.toSorted(
    (one, other) =>
      other.parts - one.parts ||
      one.row.responsibilityId.localeCompare(other.row.responsibilityId) ||
      one.row.id.localeCompare(other.row.id),
  );
};

/** Rounds so that the rounded parts add up to the rounded sum: what `before` had is rounded away with it. */
const roundedTogether = (before: number): ((parts: number) => number) => {
  let sum = before;
  return (parts) => {
    const already = inMinutes(sum);
    sum += parts;
    return inMinutes(sum) - already;
  };
};

const reasonsOf = (snapshot: TeamSnapshot, horizon: Horizon, pieces: readonly Piece[]): RecurringReason[] => {
  const round = roundedTogether(0);
  return pieces.flatMap(({ week, row, carrier, parts }) => {
    const responsibility = snapshot.responsibility[row.responsibilityId];
    if (!responsibility) return [];
    const { minutesAWeek, season, organising } = responsibility;
    const seasonPercent = season[horizon.months[week] ?? 0] ?? 100;
    return [
      {
        responsibilityId: row.responsibilityId,
        sharePercent: row.sharePercent,
        minutesAWeek,
        seasonPercent,
        organising,
        standsInFor: carrier === row.personId ? null : row.personId,
        // A row that a delegation made has the delegation's id.
        from: snapshot.delegation[row.id]?.fromPersonId ?? null,
        wholeWeek: inMinutes(row.sharePercent * minutesAWeek * seasonPercent),
        minutes: round(parts),
      },
    ];
  });
};

const deadlineReasons = (here: readonly DeadlinePart[], recurring: number): DeadlineReason[] => {
  const round = perScenario(() => roundedTogether(recurring));
  return here.map(({ row, percent, parts }) => ({
    workId: row.id,
    responsibilityId: row.responsibilityId,
    title: row.title,
    due: row.due,
    percent,
    minutes: perScenario((scenario) => round[scenario](parts[scenario])),
  }));
};

const lessReasons = (
  snapshot: TeamSnapshot,
  { horizon, attendances }: TeamWork,
  personId: PersonId,
  week: number,
): LessReason[] => {
  const member = Object.values(snapshot.member).find((row) => row.personId === personId);
  const attendance = attendances.get(personId);
  const reasons = new Map<LessReason['because'], LessReason>();
  for (let day = 7 * week; day < 7 * week + 7; day += 1) {
    const minutes = (member?.minutesByWeekday[day % 7] ?? 0) - (attendance?.capacity[day] ?? 0);
    const date = horizon.days[day];
    // Before somebody is a member they have no hours here, so there is nothing that is less.
    if (minutes === 0 || !date || !member || date < member.from) continue;
    const because = horizon.closed[day] ?? 'absence';
    const reason = reasons.get(because) ?? { because, days: [], minutes: 0 };
    reasons.set(because, { because, days: [...reason.days, date], minutes: reason.minutes + minutes });
  }
  return [...reasons.values()];
};

const passedOf = (pieces: readonly Piece[]): Passed[] =>
  pieces.map(({ row, carrier, parts }) => ({
    responsibilityId: row.responsibilityId,
    to: carrier,
    minutes: inMinutes(parts),
  }));
