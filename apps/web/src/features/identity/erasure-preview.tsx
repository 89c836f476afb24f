import { useTranslations } from 'use-intl';
import { storedKindNames, storedKinds } from '@roer/domain/identity/stored';
import { SectionHeading } from '../../ui/section-heading.tsx';
import styles from './stored.module.css';

/** What goes, what stays and why, when somebody is erased (rule MD4). It tells of kinds, and nothing of what there is. */
export function ErasurePreview({ teams }: { readonly teams: readonly string[] }) {
  const t = useTranslations('account.erase');
  const stored = useTranslations('account.stored');
  return (
    <>
      {(['goes', 'nameless', 'counted'] as const).map((erased) => (
        <section key={erased}>
          <SectionHeading>{t(`${erased}.title`)}</SectionHeading>
          <p className={styles.words}>{t(`${erased}.why`)}</p>
          <ul className={styles.kindNames}>
            {storedKindNames
              .filter((kind) => storedKinds[kind].erased === erased)
              .map((kind) => (
                <li key={kind}>{stored(`kinds.${kind}.title`)}</li>
              ))}
          </ul>
        </section>
      ))}
      <section>
        <SectionHeading>{t('know.title')}</SectionHeading>
        <ul className={styles.list}>
          {teams.length > 0 && <li>{t('know.teams', { teams: teams.join(', ') })}</li>}
          {(['texts', 'names', 'others', 'feeds', 'backups', 'mail', 'final'] as const).map((key) => (
            <li key={key}>{t(`know.${key}`)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
