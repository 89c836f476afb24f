import ArrowLeft from 'lucide-react/icons/arrow-left';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { smallestCell } from '@roer/domain/workload/cells';
import { Icon } from '../../ui/icon.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { AboutMeAnswers } from './about-me-answers.tsx';
import { AboutMeClaims } from './about-me-claims.tsx';
import { AboutMeOdds } from './about-me-odds.tsx';
import { useCheckInCopy } from './check-in-copy.ts';
import { peopleIn, rosterNow } from './check-in-step.ts';
import { DeviceCopySection } from './device-copy-section.tsx';
import { useOwnView } from './own.ts';
import styles from './about-me.module.css';
import page from './check-in.module.css';

/**
 * What others can learn about me (rule P19): from what was published and from this device's own copy of my answers, worked out
 * here. Never from how many answered.
 */
export default function AboutMePage() {
  const t = useTranslations('check-in');
  const { data: view } = useOwnView();
  const { copy, wipe } = useCheckInCopy();
  usePageTitle(t('title'));
  const roster = view?.state === 'group' ? (rosterNow(view) ?? view.rosters[0]) : undefined;
  return (
    <>
      <Link href="/check-in" className={page.back}>
        <Icon of={ArrowLeft} small />
        {t('title')}
      </Link>
      <PageLead quiet={t('aboutMe.leadQuiet')}>{t('aboutMe.lead')}</PageLead>
      <p className={page.intro}>{t('aboutMe.intro')}</p>
      <div className={styles.columns}>
        <div className={styles.main}>
          {copy && <AboutMeAnswers copy={copy} />}
          <AboutMeOdds people={roster ? peopleIn(roster) : smallestCell} isKnown={roster !== undefined} />
          <DeviceCopySection checkIn={{ copy, wipe }} />
        </div>
        <section>
          <SectionHeading>{t('aboutMe.claimsTitle')}</SectionHeading>
          <div className={styles.claims}>
            <AboutMeClaims />
          </div>
        </section>
      </div>
    </>
  );
}
