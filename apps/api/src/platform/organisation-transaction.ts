import { commandInOrganisation } from '@roer/db/organisation-command';
import type { CommandResult, OrganisationDone } from '@roer/db/organisation-command';
import { inOrganisation } from '@roer/db/organisation-transaction';
import type { Transaction as Database } from '@roer/db/organisation-transaction';
import type { Actor } from '@roer/domain/access/may';
import { dateAt } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { CommandId, TeamId } from '@roer/domain/ids';
import { deliver } from './deliver.ts';
import { inputDigest } from './transaction.ts';
import type { SignedInContext } from './trpc.ts';

/** One open transaction of one organisation, on what its administrators keep: what their gate reads through. */
export type OrganisationTransaction = {
  database: Database;
  actor: Actor;
  now: number;
  today: LocalDate;
  newId: () => string;
};

/** Who asks, and when: what a transaction needs of a request. */
export type Asking = Pick<SignedInContext, 'platform' | 'actor' | 'now'>;

/** Reads in one transaction of the actor's organisation. */
export const readOrganisation = <Result>(
  context: Asking,
  work: (transaction: OrganisationTransaction) => Promise<Result>,
): Promise<Result> =>
  inOrganisation(context.platform.prisma, context.actor, (database) => work(opened(context, database)));

/**
 * Runs one command on the organisation. After the commit the changes of teams are delivered and everybody of the
 * organisation is told to ask again. A retry with the same number is answered as the first time and not done again.
 * `open` is the gate, also for a retry; `teams` names the teams that the command touches, for their locks.
 */
export const organisationCommand = async <Opened, Result extends CommandResult>(
  context: Asking,
  request: {
    procedure: string;
    input: { commandId: CommandId };
    /** After the commit and before the deliveries: who lost the right to hear them leaves first. */
    committed?: () => void;
  },
  steps: {
    open: (transaction: OrganisationTransaction) => Promise<Opened>;
    teams?: (opened: Opened) => Promise<TeamId[]>;
    work: (opened: Opened) => Promise<OrganisationDone<Result>>;
    /** Last of all before the commit, when something was done. */
    finish?: (opened: Opened) => Promise<void>;
  },
): Promise<Result> => {
  const { platform, actor, now } = context;
  const { input, procedure } = request;
  const { result, deliveries, written } = await commandInOrganisation(
    platform.prisma,
    {
      organisationId: actor.organisationId,
      personId: actor.personId,
      commandId: input.commandId,
      procedure,
      inputDigest: inputDigest(input),
      now,
      newId: platform.clock.newId,
    },
    { ...steps, open: (database) => steps.open(opened(context, database)) },
  );
  request.committed?.();
  for (const delivery of deliveries) deliver(platform, { organisationId: actor.organisationId, delivery });
  if (written) platform.live.nudgeOrganisation(actor.organisationId);
  return result;
};

const opened = ({ actor, now, platform }: Asking, database: Database): OrganisationTransaction => ({
  database,
  actor,
  now,
  today: dateAt(now),
  newId: platform.clock.newId,
});
