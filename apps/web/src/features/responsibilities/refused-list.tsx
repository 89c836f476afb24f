import { useTranslations } from 'use-intl';
import type { RefusedCommand } from '@roer/domain/offline-queue';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { RefusedItem } from './refused-item.tsx';
import styles from './refused.module.css';

/** What somebody did without a connection and could no longer be done: nothing of it is lost until they say so. */
export default function RefusedList({ refused }: { readonly refused: readonly RefusedCommand[] }) {
  const t = useTranslations('waiting');
  return (
    <section className={styles.refused} aria-label={t('title')}>
      <SectionHeading>{t('title')}</SectionHeading>
      <p className={styles.words}>{t('words')}</p>
      <ul>
        {refused.map((command) => (
          <RefusedItem key={command.commandId} command={command} />
        ))}
      </ul>
    </section>
  );
}
