import type { ReactNode } from 'react';
import type { useTranslations } from 'use-intl';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import type { PeopleNames } from './people-names.ts';

type Translator = ReturnType<typeof useTranslations<'responsibilities'>>;

const bold = (words: ReactNode) => <b>{words}</b>;

/** Why it is not covered, in a few words with the state in bold; undefined when there is nothing to do. */
export const coverageNote = (
  { coverage }: CoveredResponsibility,
  { t, names }: { t: Translator; names: PeopleNames },
): ReactNode => {
  switch (coverage.state) {
    case 'covered':
      return undefined;
    case 'fragile':
      return t.rich('note.fragile', { b: bold, name: names.short(coverage.holder) ?? t('formerColleague') });
    case 'unclear':
      return t.rich('note.unclear', { b: bold, share: coverage.sharePercent });
    case 'gap':
      return t.rich('note.gap', { b: bold });
  }
};

/** The same for a label under the strip: only the reason. */
export const stripLabel = (
  { coverage }: CoveredResponsibility,
  { t, names }: { t: Translator; names: PeopleNames },
): string | undefined => {
  switch (coverage.state) {
    case 'covered':
      return undefined;
    case 'fragile':
      return t('label.fragile', { name: names.short(coverage.holder) ?? t('formerColleague') });
    case 'unclear':
      return t('label.unclear');
    case 'gap':
      return t('label.gap');
  }
};
