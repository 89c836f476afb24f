import { describe, expect, it } from 'vitest';
import type { ResponsibilityText } from '@roer/domain/responsibilities/edit';
import type { AreaId } from '@roer/domain/ids';
import { conflictsBetween, mergeText } from '@roer/web/features/responsibilities/conflict.ts';
import { readPastedLines } from '@roer/web/features/responsibilities/paste-lines.ts';

describe('a pasted list', () => {
  it('UI7 reads title, purpose and hours behind tabs or semicolons, and hours alone', () => {
    const lines = readPastedLines('1. Straatfeesten\tFeesten gaan door\t2,5\r\n\n- Reclame; 4\nRoeiboten; Veilig', []);
    expect(lines.map(({ line, title, purpose, minutesAWeek }) => [line, title, purpose, minutesAWeek])).toEqual([
      [1, 'Straatfeesten', 'Feesten gaan door', 150],
      [3, 'Reclame', '', 240],
      [4, 'Roeiboten', 'Veilig', 60],
    ]);
    expect(lines.every(({ problem }) => problem === null)).toBe(true);
  });

  it('UI7 says of each line why it is left out', () => {
    const lines = readPastedLines(`reclame\nFeest\nfeest\n${'x'.repeat(121)}\nBoten; veilig; veel`, ['Reclame']);
    expect(lines.map(({ problem }) => problem)).toEqual([
      'alreadyThere',
      null,
      'twice',
      'titleTooLong',
      'hoursUnreadable',
    ]);
  });
});

describe('two people who edit the same', () => {
  const base: ResponsibilityText = {
    areaId: '0193b2a0-0000-7000-8000-000000000001' as AreaId,
    title: 'Boten',
    purpose: '',
    criticality: 2,
    minutesAWeek: 60,
    season: Array.from({ length: 12 }, () => 100),
    organising: false,
  };
  const mine = { ...base, title: 'Roeiboten', minutesAWeek: 90 };
  const theirs = { ...base, title: 'Zeilboten', purpose: 'Veilig varen' };

  it('UI8 choose only where both changed the same part differently', () => {
    expect(conflictsBetween({ base, mine, theirs })).toEqual(['title']);
    expect(conflictsBetween({ base, mine: theirs, theirs })).toEqual([]);
  });

  it('UI8 keep what only one of them changed, and what was chosen', () => {
    const versions = { base, mine, theirs };
    expect(mergeText(versions, {})).toEqual({ ...theirs, title: 'Roeiboten', minutesAWeek: 90 });
    expect(mergeText(versions, { title: 'theirs' })).toEqual({ ...theirs, minutesAWeek: 90 });
  });
});
