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
  if (!uuid.test(person) && !person.includes('@')) return '--person is an e-mail address, or the id of a person';
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

/** What an operator calls each kind of data. */
const kindWords: Record<StoredKind, string> = {
  person: 'name and e-mail address',
  account: 'account',
  passkey: 'passkeys',
  session: 'where they are signed in',
  signIn: 'when they signed in',
  link: 'links to choose a password',
  groupGrant: 'what groups of the provider gave them',
  membership: 'times in teams and hours',
  appointment: 'appointments',
  assignment: 'what they held and stood in for',
  offer: 'offers and requests',
  occurrence: 'what they ticked, skipped or moved',
  absence: 'when they were not available',
  help: 'help asked and given',
  note: 'notes',
  deadlineWork: 'shares in work with a date',
  transfer: 'moves of work',
  handover: 'handovers and duos',
  overload: 'choices in weeks that were too full',
  obstacle: 'obstacles',
  roster: 'groups of the check-in',
  shared: 'answers shown to the team',
  history: 'changes in the log',
  change: 'changes of the last weeks',
  mirrorVisit: 'when they looked at Insight',
  reorganisation: 'changes of teams that they planned',
  importRun: 'files that they imported',
  checkIn: 'answers of this check-in',
  seen: 'how far they had looked',
  calendar: 'address of the calendar',
  talent: 'talent card',
  contribution: 'page on their contribution',
  organisingWeek: 'own estimates of organising time',
  learning: 'goals and reflections',
  buddy: 'who they learned with',
  ownKey: 'the key of their own texts',
  intervisie: 'peer consultation',
  digest: 'the mail on Monday',
  cover: 'cover levels, and what they meant to hand over',
};
const kindsThat = (erased: Erased): string =>
  storedKindNames
    .filter((kind) => storedKinds[kind].erased === erased)
    .map((kind) => kindWords[kind])
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
