import { smallestMoveAhead } from './smallest-move-ahead.ts';
import type { MoveQuestion } from './smallest-move-question.ts';

// The search may take a moment, and typing must not wait for it: it runs on a thread of its own.
addEventListener('message', ({ data }: MessageEvent<MoveQuestion>) => {
  const { snapshot, today, scenario, refused } = data;
  const isRefused = new Set(refused.map(({ personId, responsibilityId }) => `${personId} ${responsibilityId}`));
  const able = (personId: string, responsibilityId: string): boolean =>
    !isRefused.has(`${personId} ${responsibilityId}`);
  postMessage(smallestMoveAhead(snapshot, { today, scenario, able }));
});
