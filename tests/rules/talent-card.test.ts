import { describe, expect, it } from 'vitest';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import { talentPatchInput } from '@roer/domain/learning/talent-input';
import { deriveTeamTalents, emptyCard, talentLimits, writeOnCard } from '@roer/domain/learning/talent-card';
import type { TalentCard } from '@roer/domain/learning/talent-card';

// Any text is an id here: nothing looks inside.
const responsibility = (name: string) => name as ResponsibilityId;
const person = (name: string) => name as PersonId;
const about = (name: string, energy: 'gives' | 'costs' | null, wantsToLearn = false) => ({
  responsibilityId: responsibility(name),
  energy,
  wantsToLearn,
});

describe('a talent card', () => {
  it('R9.1 keeps what is said of a responsibility, and nothing of one about which nothing is said any more', () => {
    const card = writeOnCard(emptyCard, { about: about('leges', 'gives') });
    expect(card.responsibilities).toEqual([about('leges', 'gives')]);
    const changed = writeOnCard(card, { about: about('leges', null, true) });
    expect(changed.responsibilities).toEqual([about('leges', null, true)]);
    expect(writeOnCard(changed, { about: about('leges', null) })).toEqual(emptyCard);
  });

  it('R9.2 each thing leaves the others as they are, and twice is once', () => {
    const steps = [
      { about: about('leges', 'gives') },
      { free: [{ text: 'Voorzitten', energy: 'gives' as const, wantsToLearn: false }] },
      { from: 'Eerlijk en rustig.' },
      { about: about('bezwaar', 'costs') },
    ];
    const once = steps.reduce(writeOnCard, emptyCard);
    expect(once).toEqual({
      responsibilities: [about('leges', 'gives'), about('bezwaar', 'costs')],
      free: [{ text: 'Voorzitten', energy: 'gives', wantsToLearn: false }],
      from: 'Eerlijk en rustig.',
    });
    for (const step of steps) expect(writeOnCard(writeOnCard(once, step), step)).toEqual(writeOnCard(once, step));
    expect(writeOnCard(once, {})).toEqual(once);
  });

  it('R9.1 has a place for far more than anybody has, and no more', () => {
    let card = emptyCard;
    for (let index = 0; index < talentLimits.responsibilities + 3; index += 1)
      card = writeOnCard(card, { about: about(`r${index}`, 'gives') });
    expect(card.responsibilities).toHaveLength(talentLimits.responsibilities);
    expect(card.responsibilities.at(-1)?.responsibilityId).toBe(`r${talentLimits.responsibilities + 2}`);
    const free = Array.from({ length: talentLimits.free + 1 }, () => ({ text: 'a', energy: null, wantsToLearn: true }));
    expect(talentPatchInput.safeParse({ free }).success).toBe(false);
    expect(talentPatchInput.safeParse({ free: free.slice(1), score: 7 }).success).toBe(false);
    expect(talentPatchInput.parse({ free: free.slice(1), from: ' ja ' })).toMatchObject({ from: 'ja' });
  });

  it('R9.3 tells a team what is about its own responsibilities, of those who show it and are in it', () => {
    const [ada, ben, cem] = [person('ada'), person('ben'), person('cem')];
    const card: TalentCard = {
      responsibilities: [about('leges', 'gives', true), about('elsewhere', 'costs')],
      free: [{ text: 'Voorzitten', energy: null, wantsToLearn: false }],
      from: 'Rustig.',
    };
    const cards = new Map([
      [ben, card],
      [cem, card],
      [ada, { ...emptyCard, responsibilities: [about('leges', 'costs')] }],
    ]);
    expect(
      deriveTeamTalents(cards, { members: [ada, ben], responsibilities: new Set([responsibility('leges')]) }),
    ).toEqual({
      items: [
        { personId: ada, ...about('leges', 'costs') },
        { personId: ben, ...about('leges', 'gives', true) },
      ],
      free: [{ personId: ben, text: 'Voorzitten', energy: null, wantsToLearn: false }],
      from: [{ personId: ben, text: 'Rustig.' }],
    });
  });
});
