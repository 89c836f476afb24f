import { useTranslations } from 'use-intl';
import type { StoredKind } from '@roer/domain/identity/stored';
import styles from './stored.module.css';

/** One kind of thing that is kept: what, how much of it is mine, why, who sees it and how long. */
export function StoredKindRow({ kind, mine }: { readonly kind: StoredKind; readonly mine: string | undefined }) {
  const t = useTranslations('account.stored');
  return (
    <article className={styles.kind}>
      <div>
        <h3>{t(`kinds.${kind}.title`)}</h3>
        <p>{t(`kinds.${kind}.what`)}</p>
        {mine !== undefined && <p className={styles.mine}>{mine}</p>}
      </div>
      <dl className={styles.facts}>
        {(['why', 'who', 'long'] as const).map((fact) => (
          <div key={fact}>
            <dt>{t(fact)}</dt>
            <dd>{t(`kinds.${kind}.${fact}`)}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
