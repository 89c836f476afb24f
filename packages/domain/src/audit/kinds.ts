import type { OrganisationAction } from '../organisation/actions.ts';
import { organisationActions } from '../organisation/actions.ts';
import type { TeamAction } from '../team-actions.ts';
import { teamActions } from '../team-actions.ts';

// Every kind of audit entry. Closed: one without a group does not compile here, and one without a sentence not in the web.

/** What somebody does with their own account. */
export const accountActions = ['account.join', 'account.reset', 'account.passkeyAdd', 'account.passkeyRemove'] as const;
export type AccountAction = (typeof accountActions)[number];

/** What whoever runs the server does at the command line, as nobody of the organisation (rule OP2). */
export const operatorActions = ['audit.verify', 'keys.rotate', 'checkIn.closePeriod'] as const;
export type OperatorAction = (typeof operatorActions)[number];

/** Who acts at the command line, in audit entries. */
export const operatorId = '00000000-0000-0000-0000-000000000000';

/** Who acts when the identity provider brings somebody in and groups are followed: nobody of the organisation either (rules I18–I20). */
export const providerId = '00000000-0000-0000-0000-000000000001';

/** What a team does and no entry is kept of: who ticked off what, or was how far, is nobody's business for ever. */
type Unaudited = `occurrence.${string}` | `coverLevel.${string}` | 'handover.tick' | 'reset';
export type AuditedTeamAction = Exclude<TeamAction, Unaudited>;
export const isAudited = (action: TeamAction): action is AuditedTeamAction =>
  !/^(occurrence|coverLevel)\.|^handover\.tick$|^reset$/.test(action);

export type AuditAction = OrganisationAction | AccountAction | OperatorAction | AuditedTeamAction;

/** The kinds that a team's own log knows. */
export const auditedTeamActions: readonly AuditedTeamAction[] = teamActions.filter(isAudited);
/** The kinds that administrators see: what is done to the organisation, and who came into a team or left it (rules AU5, O12). */
export const auditedInOrganisation: readonly AuditAction[] = [
  ...organisationActions,
  ...accountActions,
  ...operatorActions,
  'membership.start',
  'membership.change',
  'membership.end',
];

type Prefix<Action extends string> = Action extends `${infer Start}.${string}` ? Start : Action;

/** What administrators choose from. */
export const organisationGroups = ['structure', 'people', 'rights', 'access', 'imports', 'operator'] as const;
export type OrganisationGroup = (typeof organisationGroups)[number];
const inOrganisation: Record<Prefix<OrganisationAction | AccountAction | OperatorAction>, OrganisationGroup> = {
  organisation: 'structure',
  reorganisation: 'structure',
  domain: 'structure',
  team: 'structure',
  person: 'people',
  appointment: 'rights',
  account: 'access',
  catalogue: 'imports',
  people: 'imports',
  responsibilities: 'imports',
  audit: 'operator',
  keys: 'operator',
  checkIn: 'operator',
};

/** What a team chooses from. */
export const teamGroups = ['work', 'dates', 'words', 'together', 'people'] as const;
export type TeamGroup = (typeof teamGroups)[number];
const inTeam: Record<Prefix<AuditedTeamAction>, TeamGroup> = {
  area: 'work',
  responsibility: 'work',
  assignment: 'work',
  offer: 'work',
  delegation: 'work',
  transfer: 'work',
  undo: 'work',
  duty: 'dates',
  deadlineWork: 'dates',
  absence: 'dates',
  overload: 'dates',
  note: 'words',
  obstacle: 'words',
  help: 'together',
  handover: 'together',
  duo: 'together',
  leaveIntent: 'together',
  membership: 'people',
  team: 'people',
  person: 'people',
};

const prefixOf = (action: string): string => action.split('.', 1)[0] ?? action;

/** The kinds of a group that administrators choose; all of them for null. */
export const organisationKinds = (group: OrganisationGroup | null): AuditAction[] =>
  auditedInOrganisation.filter((action) => group === null || groupInOrganisation(action) === group);

const groupInOrganisation = (action: AuditAction): OrganisationGroup => {
  if (action === 'person.invite' || action === 'person.reset') return 'access';
  if (action === 'organisation.export') return 'operator';
  const groups: Readonly<Record<string, OrganisationGroup>> = { ...inOrganisation, membership: 'people' };
  return groups[prefixOf(action)] ?? 'people';
};

/** The kinds of a group that a team chooses; all of them for null. */
export const teamKinds = (group: TeamGroup | null): AuditedTeamAction[] => {
  const groups: Readonly<Record<string, TeamGroup>> = inTeam;
  return auditedTeamActions.filter((action) => group === null || groups[prefixOf(action)] === group);
};

/** What somebody sees of their own account: what was done with it, by whomever (rule AU10). */
export const ownAccountKinds: readonly AuditAction[] = organisationKinds(null).filter((action) =>
  /^(person|account|appointment)\./.test(action),
);

/** Days for which a team's log goes back, and those of its kinds that tell how somebody is (rule AU6). */
export const teamLogDays = 365;
export const personalDays = 30;
export const personalKinds: readonly AuditedTeamAction[] = auditedTeamActions.filter((action) =>
  /^(absence|overload|leaveIntent)\./.test(action),
);
