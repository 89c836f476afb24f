import type { z } from 'zod';
import type { LocalDate } from '../dates.ts';
import type { Id, PersonId } from '../ids.ts';
import type { ask } from './own-input.ts';

/** The statements of the check-in, about the work and never about health (rule P14: learning is one of them). */
export const statements = ['fits', 'overview', 'core', 'help', 'learn'] as const;
export type Statement = (typeof statements)[number];

/** The four that the summary of an epoch is made of (rule P15). */
export const workloadStatements = ['fits', 'overview', 'core', 'help'] as const satisfies readonly Statement[];

/** One answer as it is kept: 1 to 5, higher is heavier; 0 is no answer. */
export type AnswerValue = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * What "helemaal niet" (1) to "helemaal" (5) on the screen means as a value, and the other way round: who agrees finds it
 * light. 0, no answer, stays 0.
 */
export const reversed = (answer: AnswerValue): AnswerValue =>
  // Six less one to five is five to one.
  answer === 0 ? 0 : ((6 - answer) as AnswerValue);

export type WindowId = Id<'rosterWindow'>;

/** The epoch that somebody can answer in, now or later. Moments in epoch milliseconds. */
export type EpochView = {
  number: number;
  startsOn: LocalDate;
  endsOn: LocalDate;
  answersFrom: number;
  closesAt: number;
  publishesAt: number;
};

/** Whose answers are counted together for one window; what somebody confirms (rule P17). */
export type RosterView = {
  windowId: WindowId;
  /** What is confirmed, in 43 characters: it differs when anybody or any team differs. */
  digest: string;
  opensOn: LocalDate;
  /** The first day after the window. */
  until: LocalDate;
  teams: {
    name: string;
    people: {
      personId: PersonId;
      name: string;
      /** Not in the group in the window before. Nobody is new in the first window. */
      isNew: boolean;
      /** Who put them in the team, as far as that is known; `adder` when it was nobody of the organisation. */
      addedBy: string | null;
      adder: 'provider' | 'operator' | null;
      /** Since the roster before, somebody else gave the account an address or a link (rule P17). */
      newAccess: boolean;
    }[];
  }[];
  /** The names of those who were in the group in the window before and are no longer. */
  left: string[];
};

/** Why somebody takes part in no check-in now. Nothing here depends on who answered. */
export const withoutGroup = ['noHomeTeam', 'notYetActive', 'governs', 'tooSmall', 'starting'] as const;

export type CheckInView =
  /** `noMail`: without mail nobody can prove that an account is theirs (rule P16). */
  | { state: 'off'; because: 'noMail' }
  /** `rosterOn`: the day on which the next roster is made, as far as it is known. */
  | { state: 'none'; because: (typeof withoutGroup)[number]; rosterOn: LocalDate | null }
  | {
      state: 'group';
      /** The epoch that it is now, when somebody's group has one. */
      now: EpochView | null;
      /** The window that begins later, when now is none. */
      next: { opensOn: LocalDate } | null;
      /** Whether `now` takes answers at this moment. */
      accepting: boolean;
      /** The roster that holds now and the one that was announced, in this order, as far as there are. */
      rosters: RosterView[];
    };

/** What can be asked of `workload.own`. Its schema stands apart: a browser reads no input. */
export type OwnAsk = z.infer<typeof ask>;

/** Characters of every request of `workload.own` as JSON, whatever it asks. */
export const requestLength = 256;

/** Makes a request of something to ask: each is as long as every other, so that nobody on the way can tell them apart (rule P11). */
export const evenRequest = (asked: OwnAsk): { ask: OwnAsk; padding: string } => {
  const bare = JSON.stringify({ ask: asked, padding: '' }).length;
  return { ask: asked, padding: '.'.repeat(Math.max(0, requestLength - bare)) };
};

/** Why an answer or a confirmation was not taken; nothing was changed then. */
export const ownRefusals = ['checkInClosed', 'checkInNotYet', 'rosterNotConfirmed', 'changedMeanwhile'] as const;
export type OwnRefusal = (typeof ownRefusals)[number];

/**
 * What `workload.own` answers, whatever was asked. A refusal stands in it and is not thrown, because a status tells whoever sees the
 * traffic that somebody tried to answer.
 */
export type OwnAnswer = {
  view: CheckInView;
  /** After `confirm`: what to keep on this device and send with answers of that window. Otherwise means nothing. */
  receipt: string;
  /** Null when what was asked was done. A code of `DomainErrorCode`, with its sentence among the errors. */
  refused: OwnRefusal | null;
  padding: string;
};

const longestRefusal = 24;

/** Adds what makes every answer about the same view as long as every other (rule P11). */
export const evenAnswer = (answer: Omit<OwnAnswer, 'padding'>): OwnAnswer => ({
  ...answer,
  padding: '.'.repeat(longestRefusal - JSON.stringify(answer.refused).length),
});
