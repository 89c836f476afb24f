import { addDays, type LocalDate } from '@roer/domain/dates';
import type { TeamId } from '@roer/domain/ids';
import { environmentTeams, spatialTeamName } from './content/environment.ts';
import { districtName } from './content/names.ts';
import { permitsMembers, permitsTeamName, type PermitsMember } from './content/permits.ts';
import { informationTeamName, servicesTeams } from './content/services.ts';
import { socialTeams } from './content/social.ts';
import type { TeamWords } from './content/words.ts';
import { firstNameOf, type PeopleOffice } from './people.ts';
import { personaNames } from './personas.ts';
import type { PlannedMember } from './plan.ts';
import type { Random } from './random.ts';
import { inventWeek, weekOf } from './week.ts';

/** A team with its people, before it has work. */
export type StaffedTeam = {
  id: TeamId;
  name: string;
  domain: 0 | 1 | 2;
  /** Null for the team of the drawings: its work is prescribed. */
  words: TeamWords | null;
  members: PlannedMember[];
};

// The domains take turns, so that a small municipality has teams in each.
const teamWords = [0, 1, 2, 3].flatMap((index) =>
  [socialTeams, servicesTeams, environmentTeams].flatMap((teams) => teams[index] ?? []),
);

/** The teams in their order: that of the drawings first; after the twelfth the same kinds of team, each in a district. */
export const makeTeams = (random: Random, { count, now }: { count: number; now: number }): StaffedTeam[] =>
  Array.from({ length: count }, (_, index) => {
    const id = random.id<'team'>(now);
    if (index === 0) return { id, name: permitsTeamName, domain: 0, words: null, members: [] };
    const place = index - 1;
    const words = teamWords[place % teamWords.length];
    if (!words) throw new Error('There are no words for teams.');
    const round = Math.floor(place / teamWords.length);
    const name = round === 0 ? words.name : `${words.name} ${districtName(round - 1)}`;
    return { id, name, domain: words.domain, words, members: [] };
  });

const contracts = [36, 36, 36, 36, 32, 32, 32, 32, 28, 28, 24, 24, 20, 16] as const;
const overwhelmedElsewhere = { week: weekOf([0, 0, 4, 8, 8]), loadPercent: 137 };

type Staffing = { teams: readonly StaffedTeam[]; office: PeopleOffice; random: Random; today: LocalDate };

/** The nine of the drawings. One of them works half elsewhere and carries too much in both teams. */
export const staffPermits = ({ teams, office, random, today }: Staffing): Map<PermitsMember, PlannedMember> => {
  const [permits] = teams;
  const elsewhere = teams.find((team) => team.name === spatialTeamName) ?? teams[1];
  if (!permits || !elsewhere) throw new Error('The example municipality needs two teams at least.');
  const known = new Map<PermitsMember, PlannedMember>();
  // The keys of an object literal are its own.
  for (const name of Object.keys(permitsMembers) as PermitsMember[]) {
    const personId = office.hire(name);
    const from = addDays(today, -random.between(900, 1700));
    const week = weekOf(permitsMembers[name]);
    const member = office.join({ personId, teamId: permits.id, from, home: true, week, loadPercent: 80 });
    known.set(name, member);
    permits.members.push(member);
    if (name !== personaNames.overwhelmed) continue;
    const since = addDays(today, -random.between(200, 400));
    elsewhere.members.push(
      office.join({ personId, teamId: elsewhere.id, from: since, home: false, ...overwhelmedElsewhere }),
    );
  }
  return known;
};

/** Fills the other teams with `count` people, one in twenty-five of whom also works a day in the next team. */
export const staffOthers = (staffing: Staffing, count: number): void => {
  const { teams, office, random, today } = staffing;
  const others = teams.slice(1);
  const administratorsTeam = others.find((team) => team.name === informationTeamName) ?? others.at(-1);
  const firstNames = new Map(others.map((team) => [team, new Set<string>()]));
  for (const [index, size] of sizesFor(random, { teams: others.length, people: count }).entries()) {
    const team = others[index];
    const next = others[(index + 1) % others.length];
    if (!team || !next) continue;
    for (let place = 0; place < size; place += 1) {
      const administrator = team === administratorsTeam && place === 0;
      const taken = firstNames.get(team) ?? new Set<string>();
      const name = administrator ? personaNames.administrator : office.inventName(taken);
      taken.add(firstNameOf(name));
      const personId = office.hire(name);
      if (administrator) office.appoint({ personId, kind: 'administrator', domainId: null });
      // The first two were there before all work began, so that somebody can have begun it.
      const from = addDays(today, -(place < 2 ? random.between(900, 1700) : random.between(60, 1500)));
      const contract = administrator ? 32 : random.pick(contracts);
      const split = team !== next && place > 1 && contract >= 28 && random.chance(6);
      const days = random.shuffled([0, 1, 2, 3, 4]);
      const week = inventWeek(random, split ? { hours: contract - 8, days: days.slice(1) } : { hours: contract });
      const loadPercent = random.between(66, 86);
      team.members.push(office.join({ personId, teamId: team.id, from, home: true, week, loadPercent }));
      if (!split) continue;
      const dayElsewhere = inventWeek(random, { hours: 8, days: days.slice(0, 1) });
      const since = addDays(from, random.between(20, 50));
      next.members.push(
        office.join({ personId, teamId: next.id, from: since, home: false, week: dayElsewhere, loadPercent: 75 }),
      );
    }
  }
};

/** Sizes that differ by a few and add up to `people`. */
const sizesFor = (random: Random, { teams, people }: { teams: number; people: number }): number[] => {
  const base = Math.floor(people / teams);
  const sizes = Array.from({ length: teams }, (_, index) => base + (index < people % teams ? 1 : 0));
  for (let index = 0; index + 1 < teams; index += 2) {
    const moved = base > 5 ? random.between(-1, 1) : 0;
    sizes[index] = (sizes[index] ?? 0) + moved;
    sizes[index + 1] = (sizes[index + 1] ?? 0) - moved;
  }
  return sizes;
};
