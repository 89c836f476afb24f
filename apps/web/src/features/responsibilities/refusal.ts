import { DomainError } from '@roer/domain/errors';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { Failure } from '../../live/api.ts';
import type { BoardCommand } from './commands.ts';

/** Why a command cannot be given now; null when it can. The same decision as the server's, so a button never lies. */
export const refusalTo = (snapshot: TeamSnapshot, command: BoardCommand): Failure | null => {
  try {
    command.decide(snapshot);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, detail: error.detail };
    throw error;
  }
};
