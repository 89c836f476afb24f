import { useFormatter, useTranslations } from 'use-intl';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { ResponsibilityText } from '@roer/domain/responsibilities/edit';
import { Button } from '../../ui/button.tsx';
import type { Choices, Side } from './conflict.ts';
import type { DraftField } from './responsibility-draft.ts';
import { VersionChoice } from './version-choice.tsx';
import styles from './form.module.css';

type ConflictViewProps = {
  readonly fields: readonly DraftField[];
  readonly mine: ResponsibilityText;
  readonly theirs: ResponsibilityText;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  readonly areas: TeamSnapshot['area'];
  /** The name of an area that only exists in this form. */
  readonly newAreaName: string;
};

/** Two versions side by side, field by field; nothing typed is lost and nothing is overwritten unseen. */
export function ConflictView(props: ConflictViewProps) {
  const { fields, mine, theirs, choices, onChoices } = props;
  const t = useTranslations('responsibilities');
  const all = (side: Side) => onChoices(Object.fromEntries(fields.map((field) => [field, side])));
  return (
    <div className={styles.conflict} role="alert">
      <p className={styles.conflictTitle}>{t('conflict.title')}</p>
      <p>{t('conflict.words')}</p>
      <div className={styles.wholes}>
        <Button dense onClick={() => all('mine')}>
          {t('conflict.allMine')}
        </Button>
        <Button dense onClick={() => all('theirs')}>
          {t('conflict.allTheirs')}
        </Button>
      </div>
      {fields.map((field) => (
        <VersionChoice
          key={field}
          label={t(`form.${field}`)}
          chosen={choices[field] ?? 'mine'}
          onChoose={(side) => onChoices({ ...choices, [field]: side })}
          words={{
            mine: <Version {...props} field={field} of={mine} />,
            theirs: <Version {...props} field={field} of={theirs} />,
          }}
        />
      ))}
    </div>
  );
}

function Version({ field, of, areas, newAreaName }: ConflictViewProps & { field: DraftField; of: ResponsibilityText }) {
  const t = useTranslations('responsibilities');
  const format = useFormatter();
  switch (field) {
    case 'areaId':
      return areas[of.areaId]?.name ?? newAreaName;
    case 'title':
      return of.title;
    case 'purpose':
      return of.purpose === '' ? t('panel.noPurpose') : of.purpose;
    case 'criticality':
      return t(`criticality.${of.criticality}.label`);
    case 'minutesAWeek':
      return t('hoursAWeek', { hours: format.number(of.minutesAWeek / 60, { maximumFractionDigits: 2 }) });
    case 'season':
      return of.season.map((percent) => t('percent', { percent })).join(' · ');
    case 'organising':
      return t(of.organising ? 'form.isOrganising' : 'form.isCore');
  }
}
