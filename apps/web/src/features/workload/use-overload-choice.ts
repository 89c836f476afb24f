import { useState } from 'react';
import type { TeamId } from '@roer/domain/ids';
import { overloadCommands } from '@roer/domain/workload/overload-commands';
import type { Failure } from '../../live/api.ts';
import { useTeamsCommand } from '../../live/apply.ts';
import { newId } from '../../live/clock.ts';
import { teamCommand } from '../responsibilities/commands.ts';
import type { BoardCommand } from '../responsibilities/commands.ts';
import type { OverloadQuestion } from './overload-check.ts';
import type { RoomKind } from './overload-dialog.tsx';
import type { RoomChoice } from './room-choices.ts';

/**
 * Takes it on, makes the room that was chosen, and writes the choice down, in that order: nothing is given back for what did not work.
 * `failure` is about what came after it was taken on.
 */
export const useOverloadChoice = ({ taken, overload, whose }: OverloadQuestion) => {
  const send = useTeamsCommand();
  const [busy, setBusy] = useState(false);
  const [isTaken, setTaken] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const context = { actorId: whose.personId, today: whose.today };
  const give = async (teamId: TeamId, command: BoardCommand): Promise<boolean> => {
    const outcome = await send(teamId, command);
    if (!outcome.ok && !outcome.kept) setFailure({ code: outcome.code, detail: outcome.detail });
    return outcome.ok || outcome.kept;
  };
  const choose = async (kind: RoomKind, room: RoomChoice | undefined): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setFailure(undefined);
    try {
      // Refused: where it was asked says why, and there is nothing left to choose.
      if (!isTaken && !(await taken.go()).ok) return true;
      setTaken(true);
      const command = kind === 'dropped' ? room?.dropped : kind === 'moved' ? room?.moved : null;
      if (room && command && !(await give(room.team.teamId, command))) return false;
      // With the team of what makes room: only that team knows it.
      const about = kind === 'accepted' || !room ? null : room.assignment.responsibilityId;
      const record = teamCommand(
        overloadCommands.recordOverload,
        { overloadId: newId<'overload'>(), monday: overload.monday, kind, responsibilityId: about },
        context,
      );
      return await give(about === null || !room ? taken.teamId : room.team.teamId, record);
    } finally {
      setBusy(false);
    }
  };
  return { choose, busy, failure };
};
