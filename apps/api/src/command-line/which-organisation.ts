import { readOrganisations } from '@roer/db/first-run';
import type { KnownOrganisation } from '@roer/db/first-run';
import type { Pool } from '@roer/db/pool';

/** The organisation that was named, or the only one there is, the example aside. Throws an Error in plain words when it is not clear which. */
export const whichOrganisation = async (pool: Pool, name: string | undefined): Promise<KnownOrganisation> => {
  const all = await readOrganisations(pool);
  const own = all.filter(({ demo }) => !demo);
  const found = name === undefined ? (own.length > 0 ? own : all) : all.filter((each) => each.name === name);
  const [first, ...others] = found;
  if (first && others.length === 0) return first;
  if (all.length === 0) throw new Error('There is no organisation yet.');
  const known = `There is: ${all.map((each) => `"${each.name}"`).join(', ')}.`;
  throw new Error(
    name === undefined
      ? `Say with --organisation which one. ${known}`
      : `${first ? 'More than one organisation is' : 'No organisation is'} called "${name}". ${known}`,
  );
};
