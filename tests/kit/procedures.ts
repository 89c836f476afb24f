import { appRouter } from '@roer/api/router';

export type Procedure = { path: string; type: 'query' | 'mutation' | 'subscription' };

/** Every procedure that the server has, by its path, so that a test can see that none is forgotten. */
export const listProcedures = (): Procedure[] => {
  // A flat list by path at run time, which tRPC's types give as the tree.
  const flat = appRouter._def.procedures as unknown as Record<string, { _def: { type: Procedure['type'] } }>;
  return Object.entries(flat).map(([path, procedure]) => ({ path, type: procedure._def.type }));
};
