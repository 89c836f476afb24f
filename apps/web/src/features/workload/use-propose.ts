import type { LocalDate } from '@roer/domain/dates';
import { useTranslations } from 'use-intl';
import type { PersonId } from '@roer/domain/ids';
import { transferCommands } from '@roer/domain/workload/transfer-commands';
import type { Move, MoveTime } from '@roer/domain/workload/what-if';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { newId } from '../../live/clock.ts';
import { teamCommand } from '../responsibilities/commands.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import { refusalTo } from '../responsibilities/refusal.ts';
import type { KnownTeam, TeamAct } from '../responsibilities/team-act.ts';
import { transferable } from './transferable.ts';

type Moves = MoveTime & { moves: readonly Move[] };

/** Proposes moves to whom they concern, and tells before why that cannot be. */
export const usePropose = (
  team: KnownTeam,
  { me, today, act }: { me: PersonId; today: LocalDate; act: TeamAct['act'] },
): { propose: (moves: Moves) => void; notYet: (moves: Moves) => string | undefined } => {
  const t = useTranslations('workload.transfer.done');
  const sentence = useFailureSentence(namesIn(team.snapshot).short);
  const command = ({ moves, from, until }: Moves) =>
    teamCommand(
      transferCommands.proposeTransfer,
      {
        transferId: newId<'transfer'>(),
        items: moves.map((move) => ({ ...transferable(move), id: newId<'transferItem'>() })),
        from,
        until,
      },
      { actorId: me, today },
    );
  return {
    propose: (moves) => void act([{ team, command: command(moves) }], t('propose')),
    notYet: (moves) => {
      const refusal = refusalTo(team.snapshot, command(moves));
      return refusal ? sentence(refusal) : undefined;
    },
  };
};
