// A thread of a browser, as the page of a team has one: it searches, or gives the question back, which is the floor.
import { smallestMove } from '@roer/domain/workload/smallest-move';
import type { MoveCase } from './load-cases.ts';

addEventListener('message', ({ data }: MessageEvent<MoveCase & { only: 'floor' | 'search' }>) => {
  const { snapshot, question, only } = data;
  postMessage(only === 'floor' ? { kind: 'floor', snapshot } : smallestMove(snapshot, question));
});
