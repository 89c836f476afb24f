import type { PersonId } from './ids.ts';

/**
 * Everything that can go wrong in a way that a person can understand. One place turns these into tRPC errors, one into
 * sentences; adding a code does not compile until both know it.
 */
export type DomainErrorCode =
  /** It is not there, or you may not know that it is. */
  | 'notFound'
  /** You may see it but not do this. */
  | 'notAllowed'
  /** The input is not of the asked shape. */
  | 'badInput'
  /** Somebody changed it after you opened it. */
  | 'changedMeanwhile'
  /** The slot was open when you looked, and somebody took it. `by` says who. */
  | 'slotTaken'
  | 'alreadyCarrying'
  | 'responsibilityClosed'
  | 'responsibilityCarried'
  | 'areaNotEmpty'
  | 'notAMember'
  | 'offerGone'
  | 'offerExists'
  /** The proposal was agreed on, withdrawn or has expired, or can no longer be done. */
  | 'transferGone'
  /** The handover or the duo was finished or withdrawn. */
  | 'handoverGone'
  /** Not every line was ticked by both. */
  | 'handoverUnfinished'
  /** Somebody else answered it first (`by`), or it was withdrawn. */
  | 'helpGone'
  | 'dutyEnded'
  /** It was withdrawn by the team. */
  | 'obstacleGone'
  /** Somebody answered it already (`by`). */
  | 'obstacleAnswered'
  /** Whom a team wants to ask does not lead it, or no longer. */
  | 'addresseeGone'
  /** The rule of the duty no longer gives this date. */
  | 'occurrenceGone'
  /** Somebody did or skipped it already (`by`). */
  | 'occurrenceSettled'
  | 'nothingToUndo'
  | 'cannotUndo'
  | 'commandReused'
  | 'emailTaken'
  | 'alreadyMember'
  | 'homeTeamExists'
  | 'lastAdministrator'
  | 'linkExpired'
  | 'passwordWeak'
  | 'wrongPassword'
  | 'tooManyRequests'
  | 'mailNotConfigured'
  /** Everybody signs in by the identity provider here. */
  | 'passwordsOff'
  | 'fileRefused'
  | 'importChanged'
  /** An uploaded file is kept for half an hour, and not across a restart. */
  | 'uploadGone'
  /** Somebody of the organisation is importing at this moment. */
  | 'importRunning'
  | 'teamNotEmpty'
  | 'domainNotEmpty'
  /** Something of a reorganisation cannot be done, so nothing of it is. */
  | 'planNotPossible'
  /** Something was built on a reorganisation, so it can no longer be taken back. */
  | 'builtOn'
  | 'alreadySetUp'
  /** The epoch takes no answers any more. */
  | 'checkInClosed'
  /** The epoch takes no answers yet. */
  | 'checkInNotYet'
  /** Answering comes after confirming who is in the group. */
  | 'rosterNotConfirmed';

/** Who made it impossible, and which field is meant; never texts, so that it may be logged. */
export type DomainErrorDetail = { by?: PersonId; field?: string };

/** A refusal that a rule decided on. The message is the code: sentences are made where the language is known. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly detail: DomainErrorDetail;

  constructor(code: DomainErrorCode, detail: DomainErrorDetail = {}) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.detail = detail;
  }
}
