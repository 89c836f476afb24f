import { readOpenTeams, readOwnHolidays, saveOwnHolidays } from '@roer/db/organisation-holidays';
import type { LocalDate } from '@roer/domain/dates';
import type { TeamId } from '@roer/domain/ids';
import { decideOwnHolidays } from '@roer/domain/organisation/own-holidays';
import { setOwnHolidaysInput } from '@roer/domain/organisation/schema';
import { organisationCommand, readOrganisation } from '../../platform/organisation-transaction.ts';
import { signedInProcedure } from '../../platform/trpc.ts';
import { openOrganisation } from './access.ts';
import type { AllowedOrganisation } from './access.ts';
import { nothingToDo } from './commands.ts';
import type { Done } from './commands.ts';

const open = openOrganisation('structure.write');

const ownHolidays = ({ transaction }: AllowedOrganisation<'structure.read'>): Promise<LocalDate[]> =>
  readOwnHolidays(transaction.database, transaction.actor.organisationId);

/** Every open team hears of it through its own feed, because their weeks are counted with it (rule O18). */
const setOwnHolidays = async (
  { transaction }: AllowedOrganisation<'structure.write'>,
  { days }: { days: LocalDate[] },
): Promise<Done> => {
  const { database, actor, today } = transaction;
  const { organisationId } = actor;
  const before = await readOwnHolidays(database, organisationId);
  const after = decideOwnHolidays({ before, days }, today);
  if (!after) return nothingToDo;
  await saveOwnHolidays(database, { organisationId, days: after });
  const teams = (await readOpenTeams(database)).map(({ id, name }) => ({
    teamId: id,
    action: 'team.holidays' as const,
    changes: [
      {
        entity: 'team' as const,
        before: { id, name, ownHolidays: before },
        after: { id, name, ownHolidays: after },
      },
    ],
  }));
  return { ...nothingToDo, done: { action: 'organisation.setHolidays', subjectId: organisationId, teams } };
};

export const holidaysProcedures = {
  ownHolidays: signedInProcedure.query(({ ctx }) =>
    readOrganisation(ctx, async (transaction) => ownHolidays(await openOrganisation('structure.read')(transaction))),
  ),
  setOwnHolidays: signedInProcedure.input(setOwnHolidaysInput).mutation(({ ctx, input }) =>
    organisationCommand(
      ctx,
      { procedure: 'organisation.setOwnHolidays', input },
      {
        open,
        teams: async ({ transaction }): Promise<TeamId[]> =>
          (await readOpenTeams(transaction.database)).map(({ id }) => id),
        work: (opened) => setOwnHolidays(opened, input),
      },
    ),
  ),
};
