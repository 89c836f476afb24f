import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { useAnnounce } from '../../ui/announcer.tsx';
import type { CheckInCopy } from './check-in-copy.ts';
import styles from './check-in.module.css';

type DeviceCopySectionProps = {
  readonly checkIn: { copy: CheckInCopy | undefined; wipe: () => Promise<void> };
};

/** What this device keeps of somebody's check-ins, and one button that takes all of it away. */
export function DeviceCopySection({ checkIn: { copy, wipe } }: DeviceCopySectionProps) {
  const t = useTranslations('check-in.device');
  const announce = useAnnounce();
  const [isWiped, setWiped] = useState(false);
  const count = copy?.answers.length ?? 0;
  const hasAny = count > 0 || copy?.sent != null || (copy?.confirmed.length ?? 0) > 0;
  if (!hasAny && !isWiped) return null;
  return (
    <section className={styles.device}>
      <SectionHeading>{t('title')}</SectionHeading>
      <p>{hasAny ? t('words', { count }) : t('wiped')}</p>
      {hasAny && (
        <Button
          dense
          onClick={() => {
            void wipe().then(() => {
              setWiped(true);
              announce(t('wiped'));
              return undefined;
            });
          }}
        >
          {t('wipe')}
        </Button>
      )}
    </section>
  );
}
