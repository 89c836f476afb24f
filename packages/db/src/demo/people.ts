import { addDays, type LocalDate } from '@roer/domain/dates';
import type { DomainId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import { emailOf, inventName } from './content/names.ts';
import type { PlannedMember } from './plan.ts';
import type { Random } from './random.ts';
import type { Municipality } from './rows.ts';
import { minutesOf } from './week.ts';

export type PeopleOffice = {
  /** Adds somebody. Namesakes get a number in their e-mail address, never in their name. */
  readonly hire: (name: string) => PersonId;
  /** A name that nobody has yet, as long as there are any, with a first name that is not in `firstNames` if possible. */
  readonly inventName: (firstNames: ReadonlySet<string>) => string;
  /** Adds a membership without an end, and what the team may plan with. */
  readonly join: (membership: {
    personId: PersonId;
    teamId: TeamId;
    from: LocalDate;
    home: boolean;
    week: number[];
    loadPercent: number;
  }) => PlannedMember;
  readonly appoint: (appointment: {
    personId: PersonId;
    kind: 'manager' | 'administrator';
    domainId: DomainId | null;
  }) => void;
};

export const firstNameOf = (name: string): string => name.split(' ')[0] ?? name;

/** Keeps the people of the municipality: everybody passes through here once. */
export const openPeopleOffice = (options: {
  rows: Municipality;
  random: Random;
  organisationId: OrganisationId;
  now: number;
  today: LocalDate;
}): PeopleOffice => {
  const { rows, random, organisationId, now, today } = options;
  const namesakes = new Map<string, number>();
  return {
    hire: (name) => {
      const number = (namesakes.get(name) ?? 0) + 1;
      namesakes.set(name, number);
      const id = random.id<'person'>(now);
      rows.Person.push({ organisationId, id, name, email: emailOf(name, number), erasedAt: null });
      return id;
    },
    inventName: (firstNames) => {
      let name = inventName(random);
      for (let tries = 0; tries < 40 && (namesakes.has(name) || firstNames.has(firstNameOf(name))); tries += 1) {
        name = inventName(random);
      }
      return name;
    },
    join: ({ personId, teamId, from, home, week, loadPercent }) => {
      const membershipId = random.id<'membership'>(now);
      rows.Membership.push({ organisationId, id: membershipId, personId, teamId, from, until: null, home });
      rows.MembershipHours.push({ organisationId, membershipId, from, minutesByWeekday: week });
      return { personId, from, minutes: minutesOf(week), loadPercent };
    },
    appoint: ({ personId, kind, domainId }) => {
      const from = addDays(today, -random.between(300, 900));
      const id = random.id<'appointment'>(now);
      rows.Appointment.push({ organisationId, id, personId, kind, domainId, from, until: null });
    },
  };
};
