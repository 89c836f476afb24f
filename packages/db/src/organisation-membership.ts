import type { Actor } from '@roer/domain/access/may';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import type { Statements } from './statements.ts';

/** Somebody's appointments on the day `today`. Runs inside a transaction of one organisation. */
export const readOwnAppointments = async (
  statements: Statements,
  { personId, today }: { personId: PersonId; today: LocalDate },
): Promise<Actor['appointments']> => {
  const result = await statements.query<Actor['appointments'][number]>({
    name: 'own-appointments',
    text: `SELECT "id", "kind", "domainId" FROM "Appointment"
      WHERE "personId" = $1 AND "from" <= $2 AND ("until" IS NULL OR "until" > $2)`,
    values: [personId, today],
  });
  return result.rows;
};
