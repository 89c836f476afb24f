import { useTranslations } from 'use-intl';
import { SelectField } from '../../ui/select-field.tsx';
import type { SelectOption } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Button } from '../../ui/button.tsx';
import { today } from '../../live/clock.ts';
import styles from './audit.module.css';

type AuditFiltersProps = {
  readonly groups: { readonly label: string; readonly options: readonly SelectOption[]; readonly value: string };
  readonly onGroup: (value: string) => void;
  /** A day, or the empty text for all of them. */
  readonly day: string;
  readonly onDay: (day: string) => void;
  /** The name of who alone is shown; null for everybody. */
  readonly person: string | null;
  readonly onEverybody: () => void;
};

/** What of a log is shown: which kind, which day, and whose. */
export function AuditFilters({ groups, onGroup, day, onDay, person, onEverybody }: AuditFiltersProps) {
  const t = useTranslations('audit');
  return (
    <div className={styles.filters}>
      <SelectField label={groups.label} options={groups.options} value={groups.value} onChoose={onGroup} />
      <TextField label={t('day')} hint={t('dayHint')} type="date" max={today()} value={day} onText={onDay} />
      {person !== null && (
        <div className={styles.person}>
          <span>{t('only', { name: person })}</span>
          <Button kind="tertiary" dense onClick={onEverybody}>
            {t('everybody')}
          </Button>
        </div>
      )}
    </div>
  );
}
