import type { Id } from '@roer/domain/ids';
import { uuidFrom } from '@roer/domain/ids';
import { addDays } from '@roer/domain/dates';
import { coverLevels } from '@roer/domain/learning/cover-level';
import { dayOf } from './oracle.ts';
import { largeGroup } from './scene-plan.ts';
import { firstEpoch as epoch } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Townsman } from './town.ts';

/** In every text that somebody writes while they learn. */
export const learningWord = 'Zeskantsleutel';

/** The n-th thing of these; it says what it is where ids of other things are compared. */
const idOf = <Kind extends string>(number: number): Id<Kind> =>
  uuidFrom<Kind>(
    0,
    Uint8Array.from({ length: 10 }, (_, index) => (index === 9 ? number : 0x4c)),
  );
/** What may be asked about, by whoever has the id. */
export const learningIds = {
  goalId: idOf<'goal'>(1),
  reflectionId: idOf<'reflection'>(2),
  buddyId: idOf<'buddy'>(3),
  roomId: idOf<'intervisie'>(4),
  duoId: idOf<'duo'>(5),
  handoverId: idOf<'handover'>(6),
};

export type Carried = { who: Townsman; responsibilityId: Id<'responsibility'>; assignmentId: Id<'assignment'> };

/**
 * Everything that a team can learn together, all of it shown to the team: goals, reflections, a buddy, levels up to teaching, somebody
 * who hands over, a duo, a handover, a talent card, a published contribution and an intervisie. Throws when the server refuses one.
 */
export const learnTogether = async (scene: Scene, carried: readonly Carried[]): Promise<void> => {
  const { town, wire, clock } = scene;
  const teamId = town.teams.get('team0');
  const [first, second, third] = largeGroup.flatMap((key) => town.people.get(key) ?? []);
  const [about, other] = carried;
  if (!first || !second || !third || !about || !other) throw new Error('The scene has them.');
  const tell = async (who: Townsman, procedure: string, input: object): Promise<unknown> => {
    const given = {
      ...(procedure.startsWith('responsibilities.') ? { commandId: clock.newId(), teamId } : {}),
      ...input,
    };
    const { status, body } = await wire.ask(who, procedure, { input: given, type: 'mutation' });
    if (status !== 200) throw new Error(`${procedure} was refused: ${JSON.stringify(body)}`);
    // The envelope of every answer of tRPC.
    return (body as { result: { data?: unknown } }).result.data;
  };
  const { goalId, reflectionId, buddyId, roomId, duoId, handoverId } = learningIds;
  const { responsibilityId, assignmentId } = about;

  const goal = { responsibilityId, targetLevel: 'teaching', title: learningWord };
  await tell(second, 'learning.createGoal', { id: goalId, teamId, ...goal });
  await tell(second, 'learning.setGoal', { goalId, state: 'active', stepAudience: 'team', planAudience: 'team' });
  await tell(second, 'learning.reflect', {
    id: reflectionId,
    goalId,
    occurred: true,
    text: learningWord,
    audience: 'team',
  });
  await tell(second, 'learning.askBuddy', { id: buddyId, teamId, personId: third.personId });
  await tell(third, 'learning.answerBuddy', { id: buddyId, agrees: true });

  for (const [index, level] of coverLevels.entries()) {
    const step = { responsibilityId, coverLevelId: idOf<'coverLevel'>(10 + index) };
    await tell(second, 'responsibilities.proposeLevel', { ...step, level });
    await tell(index % 2 ? first : third, 'responsibilities.confirmLevel', { ...step, asBuddy: false });
  }
  await tell(first, 'responsibilities.planLeave', {
    responsibilityId,
    leaveIntentId: idOf<'leaveIntent'>(20),
    before: addDays(dayOf(epoch), 60),
  });
  const duo = { duoId, responsibilityId };
  await tell(first, 'responsibilities.proposeDuo', { ...duo, giver: first.personId, receiver: second.personId });
  await tell(second, 'responsibilities.agreeDuo', duo);
  const line = { id: idOf<'handoverItem'>(21), kind: 'pitfall', subjectId: null, text: learningWord };
  const handover = { responsibilityId, assignmentId, handoverId, receiver: second.personId, items: [line] };
  await tell(first, 'responsibilities.startHandovers', { before: null, handovers: [handover] });

  await tell(first, 'learning.writeTalents', { from: learningWord });
  await tell(first, 'learning.showTalents', { audience: 'team' });
  // Whoever wrote it publishes what they saw.
  const page = (await tell(first, 'learning.writeContribution', { from: learningWord })) as { seen: string };
  await tell(first, 'learning.publishContribution', { to: 'team', seen: page.seen });

  await tell(first, 'learning.openIntervisie', { teamId, roomId, minutes: [10, 15, 15, 10, 10] });
  for (const who of [second, third]) await tell(who, 'learning.joinIntervisie', { roomId });
  await tell(first, 'learning.startIntervisie', { roomId });
  await tell(first, 'learning.writeIntervisie', {
    roomId,
    lineId: idOf<'line'>(22),
    phase: 'incident',
    text: learningWord,
  });
};
