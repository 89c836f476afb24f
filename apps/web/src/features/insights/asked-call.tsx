import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { buttonLook } from '../../ui/button.tsx';
import { countAsking, useInsightLead } from './insight-lead.ts';
import { useObstacles } from './use-obstacles.ts';
import styles from './obstacles.module.css';

type AskedCallProps = {
  /** Also when nothing waits; else there is nothing then. */
  readonly always?: boolean;
};

/** On Vandaag of who leads teams: that they ask something, and the way there. */
export default function AskedCall({ always = false }: AskedCallProps) {
  const t = useTranslations('insights.manager');
  const lead = useInsightLead();
  const { data: teams } = useObstacles();
  const counts = teams && countAsking(teams);
  if (!always && !counts?.askMe) return null;
  return (
    <div className={styles.call}>
      {counts && <p>{lead(counts).sentence}</p>}
      <Link href="/insight" className={buttonLook({ kind: counts?.askMe ? 'primary' : 'secondary' })}>
        {t('call')}
      </Link>
    </div>
  );
}
