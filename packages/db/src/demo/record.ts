import { addDays, daysBetween, later, type LocalDate } from '@roer/domain/dates';
import type { AssignmentRole } from '@roer/domain/feed';
import type { TeamAction } from '@roer/domain/team-actions';
import type { AreaId, OrganisationId, PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import type { ResponsibilityTrace } from '@roer/domain/responsibilities/history';
import { organisingAreaName } from './content/organising.ts';
import type { PlannedMember, PlannedResponsibility } from './plan.ts';
import type { Random } from './random.ts';
import type { Municipality } from './rows.ts';

/** What writing a team down needs: the rows to add to, the team, and the moment it all leads up to. */
export type Recording = {
  rows: Municipality;
  random: Random;
  organisationId: OrganisationId;
  teamId: TeamId;
  members: readonly PlannedMember[];
  now: number;
  today: LocalDate;
};

/** Writes an area and its responsibilities down, with a history that could have led to them. */
export const recordArea = (
  recording: Recording,
  area: { name: string; order: number; responsibilities: readonly PlannedResponsibility[] },
): void => {
  const { rows, random, organisationId, teamId, now } = recording;
  const areaId = random.id<'area'>(now);
  rows.Area.push({ organisationId, id: areaId, teamId, name: area.name, order: area.order });
  const organising = area.name === organisingAreaName;
  for (const planned of area.responsibilities) recordResponsibility(recording, { areaId, organising, planned });
};

const recordResponsibility = (
  recording: Recording,
  { areaId, organising, planned }: { areaId: AreaId; organising: boolean; planned: PlannedResponsibility },
): void => {
  const { rows, random, organisationId, teamId, members, now, today } = recording;
  const id = random.id<'responsibility'>(now);
  const nobody = planned.holders.length === 0;
  const openedOn = addDays(today, -(nobody && !planned.earlier ? random.between(12, 60) : random.between(240, 850)));
  const there = members.filter((member) => member.from <= openedOn);
  audit(recording, {
    on: openedOn,
    actorId: random.pick(there).personId,
    action: 'responsibility.create',
    subjectId: id,
  });

  const hoursChanged =
    planned.earlier?.hoursUntilDaysAgo ?? (!nobody && random.chance(12) ? random.between(20, 200) : null);
  const minutesBefore = planned.earlier?.minutesAWeek ?? Math.max(60, planned.minutesAWeek - 60);
  const edited = hoursChanged !== null && minutesBefore !== planned.minutesAWeek;
  const season = [...planned.season];
  const hours = { organisationId, responsibilityId: id, season };
  rows.ResponsibilityHours.push({
    ...hours,
    from: openedOn,
    minutesAWeek: edited ? minutesBefore : planned.minutesAWeek,
  });
  if (edited) {
    const on = addDays(today, -hoursChanged);
    rows.ResponsibilityHours.push({ ...hours, from: on, minutesAWeek: planned.minutesAWeek });
    audit(recording, {
      on,
      actorId: random.pick(members.filter((member) => member.from <= on)).personId,
      action: 'responsibility.edit',
      subjectId: id,
      detail: { changed: ['minutesAWeek'], minutesAWeek: [minutesBefore, planned.minutesAWeek] },
    });
  }
  rows.Responsibility.push({
    organisationId,
    id,
    teamId,
    areaId,
    catalogueItemId: null,
    title: planned.title,
    purpose: planned.purpose,
    criticality: planned.criticality,
    organising,
    openedOn,
    editedOn: openedOn,
    closedOn: null,
    version: edited ? 2 : 1,
  });
  recordHolders(recording, { id, openedOn, planned });
  for (const member of planned.substitutes) {
    const from = startFor(recording, { openedOn, member });
    assign(recording, { id, member, role: 'substitute', sharePercent: 100, from, until: null });
    tookOver(recording, { id, member, role: 'substitute', sharePercent: 100, from });
  }
};

type Carried = { id: ResponsibilityId; openedOn: LocalDate; planned: PlannedResponsibility };

const recordHolders = (recording: Recording, { id, openedOn, planned }: Carried): void => {
  const { today, random } = recording;
  for (const { member, sharePercent } of planned.holders) {
    const from = planned.earlier
      ? addDays(today, -planned.earlier.untilDaysAgo)
      : startFor(recording, { openedOn, member });
    assign(recording, { id, member, role: 'holder', sharePercent, from, until: null });
    const earlier = earlierHolder(recording, { id, openedOn, planned }, from);
    if (!earlier) {
      tookOver(recording, { id, member, role: 'holder', sharePercent, from });
      continue;
    }
    const agreed = planned.earlier !== undefined || random.chance(60);
    // Without an agreement the slot stood open for some days.
    const until = agreed ? from : addDays(from, -random.between(1, 14));
    assign(recording, { id, member: earlier, role: 'holder', sharePercent: 100, from: openedOn, until });
    tookOver(recording, { id, member: earlier, role: 'holder', sharePercent: 100, from: openedOn });
    const released: ResponsibilityTrace['released'] = [{ personId: earlier.personId, role: 'holder' }];
    if (agreed) {
      const received: ResponsibilityTrace['received'] = [{ personId: member.personId, role: 'holder', sharePercent }];
      const detail = { released, received };
      audit(recording, { on: from, actorId: member.personId, action: 'offer.accept', subjectId: id, detail });
    } else {
      const givenBack = { action: 'assignment.giveBack', subjectId: id, detail: { released } } as const;
      audit(recording, { on: until, actorId: earlier.personId, ...givenBack });
      tookOver(recording, { id, member, role: 'holder', sharePercent, from });
    }
  }
};

/**
 * Who carried it before, if somebody did: never one who has a part in it now, because then two rows could overlap. What leans on one person
 * never had another, who could still do it (rule L1.6).
 */
const earlierHolder = (recording: Recording, carried: Carried, from: LocalDate): PlannedMember | undefined => {
  const { random, members } = recording;
  const { openedOn, planned } = carried;
  if (planned.earlier) return planned.earlier.member;
  if (planned.holders.length !== 1 || planned.substitutes.length === 0) return undefined;
  if (daysBetween(openedOn, from) < 30 || !random.chance(60)) return undefined;
  const involved = new Set([...planned.holders.map((holder) => holder.member), ...planned.substitutes]);
  const [earlier] = random.shuffled(members.filter((member) => !involved.has(member) && member.from <= openedOn));
  return earlier;
};

/** A day on which somebody could begin: when both are there, and before today. */
const startFor = (
  { random, today }: Recording,
  { openedOn, member }: { openedOn: LocalDate; member: PlannedMember },
): LocalDate => {
  const first = later(openedOn, member.from);
  return addDays(first, random.between(0, Math.min(150, daysBetween(first, today) - 1)));
};

type Part = {
  id: ResponsibilityId;
  member: PlannedMember;
  role: AssignmentRole;
  sharePercent: number;
  from: LocalDate;
};

const assign = (recording: Recording, { id, member, ...part }: Part & { until: LocalDate | null }): void => {
  const { rows, random, organisationId, teamId, now } = recording;
  rows.Assignment.push({
    organisationId,
    id: random.id<'assignment'>(now),
    teamId,
    responsibilityId: id,
    personId: member.personId,
    ...part,
  });
};

const tookOver = (recording: Recording, { id, member, role, sharePercent, from }: Part): void =>
  audit(recording, {
    on: from,
    actorId: member.personId,
    action: 'assignment.takeOver',
    subjectId: id,
    detail: { received: [{ personId: member.personId, role, sharePercent }] },
  });

/** An audit entry some time in the office hours of a day. */
export const audit = (
  { rows, random, organisationId, teamId }: Recording,
  entry: {
    on: LocalDate;
    actorId: PersonId;
    action: TeamAction;
    subjectId: ResponsibilityId;
    detail?: ResponsibilityTrace;
  },
): void => {
  const at = Date.parse(`${entry.on}T08:00:00Z`) + random.between(0, 28_000) * 1000;
  rows.AuditEntry.push({
    organisationId,
    id: random.id(at),
    teamId,
    actorId: entry.actorId,
    action: entry.action,
    subjectId: entry.subjectId,
    detail: entry.detail ?? {},
    at: new Date(at).toISOString(),
  });
};
