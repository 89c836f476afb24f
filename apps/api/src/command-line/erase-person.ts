import { createInterface } from 'node:readline/promises';
import { readOrganisations } from '@roer/db/first-run';
import { readPerson, readPersonByEmail } from '@roer/db/organisation-people';
import { inOrganisation } from '@roer/db/organisation-transaction';
import { storedKindNames, storedKinds } from '@roer/domain/identity/stored';
import type { Erased, StoredKind } from '@roer/domain/identity/stored';
import type { OrganisationId, PersonId } from '@roer/domain/ids';
import { eraseByOperator, previewByOperator } from '../features/organisation/erasure.ts';
import type { Platform } from '../platform/dependencies.ts';
import type { Read } from './command.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Erases somebody for whom nobody else can (rules OP20, MD5). */
export const erasePersonByOperator: Read = ({ options: { person = '', yes } }) => {
  if (!uuid.test(person) && !person.includes('@')) return '--person is an address of mail, or the id of a person';
  return async ({ app: { platform } }, say) => {
    const found = await find(platform, person.toLowerCase());
    if (!found) {
      say('There is nobody here with that address or id. Nothing was changed.');
      return 1;
    }
    const { name, teams, isLastAdministrator } = await previewByOperator(platform, found);
    say(`${name}, of ${found.organisation}${teams.length === 0 ? '' : `, in ${teams.join(', ')}`}.`);
    say(`Goes: ${kindsThat('goes')}.`);
    say(`Stays with the team, without their name: ${kindsThat('nameless')}. So do texts that they wrote for the team.`);
    say(`Counts until its result: ${kindsThat('counted')}.`);
    say('What they carry falls open. The last changes of their teams are no longer told. It cannot be taken back.');
    if (isLastAdministrator) {
      say('They are the last administrator who can sign in: appoint another one first. Nothing was changed.');
      return 1;
    }
    if (yes === undefined && !(await confirmed(name))) {
      say('Nothing was changed. Type it again with --yes to erase them.');
      return 1;
    }
    await eraseByOperator(platform, found);
    await platform.afterwards.settled();
    say(`Erased. Whoever restores an older backup beside the same list of erasures erases them again.`);
    return 0;
  };
};

const words: Partial<Record<StoredKind, string>> = { checkIn: 'answers of the check-in' };
/** The kinds by their names in the code: the operator reads the code's language. */
const kindsThat = (erased: Erased): string =>
  storedKindNames
    .filter((kind) => storedKinds[kind].erased === erased)
    .map((kind) => words[kind] ?? kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
    .join(', ');

const find = async (
  { pool, prisma }: Platform,
  person: string,
): Promise<{ organisationId: OrganisationId; personId: PersonId; organisation: string } | null> => {
  for (const { id: organisationId, name: organisation } of await readOrganisations(pool)) {
    const known = await inOrganisation(prisma, { organisationId, personId: undefined }, (transaction) =>
      // It has the form of one.
      uuid.test(person) ? readPerson(transaction, person as PersonId) : readPersonByEmail(transaction, person),
    );
    if (known) return { organisationId, personId: known.id, organisation };
  }
  return null;
};

/** Asks whoever sits at the keyboard; a script is not asked. */
const confirmed = async (name: string): Promise<boolean> => {
  if (!process.stdin.isTTY) return false;
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await reader.question(`Type ${name} to erase them: `)).trim() === name;
  } finally {
    reader.close();
  }
};
