import { describe, expect, it } from 'vitest';
import { evenAnswer, evenRequest, ownRefusals } from '@roer/domain/workload/check-in';
import type { OwnAsk, WindowId } from '@roer/domain/workload/check-in';
import { ownInput } from '@roer/domain/workload/own-input';

const digest = 'd'.repeat(43);
// The brand exists only for the compiler.
const windowId = '019ac1d2-0000-7000-8000-000000000000' as WindowId;
const answering: OwnAsk & { kind: 'answer' } = {
  kind: 'answer',
  receipt: digest,
  epochNumber: 24,
  values: [0, 1, 2, 3, 5],
  share: false,
};
const asks: OwnAsk[] = [
  { kind: 'look' },
  { kind: 'confirm', windowId, digest },
  answering,
  { ...answering, epochNumber: 9999, share: true },
];

/** As long as it has to be, with something in it that does not belong there. */
const sent = (asked: object): unknown => {
  const bare = JSON.stringify({ ask: asked, padding: '' }).length;
  const whole = JSON.stringify(evenRequest({ kind: 'look' })).length;
  return { ask: asked, padding: '.'.repeat(Math.max(0, whole - bare)) };
};

describe('the one door', () => {
  it('P11 takes requests of one length, and no other', () => {
    const lengths = asks.map((asked) => JSON.stringify(evenRequest(asked)).length);
    expect(new Set(lengths).size).toBe(1);
    for (const asked of asks) {
      expect(ownInput.safeParse(evenRequest(asked)).data?.ask).toEqual(asked);
      const { padding } = evenRequest(asked);
      expect(ownInput.safeParse({ ask: asked, padding: `${padding}.` }).success).toBe(false);
      expect(ownInput.safeParse({ ask: asked, padding: padding.slice(1) }).success).toBe(false);
    }
  });

  it('P11 answers as long whatever the outcome', () => {
    const view = { state: 'off', because: 'noMail' } as const;
    const answers = [null, ...ownRefusals].map((refused) => evenAnswer({ view, receipt: digest, refused }));
    expect(new Set(answers.map((each) => JSON.stringify(each).length)).size).toBe(1);
  });

  it('P10 takes five numbers and a choice, and has no place for a word', () => {
    expect(ownInput.safeParse(sent(answering)).success).toBe(true);
    for (const wrong of [
      { ...answering, values: [1, 2, 3, 4] },
      { ...answering, values: [1, 2, 3, 4, 6] },
      { ...answering, values: [1, 2, 3, 4, 2.5] },
      { ...answering, values: [1, 2, 3, 4, '5'] },
      { ...answering, share: 'no' },
      { ...answering, note: 'Te druk' },
      { kind: 'look', note: 'Te druk' },
    ])
      expect(ownInput.safeParse(sent(wrong)).success).toBe(false);
    const words = {
      ...evenRequest({ kind: 'look' }),
      padding: 'a'.repeat(evenRequest({ kind: 'look' }).padding.length),
    };
    expect(ownInput.safeParse(words).success).toBe(false);
  });
});
