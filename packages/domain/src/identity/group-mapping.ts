import { z } from 'zod';

/** What being in a group of the identity provider gives. Teams and domains are named as in Roer, or by their id. */
const groupRight = z.union([
  z.strictObject({ team: z.string().min(1), home: z.boolean().default(false) }),
  /** A domain; `*` is the whole organisation. */
  z.strictObject({ managerOf: z.string().min(1) }),
  z.strictObject({ administrator: z.literal(true) }),
]);
export type GroupRight = z.infer<typeof groupRight>;

/** What each group of the identity provider gives, by the group's name or id as it stands in the claim. */
export const groupMapping = z.record(
  z.string().min(1),
  z.union([groupRight.transform((right) => [right]), z.array(groupRight).min(1)]),
);
export type GroupMapping = z.infer<typeof groupMapping>;

/** What a right is known by: it stays the same when the team that it names gets another name in Roer. */
export const rightKey = (right: GroupRight): string => {
  if ('team' in right) return `team ${right.team}`;
  return 'managerOf' in right ? `managerOf ${right.managerOf}` : 'administrator';
};

/** What somebody's groups give together, each right once; a team that is somewhere the home team is so. */
export const rightsOf = (mapping: GroupMapping, groups: readonly string[]): GroupRight[] => {
  const rights = new Map<string, GroupRight>();
  for (const group of groups) {
    for (const right of Object.hasOwn(mapping, group) ? (mapping[group] ?? []) : []) {
      const known = rights.get(rightKey(right));
      if (!known || ('team' in right && right.home)) rights.set(rightKey(right), right);
    }
  }
  return [...rights.values()];
};
