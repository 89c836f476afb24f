import type { TeamSnapshot } from '@roer/domain/feed';
import { misfitStretches } from '@roer/domain/workload/misfit-weeks';
import type { SmallestMoveQuestion } from '@roer/domain/workload/smallest-move';
import { busyTeam, twelve } from './busy-team.ts';

/** The picture that is measured: twelve weeks with Christmas and a turn of the year in them. */
export const pictureDay = '2026-11-25';
export const pictureTeam = (): TeamSnapshot => busyTeam(twelve, pictureDay);

export type MoveCase = { name: string; snapshot: TeamSnapshot; question: SmallestMoveQuestion };

/** Teams that do not fit, from what a team meets in a plain autumn to what cannot be solved at all. */
export const moveCases = (): MoveCase[] => {
  const autumn = '2026-09-07';
  const team = (seed: number, fullness: number, today: string): Pick<MoveCase, 'snapshot' | 'question'> => ({
    snapshot: busyTeam({ ...twelve, seed, fullness }, today),
    question: { today },
  });
  const stretch = (
    of: Pick<MoveCase, 'snapshot' | 'question'>,
    index: number,
  ): Pick<MoveCase, 'snapshot' | 'question'> => {
    const time = misfitStretches(of.snapshot, of.question)[index];
    return { ...of, question: { ...of.question, ...(time && { time }) } };
  };
  return [
    { name: 'one week', ...stretch(team(6, 0.72, autumn), 0) },
    { name: 'four weeks', ...team(3, 0.7, autumn) },
    { name: 'all that does not fit in twelve weeks', ...team(6, 0.72, autumn) },
    { name: 'before Christmas', ...stretch(team(2, 0.65, pictureDay), 0) },
    { name: 'somebody in every one of twelve weeks', ...team(2, 0.75, autumn) },
    { name: 'too little time together, over Christmas', ...stretch(team(2, 0.65, pictureDay), 1) },
  ];
};
