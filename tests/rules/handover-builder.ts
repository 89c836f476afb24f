import { addDays } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { HandoverItem } from '@roer/domain/learning/handover-rows';
import { decideAcceptHandover, decideStartHandovers } from '@roer/domain/learning/handover';
import { decideTickHandoverItem } from '@roer/domain/learning/handover-items';
import { after, aTeam, by, theId, today } from './team-builder.ts';
import type { Carrying } from './team-builder.ts';

export const ids = { handoverId: theId('handover', 1), responsibilityId: theId('responsibility', 1) };
export const pitfall = (number: number, text = `Let op ${number}`) => ({
  id: theId('handoverItem', number),
  kind: 'pitfall' as const,
  subjectId: null,
  text,
});
export const team = (carried: Carrying[] = [{ person: 1 }, { person: 3, role: 'substitute' }]): TeamSnapshot =>
  aTeam({ people: 4, carried });

export const started = (
  facts: TeamSnapshot,
  { receiver = 2, items = [pitfall(1), pitfall(2)], slot = 1, giver = 1 }: StartOptions = {},
): TeamSnapshot =>
  after(
    facts,
    decideStartHandovers(
      facts,
      {
        before: addDays(today, 14),
        handovers: [
          {
            ...ids,
            assignmentId: theId('assignment', slot),
            receiver: receiver === null ? null : theId('person', receiver),
            items,
          },
        ],
      },
      by(giver),
    ),
  );
export type StartOptions = {
  receiver?: number | null;
  items?: ReturnType<typeof pitfall>[];
  slot?: number;
  giver?: number;
};

export const tick = (facts: TeamSnapshot, person: number, item: number, ticked = true) =>
  after(facts, decideTickHandoverItem(facts, { ...ids, itemId: theId('handoverItem', item), ticked }, by(person)));
export const ticked = (facts: TeamSnapshot): TeamSnapshot => {
  const all = facts.handover[ids.handoverId]?.items ?? [];
  return all.reduce((now, { id }) => {
    const number = Number(id.slice(-12));
    return tick(tick(now, 1, number), 2, number);
  }, facts);
};
export const accept = (facts: TeamSnapshot, person = 2) =>
  decideAcceptHandover(facts, { ...ids, assignmentId: theId('assignment', 9) }, by(person));
export const row = (facts: TeamSnapshot) => facts.handover[ids.handoverId];
export const notes = (facts: TeamSnapshot): string[] => Object.values(facts.note).map(({ title }) => title);
export const item = (facts: TeamSnapshot, number = 1): HandoverItem | undefined =>
  row(facts)?.items.find(({ id }) => id === theId('handoverItem', number));
