import { useCallback, useState } from 'react';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import type { Failure } from '../../live/api.ts';
import { useTeamsCommand } from '../../live/apply.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import type { BoardCommand } from './commands.ts';
import { namesIn } from './people-names.ts';

/** A team of the reader, for what is shown over several teams at once. */
export type KnownTeam = { teamId: TeamId; teamName: string; snapshot: TeamSnapshot };

/**
 * Does something in one of several teams, outside a board: shown at once, told to a screen reader when it is done, and
 * explained in a sentence when it was refused.
 */
export const useTeamAct = () => {
  const send = useTeamsCommand();
  const announce = useAnnounce();
  const [failed, setFailed] = useState<{ failure: Failure; team: KnownTeam } | null>(null);
  const sentence = useFailureSentence(failed ? namesIn(failed.team.snapshot).short : undefined);
  const act = useCallback(
    async (team: KnownTeam, command: BoardCommand, done: string): Promise<boolean> => {
      setFailed(null);
      const outcome = await send(team.teamId, command);
      if (outcome.ok) announce(done);
      else setFailed({ failure: { code: outcome.code, detail: outcome.detail }, team });
      return outcome.ok;
    },
    [send, announce],
  );
  return { act, failure: failed && sentence(failed.failure) };
};
