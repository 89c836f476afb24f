import { useState } from 'react';
import CircleCheck from 'lucide-react/icons/circle-check';
import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import { Icon } from '../../ui/icon.tsx';
import { MyOffers } from './my-offers.tsx';
import type { MyOffer } from './my-responsibilities.ts';
import styles from './today.module.css';

type MyInboxProps = {
  /** `asked`: what asks an answer of me; `proposed`: what I asked of others. */
  readonly kind: 'asked' | 'proposed';
  readonly offers: readonly MyOffer[];
  readonly actor: Actor;
  readonly isNamed: boolean;
};

/** Offers that wait for an answer, and what was answered here last. */
export default function MyInbox({ kind, offers, actor, isNamed }: MyInboxProps) {
  const t = useTranslations('today');
  const [answered, setAnswered] = useState<string>();
  return (
    <div className={styles[kind]}>
      {answered !== undefined && (
        <p className={styles.all}>
          <Icon of={CircleCheck} />
          {answered}
        </p>
      )}
      <MyOffers
        heading={t(kind === 'asked' ? 'asksAnswer' : 'iAsked')}
        onAnswered={setAnswered}
        {...{ offers, actor, isNamed }}
      />
    </div>
  );
}
