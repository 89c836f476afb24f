import type { CatalogueItemRecord } from '@roer/db/organisation-catalogue';
import type { PersonRecord } from '@roer/db/organisation-people';
import type { StructureRow } from '@roer/db/organisation-structure';
import type { AppointmentId, DomainId, PersonId, TeamId } from '@roer/domain/ids';
import type { AppointmentRow } from '@roer/domain/organisation/appointment';
import type { CatalogueFile } from '@roer/domain/organisation/catalogue-file';
import type { CatalogueEntry, CataloguePlan } from '@roer/domain/organisation/catalogue-plan';

/** How many rows of a dry run leave the server; the counts are always of the whole file. */
export const listedEntries = 2000;

export type Structure = {
  id: DomainId;
  name: string;
  /** `people`: how many are in the team; null to everybody but administrators (rule O1). */
  teams: { id: TeamId; name: string; people: number | null }[];
}[];

export const structureView = (rows: readonly StructureRow[], { counts }: { counts: boolean }): Structure =>
  rows.map(({ id, name, teams }) => ({
    id,
    name,
    teams: teams.map((team) => ({ id: team.id, name: team.name, people: counts ? team.people : null })),
  }));

/**
 * `active`: signs in; `invited`: an invitation is open; `expected`: the identity provider will let them in; `none`: none of these, so an invitation is the
 * next thing to do.
 */
export type AccountState = 'active' | 'invited' | 'expected' | 'none';

export type PersonView = {
  id: PersonId;
  name: string;
  email: string;
  state: AccountState;
  /** Whether a link for a new password is of use to them. */
  hasPassword: boolean;
  memberships: PersonRecord['memberships'];
  appointments: { id: AppointmentId; kind: AppointmentRow['kind']; domainId: DomainId | null }[];
};

export const peopleView = (
  people: readonly PersonRecord[],
  known: {
    appointments: readonly AppointmentRow[];
    canSignIn: (id: PersonId) => boolean;
    hasPassword: (id: PersonId) => boolean;
    hasProvider: boolean;
  },
): PersonView[] => {
  const { canSignIn, hasPassword, hasProvider } = known;
  const ofPerson = Map.groupBy(known.appointments, ({ personId }) => personId);
  return people.map(({ id, name, email, invited, accountEnded, memberships }) => ({
    id,
    name,
    email,
    state: canSignIn(id) ? 'active' : invited ? 'invited' : hasProvider && !accountEnded ? 'expected' : 'none',
    hasPassword: hasPassword(id),
    memberships,
    appointments: (ofPerson.get(id) ?? []).map((row) => ({ id: row.id, kind: row.kind, domainId: row.domainId })),
  }));
};

export const catalogueView = (items: readonly CatalogueItemRecord[]) =>
  items.map(({ id, source, externalId, parentExternalId, name, kind, description }) => ({
    id,
    source,
    externalId,
    parentExternalId,
    name,
    kind,
    description,
  }));

export type CataloguePreview = Pick<CataloguePlan, 'counts' | 'problems' | 'problemCount' | 'writable'> & {
  /** The first rows of the file; what is wrong comes before what is right when not all fit. */
  entries: CatalogueEntry[];
  entryCount: number;
  dialect: CatalogueFile['dialect'];
  /** To be given to the import, so that it does what was shown or nothing. */
  digest: string;
};

export const previewView = (
  { entries, counts, problems, problemCount, writable }: CataloguePlan,
  { digest, dialect }: Pick<CataloguePreview, 'digest' | 'dialect'>,
): CataloguePreview => {
  const wrongFirst = entries.toSorted(
    (one, other) => Number(other.problems.length > 0) - Number(one.problems.length > 0),
  );
  const shown = entries.length > listedEntries ? wrongFirst.slice(0, listedEntries) : entries;
  return {
    entries: shown.toSorted((one, other) => one.line - other.line),
    entryCount: entries.length,
    counts,
    problems,
    problemCount,
    writable,
    digest,
    dialect,
  };
};
