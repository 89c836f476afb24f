import { uuidFrom } from '@roer/domain/ids';
import type { GoalId, Id, TeamId } from '@roer/domain/ids';
import { goalTexts } from '@roer/domain/learning/goal';
import type { GoalField, GoalTextPart } from '@roer/domain/learning/goal';
import { randomBytes } from 'node:crypto';
import { fromBase64, openSharedText, toBase64 } from '@roer/web/features/learning/shared-text.ts';
import type { TestClient } from './application.ts';

/** As browsers make them: they do not tell when. */
export const timelessId = <Kind extends string>(): Id<Kind> => uuidFrom<Kind>(0, randomBytes(10));

export const partOf = (field: GoalField): GoalTextPart => {
  const step: readonly GoalField[] = goalTexts.step;
  return step.includes(field) ? 'step' : 'plan';
};

/** A goal that only its owner sees. */
export const makeGoal = async (
  client: TestClient,
  { teamId, title = 'Titel' }: { teamId: TeamId; title?: string },
): Promise<GoalId> => {
  const id = timelessId<'goal'>();
  await client.learning.createGoal.mutate({ id, teamId, responsibilityId: null, targetLevel: null, title });
  return id;
};

type Opened = { goalId: GoalId; part: GoalTextPart; sender?: TestClient };

/** One browser page with a goal open, from the documents that the server gave it. `sender`: somebody else who sends what is typed. */
export const openPageAs = async (client: TestClient, { goalId, part, sender = client }: Opened) => {
  let refused: unknown = null;
  const text = openSharedText(part, {
    send: async (update) => {
      try {
        await sender.learning.typeGoal.mutate({ goalId, part, update: toBase64(update) });
        return null;
      } catch (error) {
        refused = error;
        return { code: 'badInput', detail: {} };
      }
    },
    keep: () => undefined,
    forget: () => undefined,
    later: (work) => {
      const timer = setTimeout(work);
      return () => clearTimeout(timer);
    },
  });
  const refresh = async (): Promise<void> => {
    const { documents } = await client.learning.goal.query({ goalId });
    if (!documents) throw new Error('Who reads only has no document.');
    text.merge(fromBase64(documents[part]));
  };
  await refresh();
  return {
    refresh,
    read: (field: GoalField): string => text.texts()[field] ?? '',
    /** Types, and waits until the server took it; rejects as the server does. */
    type: async (field: GoalField, value: string): Promise<void> => {
      refused = null;
      text.type(field, value);
      await new Promise<void>((resolve) => {
        const stop = text.listen(() => {
          if (text.sending().state === 'sending') return;
          stop();
          resolve();
        });
        if (text.sending().state === 'sent') resolve();
      });
      if (refused !== null) throw refused;
    },
  };
};

export const openPage = (client: TestClient, goalId: GoalId, part: GoalTextPart) =>
  openPageAs(client, { goalId, part });

/** Opens a goal, makes one field say something, and leaves. `sender`: who sends it from what `client` reads. */
export const writeField = async (
  client: TestClient,
  { goalId, field, value, ...by }: { goalId: GoalId; field: GoalField; value: string; sender?: TestClient },
): Promise<void> => {
  const page = await openPageAs(client, { goalId, part: partOf(field), ...by });
  await page.type(field, value);
};
