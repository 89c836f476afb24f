import type { LocalDate } from '../dates.ts';
import type { MembershipId, PersonId, TeamId } from '../ids.ts';
import { readHours } from './import-hours.ts';
import type { ReadHours } from './import-hours.ts';
import { decideHomes } from './import-homes.ts';
import { finishPlan, refusedPlan } from './import-plan.ts';
import type { ImportPlan } from './import-plan.ts';
import { mappingProblems, readRow } from './import-rows.ts';
import type { MappedTable, RowReading } from './import-rows.ts';
import { teamFinder } from './import-teams.ts';
import type { TeamFact } from './import-teams.ts';
import { onOneLine, readDate, readEmail, readYesNo, sameAs } from './import-values.ts';

export type MembershipFact = {
  id: MembershipId;
  personId: PersonId;
  teamId: TeamId;
  home: boolean;
  from: LocalDate;
  /** Null for a membership that goes on. */
  until: LocalDate | null;
  minutesByWeekday: number[];
};
/** The organisation as an import of people sees it; memberships are all of them, also those that ended. */
export type PeopleFacts = {
  teams: TeamFact[];
  people: { id: PersonId; name: string; email: string; erased: boolean }[];
  memberships: MembershipFact[];
};

/** What one row asks for. `current` is the membership that goes on already. */
export type PersonDraft = {
  row: RowReading;
  name: string;
  email: string;
  team: TeamFact | null;
  hours: ReadHours | null;
  /** Null when the file does not say it. */
  home: boolean | null;
  from: LocalDate;
  current: MembershipFact | null;
};

export type ImportContext = { today: LocalDate; newId: () => string; skipWrongRows: boolean };

/**
 * What an import of people would do, and does (rules IM9–IM16): pure, and the same for the same facts but for the ids that
 * `newId` gives. Writing it and planning the same file again gives only `same`.
 */
export const planPeopleImport = (mapped: MappedTable, facts: PeopleFacts, context: ImportContext): ImportPlan => {
  const fileProblems = mappingProblems(mapped);
  if (fileProblems.length > 0) return refusedPlan(fileProblems);
  const personOf = new Map(facts.people.map((person) => [person.email, person]));
  const membershipsOf = Map.groupBy(facts.memberships, ({ personId }) => personId);
  const findTeam = teamFinder(facts.teams);
  const past = (email: string): MembershipFact[] => membershipsOf.get(personOf.get(email)?.id ?? noPerson) ?? [];

  const drafts = mapped.table.rows.map((tableRow): PersonDraft => {
    const row = readRow(mapped, tableRow);
    const complete = row.problems.length === 0;
    const email = complete ? (row.value('email', readEmail, 'badEmail') ?? '') : '';
    if (personOf.get(email)?.erased) row.wrong('email', 'emailTaken', { value: email });
    const team = complete ? findTeam(row) : null;
    const hours = complete ? readHours(row) : null;
    const home = complete ? row.value('home', readYesNo, 'badYesNo') : null;
    const said = complete ? row.value('from', readDate, 'badDate') : null;
    if (said !== null && said > context.today) row.wrong('from', 'dateInFuture', { value: row.text('from') });
    const from = said ?? context.today;
    const here = past(email).filter(({ teamId }) => teamId === team?.id);
    const current = here.find(({ until }) => until === null) ?? null;
    if (!current && here.some(({ until }) => until !== null && until > from))
      row.wrong('from', 'earlierMembership', { value: row.text('from') });
    return { row, name: onOneLine(row.text('name')), email, team, hours, home, from, current };
  });
  tellDoubles(drafts, facts);
  const isRight = ({ row }: PersonDraft): boolean => row.problems.length === 0;
  const homes = decideHomes(drafts.filter(isRight), past);

  const writes = {
    people: [] as object[],
    names: [] as object[],
    memberships: [] as object[],
    homes: [] as object[],
    memberHours: [] as object[],
  };
  const teams = new Set<TeamId>();
  const ids = new Map<string, PersonId>();
  const rows = drafts.map((draft) => {
    const { row, name, email, team, current } = draft;
    const minutes = draft.hours?.minutesFor(current?.minutesByWeekday ?? null) ?? current?.minutesByWeekday ?? null;
    const seen = {
      line: row.line,
      name: name || row.text('email'),
      team: team?.name ?? (row.text('team') || null),
      minutesAWeek: minutes && sum(minutes),
      people: [],
      problems: row.problems,
    };
    if (!isRight(draft)) return { ...seen, right: 'same' as const };
    const known = personOf.get(email);
    const isNew = !known && !ids.has(email);
    // An id of the database, or one that its caller will make one of.
    const personId = known?.id ?? ids.get(email) ?? (context.newId() as PersonId);
    const renamed = known !== undefined && known.name !== name && !ids.has(email);
    ids.set(email, personId);
    if (isNew) writes.people.push({ id: personId, name, email });
    if (renamed) {
      writes.names.push({ id: personId, name });
      for (const { teamId, until } of past(email)) if (until === null) teams.add(teamId);
    }
    const home = homes.get(draft) ?? false;
    if (team && !current) {
      const id = context.newId();
      writes.memberships.push({ id, personId, teamId: team.id, from: draft.from, home });
      writes.memberHours.push({ membershipId: id, from: draft.from, minutesByWeekday: minutes ?? noHours });
      teams.add(team.id);
      return { ...seen, right: 'new' as const };
    }
    const otherHours = current && minutes && minutes.some((value, day) => value !== current.minutesByWeekday[day]);
    if (otherHours)
      writes.memberHours.push({
        membershipId: current.id,
        from: later(context.today, current.from),
        minutesByWeekday: minutes,
      });
    const otherHome = current && current.home !== home;
    if (otherHome) writes.homes.push({ id: current.id, home });
    if (current && (otherHours || otherHome)) teams.add(current.teamId);
    const right = isNew ? 'new' : renamed || otherHours || otherHome ? 'changed' : 'same';
    return { ...seen, right } as const;
  });
  return finishPlan({ rows, fileProblems, skipWrongRows: context.skipWrongRows, teams, writes });
};

