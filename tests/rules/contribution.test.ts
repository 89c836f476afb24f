import { describe, expect, it } from 'vitest';
import type { DeadlineWorkId, DelegationId, DutyId, GoalId, Id, ResponsibilityId } from '@roer/domain/ids';
import {
  derivePage,
  emptyContribution,
  isBlank,
  sortEvidence,
  writeOnContribution,
} from '@roer/domain/learning/contribution';
import type { ContributionDraft, EvidenceLine, Pickable } from '@roer/domain/learning/contribution';
import { contributionPatchInput } from '@roer/domain/learning/contribution-input';
import { isLinkOpen, linkDays, linkEnds } from '@roer/domain/learning/contribution-link';
import { namedColleagues } from '@roer/domain/learning/named-colleagues';

// Any text is an id here: nothing looks inside.
const duty: EvidenceLine = {
  id: 'duty' as DutyId,
  evidence: {
    kind: 'duty',
    title: 'Kwartaalrapportage',
    about: 'Budget en inhuur',
    team: 'Vergunningen',
    times: 11,
    since: '2026-03-02',
    last: '2026-11-02',
  },
};
const work: EvidenceLine = {
  id: 'work' as DeadlineWorkId,
  evidence: { kind: 'work', title: 'Controleplan', about: 'Toezicht', team: 'Vergunningen', on: '2026-11-20' },
};
const standIn: EvidenceLine = {
  id: 'standIn' as DelegationId,
  evidence: { kind: 'standIn', title: 'Leges', team: 'Groen', from: '2026-05-04', until: '2026-05-18' },
};
const carried = { id: 'leges' as ResponsibilityId, title: 'Leges', team: 'Groen', as: 'holder' as const };
const pickable: Pickable = { carries: [carried], evidence: [duty, work, standIn] };
const resultId = '0190b0b0-0000-7000-8000-000000000001' as Id<'result'>;
const draft: ContributionDraft = {
  from: ' Eerlijk. ',
  talents: ['Voorzitten', ' '],
  carries: [carried.id, 'given back' as ResponsibilityId],
  results: [
    { id: resultId, text: '', evidence: { kind: 'work', id: work.id } },
    { id: resultId, text: 'Nu op tijd. ', evidence: { kind: 'duty', id: duty.id } },
    { id: resultId, text: '', evidence: null },
    { id: resultId, text: '', evidence: { kind: 'duty', id: 'unticked' as DutyId } },
  ],
};

describe('the page', () => {
  it('R9.4 has what was picked and written, in its owner’s order, and nothing else', () => {
    expect(derivePage(draft, pickable)).toEqual({
      from: 'Eerlijk.',
      talents: ['Voorzitten'],
      carries: [{ title: 'Leges', team: 'Groen', as: 'holder' }],
      results: [
        { text: '', evidence: work.evidence },
        { text: 'Nu op tijd.', evidence: duty.evidence },
      ],
    });
    const nothing = derivePage(emptyContribution, pickable);
    expect(nothing).toEqual({ from: '', talents: [], carries: [], results: [] });
    expect([isBlank(nothing), isBlank(derivePage(draft, pickable))]).toEqual([true, false]);
  });

  it('R9.4 R9.6 is the same of what is typed as of what is kept of it, and has no ids', () => {
    const { from, talents } = contributionPatchInput.parse({ from: draft.from, talents: draft.talents });
    const kept = writeOnContribution(draft, { from, talents });
    expect(derivePage(kept, pickable)).toEqual(derivePage(draft, pickable));
    expect(JSON.stringify(derivePage(draft, pickable))).not.toContain('"id"');
  });

  it('R9.6 keeps words as its owner wrote them when evidence is gone', () => {
    const own = {
      ...draft,
      results: [{ id: resultId, text: 'Van mij', evidence: { kind: 'duty' as const, id: 'gone' as DutyId } }],
    };
    expect(derivePage(own, pickable).results).toEqual([{ text: 'Van mij', evidence: null }]);
    // An id of one kind is not that of another.
    const other = { ...draft, results: [{ id: resultId, text: '', evidence: { kind: 'work' as const, id: duty.id } }] };
    expect(derivePage(other, pickable).results).toEqual([]);
  });

  it('R9.5 evidence is proposed with the latest first', () => {
    const goal: EvidenceLine = { id: 'goal' as GoalId, evidence: { kind: 'goal', title: 'Leges berekenen' } };
    expect(sortEvidence([goal, standIn, duty, work])).toEqual([work, duty, standIn, goal]);
  });

  it('R9.4 parts that are not written stay', () => {
    const one = writeOnContribution(emptyContribution, { from: 'A', carries: [carried.id] });
    expect(writeOnContribution(one, { talents: ['B'], from: undefined })).toEqual({ ...one, talents: ['B'] });
  });

  it('R9.6 words of evidence cannot be sent', () => {
    const own = {
      results: [{ id: resultId, text: '', evidence: { ...duty.evidence, id: '0190b0b0-0000-7000-8000-000000000000' } }],
    };
    expect(contributionPatchInput.safeParse(own).success).toBe(false);
  });
});

describe('a link', () => {
  it.each(linkDays)('R9.9 of %i days ends to the millisecond', (days) => {
    const made = Date.parse('2026-11-23T08:00:00Z');
    const ends = linkEnds(made, days);
    expect(ends - made).toBe(days * 24 * 60 * 60 * 1000);
    expect([isLinkOpen(ends, ends - 1), isLinkOpen(ends, ends), isLinkOpen(ends, ends + 1)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a name of somebody else', () => {
  const names = ['Ada Yilmaz', 'Ben de Boer', 'Jo Vos'];
  const page = (text: string) => derivePage({ ...emptyContribution, from: text }, pickable);

  it('R9.11 is seen wherever it stands as a word, and in no other word', () => {
    expect(namedColleagues(page('Samen met Ada, en Ben’s plan'), names)).toEqual(['Ada Yilmaz', 'Ben de Boer']);
    expect(namedColleagues(page('Adapter. Bennebroek. Ik ben er.'), names)).toEqual([]);
    expect(namedColleagues(page('Met Ben en met Jo Vos.'), names)).toEqual(['Ben de Boer', 'Jo Vos']);
    // Two letters are a word too often.
    expect(namedColleagues(page('Met Jo.'), names)).toEqual([]);
    const titled = {
      ...pickable,
      evidence: [{ ...duty, evidence: { ...duty.evidence, title: 'Waarnemen voor Ada' } }],
    };
    expect(namedColleagues(derivePage(draft, titled), names)).toEqual(['Ada Yilmaz']);
  });
});
