import { dateAt } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { uuidFrom } from '@roer/domain/ids';
import type { Id } from '@roer/domain/ids';

/** The one place where the browser reads its clock and its randomness. */
export const now = (): number => Date.now();

/** Milliseconds since this page began, which no setting of the clock moves. */
export const elapsed = (): number => performance.now();

export const today = (): LocalDate => dateAt(now());

/** A new id, made here so that a retry names the same thing. */
export const newId = <Kind extends string>(): Id<Kind> =>
  uuidFrom<Kind>(now(), crypto.getRandomValues(new Uint8Array(10)));

/** A new id that does not tell when it was made, for what others may see and not when it was written. */
export const newTimelessId = <Kind extends string>(): Id<Kind> =>
  uuidFrom<Kind>(0, crypto.getRandomValues(new Uint8Array(10)));
