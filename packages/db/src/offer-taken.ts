import type { OfferId, PersonId, TeamId } from '@roer/domain/ids';
import type { Statements } from './statements.ts';

/** Who accepted an offer of the team; null when nobody did. Facts hold open offers only. */
export const readWhoAccepted = async (
  client: Statements,
  { teamId, offerId }: { teamId: TeamId; offerId: OfferId },
): Promise<PersonId | null> => {
  const { rows } = await client.query<{ personId: PersonId | null }>({
    name: 'offer-taken',
    text: `SELECT CASE "kind" WHEN 'give' THEN "toPersonId" ELSE "fromPersonId" END AS "personId"
      FROM "Offer" WHERE "teamId" = $1 AND "id" = $2 AND "state" = 'accepted'`,
    values: [teamId, offerId],
  });
  return rows[0]?.personId ?? null;
};
