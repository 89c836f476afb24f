import { addDays } from '@roer/domain/dates';
import { coverLevels } from '@roer/domain/learning/cover-level';
import { aResponsibility, pick } from './random-scene.ts';
import type { Scene } from './random-scene.ts';

/** How far people are, now and then something that cannot be. */
export const randomCoverInputs = {
  proposeLevel: (scene: Scene) => ({
    ...aResponsibility(scene),
    coverLevelId: scene.newId<'coverLevel'>(),
    level: pick(coverLevels, scene.choice.other % 2) ?? 'observing',
  }),
  confirmLevel: (scene: Scene) => ({ ...aLevel(scene), asBuddy: false }),
  declineLevel: (scene: Scene) => ({ ...aLevel(scene), asBuddy: false }),
  withdrawLevel: (scene: Scene) => aLevel(scene),
  stepBack: (scene: Scene) => ({ ...aLevel(scene), coverLevelId: scene.newId<'coverLevel'>(), level: null }),
  keepLevel: (scene: Scene) => ({
    responsibilityId: aLevel(scene).responsibilityId,
    coverLevelId: scene.newId<'coverLevel'>(),
  }),
  planLeave: (scene: Scene) => ({
    ...aResponsibility(scene),
    leaveIntentId: scene.newId<'leaveIntent'>(),
    before: addDays(scene.context.today, scene.choice.other),
  }),
  withdrawLeave: (scene: Scene) => aResponsibility(scene),
};

const aLevel = ({ seen, choice, newId }: Scene) => {
  const row = pick(Object.values(seen.coverLevel), choice.which);
  return {
    coverLevelId: row?.id ?? newId<'coverLevel'>(),
    responsibilityId: row?.responsibilityId ?? newId<'responsibility'>(),
  };
};
