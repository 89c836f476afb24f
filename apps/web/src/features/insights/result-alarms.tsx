import MessageCircle from 'lucide-react/icons/message-circle';
import { useTranslations } from 'use-intl';
import type { Statement } from '@roer/domain/workload/check-in';
import { Icon } from '../../ui/icon.tsx';
import styles from './results.module.css';

/** The one alarm there is: heavy three times in a row. It gives no advice, only something to talk about (rule P7). */
export function ResultAlarms({ alarms }: { readonly alarms: readonly Statement[] }) {
  const t = useTranslations('check-in.results');
  return alarms.map((statement) => (
    <p key={statement} className={styles.talk}>
      <Icon of={MessageCircle} />
      <span>
        <b>{t('threeTimes', { question: t(`questions.${statement}`) })}</b> {t(`starters.${statement}`)}
      </span>
    </p>
  ));
}
