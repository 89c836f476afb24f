import type { ClientBase } from 'pg';
import type { OrganisationId } from '@roer/domain/ids';

type Queries = Pick<ClientBase, 'query'>;

/** Beside the numbers of `inRelease`: whether an organisation stays. */
const existence = -1_000_001;

/** Until this transaction ends, nobody removes the organisation: rows are made for it in more than one table. */
export const holdOrganisation = async (client: Queries, organisationId: OrganisationId): Promise<void> => {
  await client.query('SELECT pg_advisory_xact_lock_shared(hashtext($1), $2)', [organisationId, existence]);
};

/** Waits until nobody holds the organisation, and keeps it so until this transaction ends. */
export const waitForOrganisation = async (client: Queries, organisationId: OrganisationId): Promise<void> => {
  await client.query('SELECT pg_advisory_xact_lock(hashtext($1), $2)', [organisationId, existence]);
};
