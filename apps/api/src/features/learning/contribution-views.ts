import type { LocalDate } from '@roer/domain/dates';
import type { ContributionDraft, ContributionPage, Evidence, Pickable } from '@roer/domain/learning/contribution';

/** Where a page was published, as its owner sees it. `isSame`: what stands there is what the owner sees now. */
export type TeamPublication = { teams: string[]; on: LocalDate; isSame: boolean };
/** `path` holds the secret; `until` is in epoch milliseconds. */
export type LinkPublication = { path: string; until: number; on: LocalDate; isSame: boolean };

/** Everything about the own page. `seen` names the page as it is here: it is sent back to publish exactly this one. */
export type OwnContribution = {
  draft: ContributionDraft;
  page: ContributionPage;
  seen: string;
  pickable: Pickable;
  /** Colleagues whom the page seems to name: to look at again before it is published. */
  named: string[];
  team: TeamPublication | null;
  link: LinkPublication | null;
};

/** A page as its readers get it: nobody else's name, and no ids. */
export type PublishedContribution = { name: string; organisation: string; on: LocalDate; page: ContributionPage };
export type SharedContribution = { name: string; organisation: string; until: number; page: ContributionPage };

/** Field by field, so that what is sealed with a page one day does not travel with it. */
export const pageView = ({ from, talents, carries, results }: ContributionPage): ContributionPage => ({
  from,
  talents: [...talents],
  carries: carries.map(({ title, team, as }) => ({ title, team, as })),
  results: results.map(({ text, evidence }) => ({ text, evidence: evidence && evidenceView(evidence) })),
});

const evidenceView = (evidence: Evidence): Evidence => {
  const { kind, title } = evidence;
  switch (kind) {
    case 'duty': {
      const { about, team, times, since, last } = evidence;
      return { kind, title, about, team, times, since, last };
    }
    case 'work':
      return { kind, title, about: evidence.about, team: evidence.team, on: evidence.on };
    case 'standIn':
      return { kind, title, team: evidence.team, from: evidence.from, until: evidence.until };
    case 'handover':
      return { kind, title, team: evidence.team, on: evidence.on };
    case 'goal':
      return { kind, title };
  }
};
