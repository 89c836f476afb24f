import type { Criticality } from '@roer/domain/feed';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { seasons, type ResponsibilityWords } from './content/words.ts';
import type { Random } from './random.ts';

/** Somebody in a team: since when, with which contract there, and how much of it they should carry. */
export type PlannedMember = { personId: PersonId; from: LocalDate; minutes: number; loadPercent: number };

/** A responsibility with who carries it, before ids and dates are given out. */
export type PlannedResponsibility = {
  title: string;
  purpose: string;
  criticality: Criticality;
  minutesAWeek: number;
  season: readonly number[];
  holders: { member: PlannedMember; sharePercent: number }[];
  substitutes: PlannedMember[];
  /** Set when its history is prescribed; days before today. */
  earlier?: { member: PlannedMember; untilDaysAgo: number; minutesAWeek: number; hoursUntilDaysAgo: number };
};

const sharesOf = {
  gap: [],
  // Two people each thought the other would take the rest.
  unclear: [40, 40],
  thirds: [33, 33, 34],
  halves: [50, 50],
  fragile: [100],
  covered: [100],
} as const satisfies Record<string, readonly number[]>;
type Kind = keyof typeof sharesOf;

/**
 * Divides responsibilities over the members of a team, so that each carries about what they should (`loadPercent`), the
 * largest first to whoever has most room. Of ten responsibilities about one has nobody and nearly two lean on one person.
 */
export const planTeam = (
  random: Random,
  { members, words }: { members: readonly PlannedMember[]; words: readonly ResponsibilityWords[] },
): PlannedResponsibility[] => {
  const kinds = random.shuffled(kindsFor(random, { count: words.length, people: members.length }));
  const carried = words.reduce((sum, [, , hours], index) => sum + (hours * carriedBy(kinds[index])) / 100, 0);
  const wanted = members.reduce((sum, member) => sum + (member.minutes * member.loadPercent) / 100, 0);
  const planned = words.map(([title, purpose, hours, criticality, season], index) => {
    const responsibility: PlannedResponsibility = {
      title,
      purpose,
      criticality,
      minutesAWeek: Math.min(840, Math.max(60, Math.round((hours * wanted) / carried / 30) * 30)),
      season: seasons[season ?? 'even'],
      holders: [],
      substitutes: [],
    };
    return { kind: kinds[index] ?? 'covered', responsibility };
  });

  const room = new Map(members.map((member) => [member, (member.minutes * member.loadPercent) / 100]));
  const standsIn = new Map(members.map((member) => [member, 0]));
  const largestFirst = planned.toSorted(
    (one, other) => other.responsibility.minutesAWeek - one.responsibility.minutesAWeek,
  );
  for (const { kind, responsibility } of largestFirst) {
    const byRoom = members.toSorted((one, other) => (room.get(other) ?? 0) - (room.get(one) ?? 0));
    responsibility.holders = sharesOf[kind].flatMap((sharePercent, index) => {
      const member = byRoom[index];
      return member ? [{ member, sharePercent }] : [];
    });
    for (const { member, sharePercent } of responsibility.holders) {
      room.set(member, (room.get(member) ?? 0) - (responsibility.minutesAWeek * sharePercent) / 100);
    }
    if (kind !== 'covered') continue;
    const others = random
      .shuffled(members.filter((member) => !responsibility.holders.some((holder) => holder.member === member)))
      .toSorted((one, other) => (standsIn.get(one) ?? 0) - (standsIn.get(other) ?? 0));
    responsibility.substitutes = others.slice(0, random.chance(10) ? 2 : 1);
    for (const member of responsibility.substitutes) standsIn.set(member, (standsIn.get(member) ?? 0) + 1);
  }
  return planned.map(({ responsibility }) => responsibility);
};

const carriedBy = (kind: Kind | undefined): number =>
  sharesOf[kind ?? 'covered'].reduce((sum: number, sharePercent) => sum + sharePercent, 0);

const kindsFor = (random: Random, { count, people }: { count: number; people: number }): Kind[] => {
  const special: Kind[] = [
    ...Array.from({ length: Math.round(count * 0.09) }, (): Kind => 'gap'),
    ...Array.from({ length: Math.round(count * 0.17) }, (): Kind => 'fragile'),
    'unclear',
    ...(people > 3 && random.chance(60) ? (['thirds'] as const) : []),
    ...(people > 3 && random.chance(70) ? (['halves'] as const) : []),
  ];
  return Array.from({ length: count }, (_, index) => special[index] ?? 'covered');
};
