import { useState } from 'react';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { dutyCommands } from '@roer/domain/responsibilities/duty-commands';
import type { Occurrence } from '@roer/domain/responsibilities/occurrences';
import type { Failure } from '../../live/api.ts';
import { useTeamCommand } from '../../live/apply.ts';
import { today } from '../../live/clock.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { teamCommand } from '../responsibilities/commands.ts';
import type { BoardCommand } from '../responsibilities/commands.ts';
import type { MyTeam } from './my-responsibilities.ts';
import type { LastDone } from './use-last-done.ts';

type Given = { team: MyTeam; occurrence: Occurrence; me: PersonId; lastDone: LastDone };

/** What I do with one date of a duty: shown at once, taken back on request, explained when it did not work. */
export const useDateActs = ({ team, occurrence, me, lastDone }: Given) => {
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = useTeamCommand(team.teamId);
  const announce = useAnnounce();
  const { duty, recurrenceDate, row } = occurrence;
  const which = { responsibilityId: duty.responsibilityId, dutyId: duty.id, recurrenceDate };
  const context = () => ({ actorId: me, today: today() });

  const give = async (command: BoardCommand): Promise<void> => {
    setFailure(null);
    const outcome = await send(command);
    if (outcome.ok || outcome.kept) return;
    setFailure({ code: outcome.code, detail: outcome.detail });
    lastDone.forget();
  };
  const act = (command: BoardCommand, done: { words: string; back: () => BoardCommand; quiet: boolean }): void => {
    lastDone.remember({ words: done.words, quiet: done.quiet, undo: () => void give(done.back()) });
    // The bar is read out by itself.
    if (done.quiet) announce(done.words);
    void give(command);
  };
  const reopened = (): BoardCommand => teamCommand(dutyCommands.reopenOccurrence, which, context());
  const settled = (state: 'done' | 'skipped', reason: string): BoardCommand =>
    teamCommand(dutyCommands.settleOccurrence, { ...which, state, reason }, context());
  const moved = (movedTo: LocalDate | null): BoardCommand =>
    teamCommand(dutyCommands.moveOccurrence, { ...which, movedTo }, context());
  return {
    failure,
    forgetFailure: () => setFailure(null),
    tick: (words: string) => act(settled('done', ''), { words, back: reopened, quiet: true }),
    untick: (words: string) => {
      const [state, reason] = row?.state === 'skipped' ? (['skipped', row.reason] as const) : (['done', ''] as const);
      act(reopened(), { words, back: () => settled(state, reason), quiet: true });
    },
    skip: (reason: string, words: string) => act(settled('skipped', reason), { words, back: reopened, quiet: false }),
    move: (to: LocalDate | null, words: string) => {
      const before = row?.movedTo ?? null;
      act(moved(to), { words, back: () => moved(before), quiet: false });
    },
  };
};

export type DateActs = ReturnType<typeof useDateActs>;
