import type { LocalDate } from '../dates.ts';
import { holdsOn } from '../dates.ts';
import { DomainError } from '../errors.ts';
import type { AppointmentId, DomainId, PersonId } from '../ids.ts';

/** An appointment; a manager without a domain is appointed for the whole organisation, an administrator always is. */
export type AppointmentRow = {
  id: AppointmentId;
  personId: PersonId;
  kind: 'manager' | 'administrator';
  domainId: DomainId | null;
  from: LocalDate;
  until: LocalDate | null;
};

/** All appointments that have not ended, and who can sign in with a password. */
export type AppointmentFacts = { appointments: readonly AppointmentRow[]; canSignIn: ReadonlySet<PersonId> };

/**
 * The appointment that has to be written from today on, or null when somebody has it already (rule O14).
 * Throws `badInput` for an administrator of one domain: there is no such thing.
 */
export const decideAppoint = (
  { appointments }: AppointmentFacts,
  input: Pick<AppointmentRow, 'id' | 'personId' | 'kind' | 'domainId'>,
  { today }: { today: LocalDate },
): AppointmentRow | null => {
  if (input.kind === 'administrator' && input.domainId !== null)
    throw new DomainError('badInput', { field: 'domainId' });
  const { id, personId, kind, domainId } = input;
  const known = appointments.some(
    (row) => row.personId === personId && row.kind === kind && row.domainId === domainId && holdsOn(row, today),
  );
  return known ? null : { id, personId, kind, domainId, from: today, until: null };
};

/**
 * The appointments of `ending` as they end today. Throws `lastAdministrator` when no administrator would be left who can
 * sign in (rule O13): then nobody could invite anybody any more. `evenLast`: not when it was decided before, and is done once more (MD9).
 */
export const decideEndAppointments = (
  { appointments, canSignIn }: AppointmentFacts,
  ending: (row: AppointmentRow) => boolean,
  { today, evenLast = false }: { today: LocalDate; evenLast?: boolean },
): AppointmentRow[] => {
  const current = appointments.filter((row) => holdsOn(row, today));
  const governs = (row: AppointmentRow): boolean => row.kind === 'administrator' && canSignIn.has(row.personId);
  const stops = current.filter(ending);
  if (
    !evenLast &&
    stops.some((row) => row.kind === 'administrator') &&
    !current.some((row) => governs(row) && !ending(row))
  )
    throw new DomainError('lastAdministrator');
  return stops.map((row) => ({ ...row, until: today }));
};
