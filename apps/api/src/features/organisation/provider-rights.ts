import * as appointments from '@roer/db/organisation-appointments';
import type { TeamPart } from '@roer/db/organisation-command';
import { insertAuditEntry } from '@roer/db/provider-people';
import type { ProviderPerson } from '@roer/db/provider-people';
import { statementsIn } from '@roer/db/statements';
import { readTeamFacts } from '@roer/db/team-facts';
import { DomainError } from '@roer/domain/errors';
import type { AppointmentId, MembershipId, PersonId } from '@roer/domain/ids';
import { decideAppoint, decideEndAppointments } from '@roer/domain/organisation/appointment';
import type { AppointmentFacts, AppointmentRow } from '@roer/domain/organisation/appointment';
import type { RightsToFollow } from '@roer/domain/organisation/group-rights';
import { decideEndMembership, decideStartMembership } from '@roer/domain/organisation/membership';
import type { Accounts } from '../../platform/accounts.ts';
import type { Platform } from '../../platform/dependencies.ts';
import type { OrganisationTransaction } from '../../platform/organisation-transaction.ts';

/** The hours of a membership that a group gives, until somebody says otherwise: 36 a week, as the forms suggest. Minutes, Monday first. */
const usualWeek = [480, 480, 480, 480, 240, 0, 0];

type Following = { platform: Platform; transaction: OrganisationTransaction };
/** What a group gave: the id of a membership or an appointment, and the key of the right. */
type Given = { id: string; right: string };

const appointmentFacts = async (
  { database, actor }: OrganisationTransaction,
  accounts: Accounts,
): Promise<AppointmentFacts> => ({
  appointments: await appointments.readAppointments(database),
  canSignIn: await accounts.canSignIn(actor.organisationId),
});

/** Appoints somebody to what their groups give (rule O14). */
export const startAppointments = async (
  { platform, transaction }: Following,
  personId: PersonId,
  { startAppointments: wanted }: RightsToFollow,
): Promise<Given[]> => {
  const given: Given[] = [];
  for (const { key, kind, domainId } of wanted) {
    const facts = await appointmentFacts(transaction, platform.accounts);
    // The clock makes ids of whatever is asked for.
    const id = transaction.newId() as AppointmentId;
    const row = decideAppoint(facts, { id, personId, kind, domainId }, transaction);
    if (!row) continue;
    await appointments.insertAppointment(transaction.database, transaction.actor.organisationId, row);
    await writeAudit(transaction, row, 'appointment.start');
    given.push({ id, right: key });
  }
  return given;
};

/** The appointments that ended. The last administrator stays one, and the log says so (rule O13). */
export const endAppointments = async (
  { platform, transaction }: Following,
  wanted: readonly AppointmentId[],
): Promise<AppointmentId[]> => {
  const over: AppointmentId[] = [];
  for (const appointmentId of wanted) {
    try {
      const facts = await appointmentFacts(transaction, platform.accounts);
      const [row] = decideEndAppointments(facts, ({ id }) => id === appointmentId, transaction);
      if (!row) continue;
      await appointments.saveEndedAppointments(transaction.database, [row]);
      await writeAudit(transaction, row, 'appointment.end');
      over.push(appointmentId);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'lastAdministrator') throw error;
      platform.logger.warn({ singleSignOn: 'No group makes the last administrator one any more: they stay' });
    }
  }
  return over;
};

const writeAudit = (
  { database, actor, now, newId }: OrganisationTransaction,
  row: AppointmentRow,
  action: 'appointment.start' | 'appointment.end',
): Promise<void> =>
  insertAuditEntry(database, {
    organisationId: actor.organisationId,
    id: newId(),
    actorId: actor.personId,
    action,
    subjectId: row.personId,
    detail: { appointmentId: row.id },
    at: now,
  });

/** What somebody carried in a team that no group gives them any more becomes visibly open (rule O11). */
export const endMemberships = async (
  { database, today }: OrganisationTransaction,
  { endMemberships: wanted }: RightsToFollow,
): Promise<TeamPart[]> => {
  const teams: TeamPart[] = [];
  for (const { id, teamId } of wanted) {
    const facts = await readTeamFacts(statementsIn(database), { teamId, today, about: null });
    const changes = decideEndMembership(facts, { membershipId: id }, { today });
    teams.push({ teamId, action: 'membership.end', changes });
  }
  return teams;
};

/** Somebody joins the teams that their groups give. */
export const startMemberships = async (
  { database, today, newId }: OrganisationTransaction,
  { id: personId, name }: ProviderPerson,
  { startTeams }: RightsToFollow,
): Promise<{ teams: TeamPart[]; given: Given[] }> => {
  const teams: TeamPart[] = [];
  const given: Given[] = [];
  for (const { key, teamId, home } of startTeams) {
    const facts = await readTeamFacts(statementsIn(database), { teamId, today, about: [] });
    // As above.
    const membershipId = newId() as MembershipId;
    // Whether another team is their home was decided with all their teams in view.
    const person = { id: personId, name, homeElsewhere: false };
    const terms = { membershipId, minutesByWeekday: usualWeek, home };
    const changes = decideStartMembership(facts, { ...terms, person }, { today });
    teams.push({ teamId, action: 'membership.start', changes });
    given.push({ id: membershipId, right: key });
  }
  return { teams, given };
};
