import type { OrganisationId, PersonId } from '@roer/domain/ids';
import type { Statement } from '@roer/domain/workload/check-in';

/**
 * What somebody answered in an epoch that has no result yet, each statement in the same order. `value` is 0 where nothing was answered, and `shared`
 * 0 or 1: whether and what somebody answered makes nothing longer or shorter (rule P11).
 */
export type OwnAnswers = { epoch: number; answers: { statement: Statement; value: number; shared: 0 | 1 }[] };

/** Opens them with the key of the epoch, for their author alone and after they have shown again that it is them (rules P12, MD3). */
export type OpenOwnAnswers = (person: { organisationId: OrganisationId; personId: PersonId }) => Promise<OwnAnswers[]>;
