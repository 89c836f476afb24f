import type { PersonId } from '../ids.ts';
import { daysAhead } from './horizon.ts';
import { described, stepsOf } from './move-option.ts';
import type { Asked, People, Unnumbered } from './move-option.ts';
import { partsOf } from './team-work.ts';
import type { DeadlinePart } from './team-work.ts';

/** How somebody's part of a work with a deadline could go to others, or stop. It goes for good. */
export const workOptions = (
  { question }: Asked,
  { row, first, last, percent, giver }: DeadlinePart & { giver: PersonId },
  { members, carriers }: People,
): Unnumbered[] => {
  const parts = partsOf(row, 1)[question.scenario];
  // What is due after the twelve weeks is in nobody's way yet.
  if (last >= daysAhead || parts === 0) return [];
  const receivers = members.filter((personId) => personId !== giver && question.able(personId, row.responsibilityId));
  return [...receivers, null].flatMap((receiver) =>
    stepsOf(percent).map((sharePercent) =>
      described(
        { responsibilityId: row.responsibilityId, assignmentId: null, workId: row.id, sharePercent },
        {
          giver,
          receiver,
          available: percent,
          aPercent: [
            { personId: giver, first, last, parts: -parts },
            ...(receiver === null ? [] : [{ personId: receiver, first, last, parts }]),
          ],
          known: [...carriers, ...row.shares].some(({ personId }) => personId === receiver),
        },
      ),
    ),
  );
};
