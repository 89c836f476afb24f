import { TRPCError } from '@trpc/server';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';
import { ZodError } from 'zod';
import { DomainError } from '@roer/domain/errors';
import type { DomainErrorCode, DomainErrorDetail } from '@roer/domain/errors';

const statusOf: Record<DomainErrorCode, TRPC_ERROR_CODE_KEY> = {
  notFound: 'NOT_FOUND',
  notAllowed: 'NOT_FOUND',
  badInput: 'BAD_REQUEST',
  changedMeanwhile: 'CONFLICT',
  slotTaken: 'CONFLICT',
  alreadyCarrying: 'CONFLICT',
  responsibilityClosed: 'CONFLICT',
  responsibilityCarried: 'CONFLICT',
  areaNotEmpty: 'CONFLICT',
  notAMember: 'CONFLICT',
  offerGone: 'CONFLICT',
  offerExists: 'CONFLICT',
  transferGone: 'CONFLICT',
  handoverGone: 'CONFLICT',
  handoverUnfinished: 'CONFLICT',
  helpGone: 'CONFLICT',
  dutyEnded: 'CONFLICT',
  obstacleGone: 'CONFLICT',
  obstacleAnswered: 'CONFLICT',
  addresseeGone: 'CONFLICT',
  occurrenceGone: 'CONFLICT',
  occurrenceSettled: 'CONFLICT',
  nothingToUndo: 'CONFLICT',
  cannotUndo: 'CONFLICT',
  commandReused: 'CONFLICT',
  emailTaken: 'CONFLICT',
  alreadyMember: 'CONFLICT',
  homeTeamExists: 'CONFLICT',
  lastAdministrator: 'CONFLICT',
  linkExpired: 'NOT_FOUND',
  passwordWeak: 'BAD_REQUEST',
  wrongPassword: 'BAD_REQUEST',
  tooManyRequests: 'TOO_MANY_REQUESTS',
  mailNotConfigured: 'PRECONDITION_FAILED',
  passwordsOff: 'PRECONDITION_FAILED',
  fileRefused: 'BAD_REQUEST',
  importChanged: 'CONFLICT',
  uploadGone: 'NOT_FOUND',
  importRunning: 'CONFLICT',
  teamNotEmpty: 'CONFLICT',
  domainNotEmpty: 'CONFLICT',
  planNotPossible: 'CONFLICT',
  builtOn: 'CONFLICT',
  alreadySetUp: 'CONFLICT',
  checkInClosed: 'CONFLICT',
  checkInNotYet: 'CONFLICT',
  rosterNotConfirmed: 'CONFLICT',
};

/** What a browser gets to make a sentence of; nothing else of an error leaves the server. */
export type ErrorForClient = { code: DomainErrorCode | 'signInNeeded' | 'unexpected'; detail: DomainErrorDetail };

/** Codes of PostgreSQL and Prisma for a doubled id, a broken reference and a broken exclusion, as what they mean to a person. */
const databaseCodes: Record<string, DomainErrorCode> = {
  '23505': 'badInput',
  '23503': 'badInput',
  '23P01': 'changedMeanwhile',
  '23514': 'badInput',
  P2002: 'badInput',
  P2003: 'badInput',
};

const databaseCode = (error: unknown): DomainErrorCode | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? databaseCodes[error.code] : undefined;

/** The refusal behind an error, however it was wrapped; null for something unexpected. */
export const refusalOf = (error: unknown): DomainError | null => {
  if (error instanceof DomainError) return error;
  if (error instanceof ZodError) {
    const field = error.issues[0]?.path.join('.');
    return new DomainError('badInput', field ? { field } : {});
  }
  const code = databaseCode(error);
  if (code) return new DomainError(code);
  return error instanceof Error && error.cause ? refusalOf(error.cause) : null;
};

/** Turns whatever a procedure threw into tRPC's error. */
export const asTrpcError = (error: unknown): TRPCError => {
  const refusal = refusalOf(error);
  if (refusal) return new TRPCError({ code: statusOf[refusal.code], message: refusal.code, cause: refusal });
  // tRPC's own refusals, such as of a body that is not JSON; what they say of it may quote it.
  if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR')
    return new TRPCError({ code: error.code, message: 'badInput' });
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'unexpected', cause });
};

export const forClient = (error: TRPCError): ErrorForClient => {
  const refusal = refusalOf(error);
  // What somebody may not do looks as if it were not there (rule A4).
  if (refusal) return { code: refusal.code === 'notAllowed' ? 'notFound' : refusal.code, detail: refusal.detail };
  if (error.code === 'UNAUTHORIZED') return { code: 'signInNeeded', detail: {} };
  if (error.code === 'NOT_FOUND') return { code: 'notFound', detail: {} };
  return { code: error.code === 'INTERNAL_SERVER_ERROR' ? 'unexpected' : 'badInput', detail: {} };
};

/** What a log may hold of an unexpected error: where it happened, not what it was about. Messages may quote people's words. */
export const traceable = (error: unknown): { name: string; code?: string; at: string[] } => {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  // Without the message first: a line of it may look like a line of the trace.
  const at = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => line.startsWith('    at '));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { name: error.name, ...(code ? { code } : {}), at };
};
