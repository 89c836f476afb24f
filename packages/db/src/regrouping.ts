import type { LocalDate } from '@roer/domain/dates';
import type { RowChange } from '@roer/domain/feed';
import type { OrganisationId } from '@roer/domain/ids';
import type { Regrouping } from '@roer/domain/organisation/reorganise-regrouping';
import type { RegroupedTeam } from '@roer/domain/organisation/reorganise-regroup';
import { insertTeam, placeTeam, savePlacement, saveTeamClosed } from './organisation-structure.ts';
import type { Transaction } from './organisation-transaction.ts';

type Regrouped = {
  organisationId: OrganisationId;
  today: LocalDate;
  newId: () => string;
  regrouping: Regrouping;
  teams: readonly RegroupedTeam[];
};

/**
 * Brings what goes from team to team to its new team: with a responsibility goes every row that hangs on it, of all years, because
 * the keys of those rows follow the key of the responsibility. The rows that change otherwise are saved with the feeds, after
 * this.
 */
export const saveRegrouping = async (
  transaction: Transaction,
  { organisationId, today, newId, regrouping, teams }: Regrouped,
): Promise<void> => {
  // Domain ids are of open domains, and the id of a placement is one that nothing else has.
  for (const { teamId, name, domainId } of regrouping.made)
    await insertTeam(transaction, {
      organisationId,
      id: teamId,
      name,
      on: today,
      placement: { id: newId(), domainId },
    });
  for (const { teamId, domainId } of regrouping.reopened) {
    await transaction.team.updateMany({ where: { id: teamId }, data: { closedOn: null } });
    await placeTeam(transaction, { organisationId, teamId, on: today, placement: { id: newId(), domainId } });
  }
  await saveAreas(transaction, organisationId, teams);
  for (const { teamId, moved } of teams) {
    const rows = [...moved].flatMap(({ entity, after }) => (entity === 'responsibility' && after ? [after] : []));
    if (rows.length > 0)
      await transaction.$executeRaw`UPDATE "Responsibility" s
        SET "teamId" = ${teamId}::uuid, "areaId" = r."areaId", "title" = r."title", "version" = r."version"
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" uuid, "areaId" uuid, "title" text, "version" int)
        WHERE s."organisationId" = ${organisationId}::uuid AND s."id" = r."id"`;
  }
  // A proposal goes where all of its things went; one that was torn apart was withdrawn.
  const teamIds = teams.map(({ teamId }) => teamId);
  await transaction.$executeRaw`UPDATE "Transfer" t SET "teamId" = i."teamId"
    FROM (SELECT "organisationId", "transferId", (array_agg("teamId"))[1] AS "teamId" FROM "TransferItem"
      WHERE "teamId" = ANY (${teamIds}::uuid[])
      GROUP BY "organisationId", "transferId" HAVING count(DISTINCT "teamId") = 1) i
    WHERE i."organisationId" = t."organisationId" AND i."transferId" = t."id" AND t."teamId" <> i."teamId"
      AND t."organisationId" = ${organisationId}::uuid`;
  for (const { entity, id, to } of regrouping.loose)
    if (entity === 'help') await transaction.help.updateMany({ where: { id }, data: { teamId: to } });
    else await transaction.obstacle.updateMany({ where: { id }, data: { teamId: to } });
  for (const { teamId, domainId } of regrouping.placed)
    await savePlacement(transaction, { organisationId, teamId, on: today, placement: { id: newId(), domainId } });
  for (const teamId of regrouping.closed) await saveTeamClosed(transaction, teamId, today);
};

const saveAreas = async (
  transaction: Transaction,
  organisationId: OrganisationId,
  teams: readonly RegroupedTeam[],
): Promise<void> => {
  const data = teams.flatMap(({ teamId, moved }) =>
    [...moved].flatMap((change: RowChange) =>
      change.entity === 'area' && change.after ? [{ ...change.after, organisationId, teamId }] : [],
    ),
  );
  if (data.length > 0) await transaction.area.createMany({ data });
};
