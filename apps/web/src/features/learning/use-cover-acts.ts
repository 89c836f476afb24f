import { useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { ResponsibilityId } from '@roer/domain/ids';
import { coverCommands } from '@roer/domain/learning/cover-commands';
import type { CoverLevel, CoverLevelRow } from '@roer/domain/learning/cover-rows';
import { newId } from '../../live/clock.ts';
import { teamCommand } from '../responsibilities/commands.ts';
import type { BoardCommand } from '../responsibilities/commands.ts';
import type { TeamAct } from '../responsibilities/team-act.ts';
import type { WaitingStep } from './cover-waiting.ts';
import type { HandoverTools } from './handover-words.ts';

export type CoverActs = {
  propose: (responsibilityId: ResponsibilityId, level: CoverLevel) => void;
  withdraw: (row: CoverLevelRow) => void;
  stepBack: (responsibilityId: ResponsibilityId, level: CoverLevel | null) => void;
  keep: (responsibilityId: ResponsibilityId) => void;
  confirm: (step: WaitingStep) => void;
  decline: (step: WaitingStep) => void;
  planLeave: (responsibilityId: ResponsibilityId, before: LocalDate) => void;
  withdrawLeave: (responsibilityId: ResponsibilityId) => void;
};

/** What somebody does about how far people are: shown at once and told in words. */
export const useCoverActs = ({ team, me, today, nameOf, day }: HandoverTools, act: TeamAct['act']): CoverActs => {
  const t = useTranslations('learning.done');
  const context = { actorId: me, today };
  const give = (command: BoardCommand, words: string): void => void act([{ team, command }], words);
  const answer = ({ row: { id, responsibilityId }, asBuddy }: WaitingStep) => ({
    coverLevelId: id,
    responsibilityId,
    asBuddy,
  });
  return {
    propose: (responsibilityId, level) => {
      const input = { coverLevelId: newId<'coverLevel'>(), responsibilityId, level };
      give(teamCommand(coverCommands.proposeLevel, input, context), t('propose'));
    },
    withdraw: ({ id, responsibilityId }) =>
      give(teamCommand(coverCommands.withdrawLevel, { coverLevelId: id, responsibilityId }, context), t('withdraw')),
    stepBack: (responsibilityId, level) => {
      const input = { coverLevelId: newId<'coverLevel'>(), responsibilityId, level };
      give(teamCommand(coverCommands.stepBack, input, context), t('stepBack'));
    },
    keep: (responsibilityId) => {
      const input = { coverLevelId: newId<'coverLevel'>(), responsibilityId };
      give(teamCommand(coverCommands.keepLevel, input, context), t('keep'));
    },
    confirm: (step) =>
      give(
        teamCommand(coverCommands.confirmLevel, answer(step), context),
        t('confirm', { name: nameOf(step.row.personId) }),
      ),
    decline: (step) =>
      give(
        teamCommand(coverCommands.declineLevel, answer(step), context),
        t('decline', { name: nameOf(step.row.personId) }),
      ),
    planLeave: (responsibilityId, before) => {
      const input = { leaveIntentId: newId<'leaveIntent'>(), responsibilityId, before };
      give(teamCommand(coverCommands.planLeave, input, context), t('planLeave', { day: day(before) }));
    },
    withdrawLeave: (responsibilityId) =>
      give(teamCommand(coverCommands.withdrawLeave, { responsibilityId }, context), t('withdrawLeave')),
  };
};
