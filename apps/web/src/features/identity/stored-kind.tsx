import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { StoredKind } from '@roer/domain/identity/stored';
import { Button } from '../../ui/button.tsx';
import { lazily } from '../../i18n/lazily.ts';
import styles from './stored.module.css';

const OwnRows = lazily(() => import('./own-rows.tsx'));

/** One kind of thing that is kept: what, how much of it is mine, why, who sees it and how long; and the thing itself when wanted. */
export function StoredKindRow({ kind, mine }: { readonly kind: StoredKind; readonly mine: string | undefined }) {
  const t = useTranslations('account.stored');
  const data = useTranslations('account.myData');
  const [shown, setShown] = useState(false);
  const title = t(`kinds.${kind}.title`);
  return (
    <article className={styles.kind}>
      <div>
        <h3>{title}</h3>
        <p>{t(`kinds.${kind}.what`)}</p>
        {mine !== undefined && <p className={styles.mine}>{mine}</p>}
        <Button
          dense
          kind="tertiary"
          aria-expanded={shown}
          aria-label={data(shown ? 'hideOf' : 'showOf', { title })}
          onClick={() => setShown(!shown)}
        >
          {data(shown ? 'hide' : 'show')}
        </Button>
      </div>
      <dl className={styles.facts}>
        {(['why', 'who', 'long'] as const).map((fact) => (
          <div key={fact}>
            <dt>{t(fact)}</dt>
            <dd>{t(`kinds.${kind}.${fact}`)}</dd>
          </div>
        ))}
      </dl>
      {shown && (
        <div className={styles.own}>
          <Suspense>
            <OwnRows kind={kind} />
          </Suspense>
        </div>
      )}
    </article>
  );
}
