import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { CommandId, PersonId, TeamId } from '@roer/domain/ids';
import { isUndoable } from '@roer/domain/responsibilities/undoable';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import type { Failure } from '../../live/api.ts';
import { useTeamsCommand } from '../../live/apply.ts';
import type { TeamCommand } from '../../live/apply.ts';
import { newId, today } from '../../live/clock.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import type { BoardCommand } from './commands.ts';
import { namesIn } from './people-names.ts';

/** A team of the reader, for what is shown over several teams at once. */
export type KnownTeam = { teamId: TeamId; teamName: string; snapshot: TeamSnapshot };
type Given = { team: KnownTeam; command: BoardCommand };
type Done = { words: string; given: { team: KnownTeam; commandId: CommandId }[] };

/**
 * Does something in one or more teams, outside a board: shown at once, told in words, explained in a sentence when it was
 * refused, and taken back on request when it is of a kind that somebody undoes alone (`lastDone`). `act` tells whether all of it was done.
 */
export const useTeamAct = (me: PersonId) => {
  const send = useTeamsCommand();
  const announce = useAnnounce();
  const t = useTranslations('responsibilities.done');
  const [failed, setFailed] = useState<{ failure: Failure; team: KnownTeam } | null>(null);
  const [lastDone, setLastDone] = useState<Done | null>(null);
  const sentence = useFailureSentence(failed ? namesIn(failed.team.snapshot).short : undefined);

  const give = useCallback(
    async (team: KnownTeam, command: TeamCommand): Promise<boolean> => {
      const outcome = await send(team.teamId, command);
      if (!outcome.ok && !outcome.kept) setFailed({ failure: { code: outcome.code, detail: outcome.detail }, team });
      return outcome.ok;
    },
    [send],
  );
  const act = useCallback(
    async (steps: readonly Given[], words: string): Promise<boolean> => {
      setFailed(null);
      const given = steps.map(({ team, command }) => ({ team, command, commandId: newId<'command'>() }));
      const canUndo = steps.every(({ command }) => isUndoable(command.action));
      setLastDone(canUndo ? { words, given } : null);
      const results = await Promise.all(
        given.map(({ team, command, commandId }) => give(team, { ...command, commandId })),
      );
      // What can be undone stands on the page in words, which are read out by themselves.
      if (results.includes(false)) setLastDone(null);
      else if (!canUndo) announce(words);
      return !results.includes(false);
    },
    [give, announce],
  );
  const undo = useCallback(async (): Promise<void> => {
    setFailed(null);
    setLastDone(null);
    const context = { actorId: me, today: today() };
    const undone = (lastDone?.given ?? []).map(({ team, commandId }) =>
      give(team, { name: 'undo', input: { undoes: commandId }, context }),
    );
    if ((await Promise.all(undone)).every(Boolean)) announce(t('undone'));
  }, [give, announce, lastDone, me, t]);
  return {
    act,
    undo,
    lastDone: lastDone?.words,
    failure: failed && sentence(failed.failure),
  };
};

export type TeamAct = ReturnType<typeof useTeamAct>;
