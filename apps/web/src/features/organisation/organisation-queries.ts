import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../live/api.ts';

export type Structure = Awaited<ReturnType<typeof api.organisation.structure.query>>;
export type Domain = Structure[number];
export type Team = Domain['teams'][number];
export type Person = Awaited<ReturnType<typeof api.organisation.people.query>>[number];
export type PersonMembership = Person['memberships'][number];
export type CatalogueItem = Awaited<ReturnType<typeof api.organisation.catalogue.query>>[number];

// The live channel says when something of the organisation changed; whoever looks at it then asks again.
const options = { retry: 1, staleTime: 60_000 } as const;

export const structureQuery = queryOptions({
  ...options,
  queryKey: ['organisation', 'structure'],
  queryFn: () => api.organisation.structure.query(),
});
/** Everybody of the organisation; only administrators get an answer. */
const peopleQuery = queryOptions({
  ...options,
  queryKey: ['organisation', 'people'],
  queryFn: () => api.organisation.people.query(),
});
const catalogueQuery = queryOptions({
  ...options,
  queryKey: ['organisation', 'catalogue'],
  queryFn: () => api.organisation.catalogue.query({}),
});

export const useStructure = () => useQuery(structureQuery);
export const usePeople = () => useQuery(peopleQuery);
export const useCatalogue = () => useQuery(catalogueQuery);
