import type { ReactNode } from 'react';
import type { useTranslations } from 'use-intl';
import { daysBetween } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import type { PeopleNames } from './people-names.ts';

type Translator = ReturnType<typeof useTranslations<'responsibilities'>>;

const bold = (words: ReactNode) => <b>{words}</b>;

type NoteTools = {
  t: Translator;
  names: PeopleNames;
  today: LocalDate;
  /** When it asks something, in words. */
  when: string | undefined;
};

/** Why it is not covered, in a few words with the state in bold, and when it asks something; undefined when neither is so. */
export const coverageNote = ({ coverage }: CoveredResponsibility, { t, names, today, when }: NoteTools): ReactNode => {
  switch (coverage.state) {
    case 'covered': {
      const [able] = coverage.able;
      // Nobody stands in, and yet it does not lean on one person: say why.
      if (when !== undefined || !able || coverage.holders.length > 1 || coverage.substitutes.length > 0) return when;
      return t('note.able', { name: names.short(able) ?? t('formerColleague') });
    }
    case 'fragile':
      if (when !== undefined) return t.rich('note.fragileWhen', { b: bold, when });
      return t.rich('note.fragile', { b: bold, name: names.short(coverage.holder) ?? t('formerColleague') });
    case 'unclear':
      return t.rich('note.unclear', { b: bold, share: coverage.sharePercent });
    case 'gap':
      return when === undefined ? t.rich('note.gap', { b: bold }) : t.rich('note.gapWhen', { b: bold, when });
    case 'asleep':
      return coverage.because === 'duties'
        ? t.rich('note.asleepDuties', { b: bold })
        : t.rich('note.asleepQuiet', { b: bold, days: daysBetween(coverage.since, today) });
  }
};

/** The same for a label under the strip: only the reason. What sleeps is told by its row. */
export const stripLabel = (
  { coverage }: CoveredResponsibility,
  { t, names }: { t: Translator; names: PeopleNames },
): string | undefined => {
  switch (coverage.state) {
    case 'covered':
    case 'asleep':
      return undefined;
    case 'fragile':
      return t('label.fragile', { name: names.short(coverage.holder) ?? t('formerColleague') });
    case 'unclear':
      return t('label.unclear');
    case 'gap':
      return t('label.gap');
  }
};
