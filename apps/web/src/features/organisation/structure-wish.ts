import type { Domain, Team } from './organisation-queries.ts';

/** What an administrator is about to change in the structure. */
export type StructureWish =
  | { kind: 'createDomain' }
  | { kind: 'renameDomain' | 'closeDomain' | 'createTeam'; domain: Domain }
  | { kind: 'renameTeam' | 'moveTeam' | 'closeTeam'; domain: Domain; team: Team };
