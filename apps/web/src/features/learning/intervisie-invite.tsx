import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { TeamId } from '@roer/domain/ids';
import { buttonLook } from '../../ui/button.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import styles from './intervisie.module.css';

/** At the end of a page about learning: that one can bring in a case. */
export function IntervisieInvite({ teamId }: { readonly teamId: TeamId }) {
  const t = useTranslations('intervisie.onLearning');
  return (
    <section className={styles.invite}>
      <SectionHeading>{t('title')}</SectionHeading>
      <p>{t('words')}</p>
      <Link href={`/team/${teamId}/intervisie`} className={buttonLook({ kind: 'secondary' })}>
        {t('link')}
      </Link>
    </section>
  );
}