const noHours = [0, 0, 0, 0, 0, 0, 0];
// Nobody has it: a look-up by it finds nothing.
const noPerson = '' as PersonId;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** Rows about the same person and team, and people who are probably the same (rules IM11, IM12). */
const tellDoubles = (drafts: readonly PersonDraft[], facts: PeopleFacts): void => {
  const complete = drafts.filter(({ email }) => email !== '');
  for (const same of Map.groupBy(complete, ({ email }) => email).values()) {
    if (same.length === 1) continue;
    const inTeam = Map.groupBy(same, ({ team }) => team?.id ?? '');
    for (const doubled of inTeam.values())
      for (const draft of doubled)
        tellOther(
          draft,
          doubled.find((other) => other !== draft),
          'doubledRow',
        );
    const [first] = same;
    const different = same.find(({ name }) => name !== first?.name);
    for (const draft of same) tellOther(draft, draft.name === first?.name ? different : first, 'nameDiffers');
  }
  const emailOf = new Map(facts.people.map(({ id, email }) => [id, email]));
  const nameOf = new Map(facts.people.map(({ id, name }) => [id, sameAs(name)]));
  const members = Map.groupBy(
    facts.memberships.filter(({ until }) => until === null),
    ({ teamId, personId }) => `${teamId} ${nameOf.get(personId)}`,
  );
  const inFile = Map.groupBy(complete, ({ team, name }) => `${team?.id} ${sameAs(name)}`);
  const listed = new Set(complete.map(({ email }) => email));
  for (const draft of complete) {
    if (!draft.team || draft.current || draft.row.problems.length > 0) continue;
    const key = `${draft.team.id} ${sameAs(draft.name)}`;
    const other = inFile.get(key)?.find(({ email }) => email !== draft.email);
    // Who is in the file under the own address was compared there.
    const member = members.get(key)?.find(({ personId }) => {
      const email = emailOf.get(personId) ?? '';
      return email !== draft.email && !listed.has(email);
    });
    if (other) tellOther(draft, other, 'sameName');
    else if (member) draft.row.wrong('name', 'sameName', { value: draft.name });
  }
};

const tellOther = (
  draft: PersonDraft,
  other: PersonDraft | undefined,
  reason: 'doubledRow' | 'nameDiffers' | 'sameName',
): void => {
  if (!other) return;
  const field = reason === 'doubledRow' ? 'email' : 'name';
  draft.row.wrong(field, reason, { value: draft.row.text(field), otherLine: other.row.line });
};
