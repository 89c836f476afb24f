import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../../live/api.ts';
import { today } from '../../live/clock.ts';
import { useNumberWords } from '../../i18n/number-words.ts';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { OwnHolidays } from './own-holidays.tsx';
import { Loaded } from './page-states.tsx';
import { PublicHolidays } from './public-holidays.tsx';
import styles from './organisation.module.css';

/** Organisatie › Vrije dagen: when the municipality is closed beside public holidays, which an administrator writes down. */
export default function HolidaysPage() {
  const t = useTranslations('planning.holidays');
  const { word } = useNumberWords();
  const query = useQuery({
    queryKey: ['organisation', 'ownHolidays'],
    queryFn: () => api.organisation.ownHolidays.query(),
    retry: 1,
    staleTime: 60_000,
  });
  const day = today();
  usePageTitle(t('title'));
  return (
    <Loaded query={query}>
      {(days) => {
        const ahead = days.filter((date) => date >= day).length;
        return (
          <div className={styles.narrow}>
            <PageLead quiet={t('quiet')}>{t('lead', { count: ahead, word: word(ahead) })}</PageLead>
            <OwnHolidays days={days} today={day} />
            <PublicHolidays today={day} />
          </div>
        );
      }}
    </Loaded>
  );
}
