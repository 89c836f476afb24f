import { useState } from 'react';
import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import { Icon } from '../../ui/icon.tsx';
import { MyOffers } from './my-offers.tsx';
import type { MyOffer } from './my-responsibilities.ts';
import styles from './today.module.css';

type MyInboxProps = {
  readonly asked: readonly MyOffer[];
  readonly proposed: readonly MyOffer[];
  readonly actor: Actor;
  readonly isNamed: boolean;
};

/** What asks an answer of me, and what I asked of others. */
export default function MyInbox({ asked, proposed, actor, isNamed }: MyInboxProps) {
  const t = useTranslations('today');
  const [answered, setAnswered] = useState<string>();
  return (
    <>
      <div className={styles.asked}>
        {answered !== undefined && (
          <p className={styles.all}>
            <Icon of={CircleCheck} />
            {answered}
          </p>
        )}
        <MyOffers heading={t('asksAnswer')} offers={asked} onAnswered={setAnswered} {...{ actor, isNamed }} />
      </div>
      <div className={styles.proposed}>
        <MyOffers heading={t('iAsked')} offers={proposed} onAnswered={setAnswered} {...{ actor, isNamed }} />
      </div>
    </>
  );
}
