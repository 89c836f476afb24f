import type { LocalDate } from '../dates.ts';
import type { DeadlineWorkId, DelegationId, DutyId, GoalId, HandoverId, Id, ResponsibilityId } from '../ids.ts';
import type { AssignmentRole } from '../feed.ts';

/**
 * Something that somebody did, as Roer knows it (rule R9.5). `duty`: how often they did a recurring duty, first and last on
 * which day. `work`: work with a deadline that was done. `standIn`: what they did for a while for a colleague, [from, until).
 * `handover`: what they handed over to their team and was accepted.
 * `goal`: a learning goal that is done, without a day because none is kept. None of them holds anybody else.
 */
export type Evidence =
  | { kind: 'duty'; title: string; about: string; team: string; times: number; since: LocalDate; last: LocalDate }
  | { kind: 'work'; title: string; about: string; team: string; on: LocalDate }
  | { kind: 'standIn'; title: string; team: string; from: LocalDate; until: LocalDate }
  | { kind: 'handover'; title: string; team: string; on: LocalDate }
  | { kind: 'goal'; title: string };

export type EvidenceId = DutyId | DeadlineWorkId | DelegationId | HandoverId | GoalId;
/** What is picked: a reference, so that its words are always Roer's. */
export type EvidencePick = { kind: Evidence['kind']; id: EvidenceId };
/** Evidence that may be picked. */
export type EvidenceLine = { id: EvidenceId; evidence: Evidence };

export type CarriedLine = { id: ResponsibilityId; title: string; team: string; as: AssignmentRole };

/** Something that somebody is proud of, in their own words, with evidence or without. */
export type Result = { id: Id<'result'>; text: string; evidence: EvidencePick | null };

/** What the owner wrote and picked, in their order. Nobody else reads it. */
export type ContributionDraft = {
  from: string;
  talents: string[];
  carries: ResponsibilityId[];
  results: Result[];
};

/** The page itself: what its readers see, and nothing that was not picked (rule R9.4). Holds no ids. */
export type ContributionPage = {
  from: string;
  talents: string[];
  carries: Omit<CarriedLine, 'id'>[];
  results: { text: string; evidence: Evidence | null }[];
};

export const contributionLimits = {
  from: 600,
  talents: 12,
  talent: 120,
  carries: 60,
  results: 24,
  result: 600,
} as const;

export const emptyContribution: ContributionDraft = { from: '', talents: [], carries: [], results: [] };

/** The draft with some of its parts written anew. */
export const writeOnContribution = (
  draft: ContributionDraft,
  patch: { [Part in keyof ContributionDraft]?: ContributionDraft[Part] | undefined },
): ContributionDraft => ({
  from: patch.from ?? draft.from,
  talents: patch.talents ?? draft.talents,
  carries: patch.carries ?? draft.carries,
  results: patch.results ?? draft.results,
});

/** What can be picked: what somebody carries today, and evidence of what they did. */
export type Pickable = { carries: readonly CarriedLine[]; evidence: readonly EvidenceLine[] };

/**
 * The page of a draft, in the order of its owner. What was picked and is there no more (it was given back, or unticked) is left
 * out, and so is what stayed empty. Made of a draft that is still being typed it is the same as of what is kept of that.
 */
export const derivePage = (draft: ContributionDraft, { carries, evidence }: Pickable): ContributionPage => ({
  from: draft.from.trim(),
  talents: [...new Set(draft.talents.map((talent) => talent.trim()))].filter((talent) => talent !== ''),
  carries: draft.carries.flatMap((picked) =>
    carries.filter(({ id }) => id === picked).map(({ title, team, as }) => ({ title, team, as })),
  ),
  results: draft.results
    .map(({ text, evidence: picked }) => ({ text: text.trim(), evidence: picked && evidenceOf(evidence, picked) }))
    .filter((result) => result.text !== '' || result.evidence !== null),
});

/** The evidence that was picked; null when it is there no more. */
export const evidenceOf = (lines: readonly EvidenceLine[], { kind, id }: EvidencePick): Evidence | null =>
  lines.find((line) => line.id === id && line.evidence.kind === kind)?.evidence ?? null;

/** Whether there is nothing on it that anybody could read. */
export const isBlank = ({ from, talents, carries, results }: ContributionPage): boolean =>
  from === '' && talents.length + carries.length + results.length === 0;

/** The day that evidence is about last; null when it has none. */
export const dayOfEvidence = (evidence: Evidence): LocalDate | null => {
  switch (evidence.kind) {
    case 'duty':
      return evidence.last;
    case 'standIn':
      return evidence.from;
    case 'work':
    case 'handover':
      return evidence.on;
    case 'goal':
      return null;
  }
};

/** Evidence in the order in which Roer proposes it: the latest first, by title of one day, and what has no day last. */
export const sortEvidence = (lines: readonly EvidenceLine[]): EvidenceLine[] =>
  lines.toSorted(
    (one, other) =>
      (dayOfEvidence(other.evidence) ?? '').localeCompare(dayOfEvidence(one.evidence) ?? '') ||
      one.evidence.title.localeCompare(other.evidence.title) ||
      one.id.localeCompare(other.id),
  );
