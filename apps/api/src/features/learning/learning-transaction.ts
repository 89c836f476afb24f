import { atMoment } from '@roer/db/check-in-own';
import type { PersonId } from '@roer/domain/ids';
import type { PersonKey } from '../../platform/person-keys.ts';
import { read, writeOwn } from '../../platform/transaction.ts';
import type { Transaction } from '../../platform/transaction.ts';
import type { SignedInContext } from '../../platform/trpc.ts';

/** A transaction in which row-level security knows the moment, and the keys of those whose rows it shows. */
export type LearningTransaction = Transaction & {
  keyOf: (personId: PersonId) => Promise<PersonKey>;
  /** Of the actor: what was sealed for them cannot be read any more. */
  destroyKey: () => Promise<void>;
};

const withMoment =
  <Result>(
    { platform, actor: { organisationId, personId: actorId } }: SignedInContext,
    work: (opened: LearningTransaction) => Promise<Result>,
  ) =>
  async (transaction: Transaction): Promise<Result> => {
    await atMoment(transaction.client, transaction.now);
    const keys = new Map<PersonId, Promise<PersonKey>>();
    const keyOf = (personId: PersonId): Promise<PersonKey> => {
      const key = keys.get(personId) ?? platform.personKeys.of(transaction.client, { organisationId, personId });
      keys.set(personId, key);
      return key;
    };
    const destroyKey = (): Promise<void> =>
      platform.personKeys.destroy(transaction.client, { organisationId, personId: actorId });
    return work({ ...transaction, keyOf, destroyKey });
  };

export const readLearning = <Result>(
  context: SignedInContext,
  work: (transaction: LearningTransaction) => Promise<Result>,
): Promise<Result> => read(context, withMoment(context, work));

/** Writes, and tells afterwards those whom `work` names that something they may see changed, without saying what. */
export const writeLearning = async <Result>(
  context: SignedInContext,
  work: (transaction: LearningTransaction) => Promise<{ result: Result; told: readonly PersonId[] }>,
): Promise<Result> => {
  const { result, told } = await writeOwn(context, withMoment(context, work));
  context.platform.live.nudgePeople([...new Set(told)]);
  return result;
};
