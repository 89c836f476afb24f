import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { BoardForm } from './board-form.ts';
import styles from './board.module.css';

/** A team that wrote nothing yet: one sentence and three ways to begin. */
export function FirstSteps({ onForm }: { readonly onForm: (form: BoardForm) => void }) {
  const t = useTranslations('responsibilities');
  return (
    <EmptyState
      sign="asleep"
      title={t('first.title')}
      action={
        <div className={styles.ways}>
          <Button kind="primary" onClick={() => onForm({ kind: 'new' })}>
            {t('first.write')}
          </Button>
          <Button kind="tertiary" onClick={() => onForm({ kind: 'paste' })}>
            {t('add.paste')}
          </Button>
          <Button kind="tertiary" onClick={() => onForm({ kind: 'catalogue' })}>
            {t('add.catalogue')}
          </Button>
        </div>
      }
    >
      {t('first.words')}
    </EmptyState>
  );
}
