import { readOrganisations } from '@roer/db/first-run';
import { startOwnInput } from '@roer/domain/identity/schema';
import { makeOwn } from '../features/identity/first-run.ts';
import { sendLink } from '../features/identity/links.ts';
import { appointByOperator, operatorId } from '../features/organisation/operator.ts';
import type { Administrator } from '../features/organisation/operator.ts';
import type { Platform } from '../platform/dependencies.ts';
import type { Read } from './command.ts';

const wanted = startOwnInput.omit({ password: true });
type Wanted = { organisationName: string; name: string; email: string };

/** For a first start, and for an organisation whose administrators cannot come in any more. */
export const createAdministrator: Read = ({ options: { organisation, name, email } }) => {
  const input = wanted.safeParse({ organisationName: organisation, name, email });
  if (!input.success) {
    const [field] = input.error.issues[0]?.path ?? [];
    return field === 'email' ? '--email is not an e-mail address' : 'A name has 1 to 120 characters';
  }
  return async ({ app: { platform } }, say) => {
    const own = (await readOrganisations(platform.pool)).filter(({ demo }) => !demo);
    const known = own.find((each) => each.name === input.data.organisationName);
    if (own.length > 0 && !known) {
      say(`There is no organisation "${input.data.organisationName}" here. There is: ${own.map(quoted).join(', ')}`);
      return 1;
    }
    const made = known
      ? await appointByOperator(platform, { ...input.data, organisationId: known.id })
      : await begin(platform, input.data);
    if (made.canSignIn && !made.isNew) {
      say(`${made.name} is administrator already, and can sign in. Nothing was changed.`);
      return 1;
    }
    say(`${made.name} is administrator of ${input.data.organisationName}.`);
    const { passwords, provider } = platform.doors;
    if (made.canSignIn) say('They sign in as they did.');
    else if (!passwords)
      say(`They sign in by ${provider?.name} with the address ${input.data.email}: ${platform.baseUrl()}/sign-in`);
    else say(`To choose a password, once and within 14 days:\n${await linkFor(platform, made)}`);
    return 0;
  };
};

const quoted = ({ name }: { name: string }): string => `"${name}"`;

const begin = async (platform: Platform, input: Wanted): Promise<Administrator> => {
  const person = await makeOwn(platform, input, async () => undefined);
  return { ...person, name: input.name, isNew: true, canSignIn: false };
};

/** Printed and never mailed: whoever types the command hands it over. */
const linkFor = async (platform: Platform, { organisationId, personId }: Administrator): Promise<string> => {
  const person = { organisationId, personId, kind: 'invitation', actorId: operatorId, replace: true } as const;
  const { link } = await sendLink({ ...platform, mailer: null }, person);
  if (link === null) throw new Error('Without a mail server the link is given.');
  return link;
};
