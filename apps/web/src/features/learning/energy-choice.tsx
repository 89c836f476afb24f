import { useTranslations } from 'use-intl';
import type { Energy } from '@roer/domain/learning/talent-card';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { SegmentedFilter } from '../../ui/segmented-filter.tsx';
import styles from './talents.module.css';

type Said = { readonly energy: Energy; readonly wantsToLearn: boolean };
type EnergyChoiceProps = Said & {
  /** What it is about. */
  readonly name: string;
  readonly onSay: (said: Said) => void;
};

/** What something does with me, and whether I want to learn it. Not to know is an answer too. */
export function EnergyChoice({ name, energy, wantsToLearn, onSay }: EnergyChoiceProps) {
  const t = useTranslations('contribution.talents');
  return (
    <div className={classNames(styles.choice, energy === null && styles.unsaid)}>
      <SegmentedFilter
        label={t('energyOf', { name })}
        value={energy ?? 'unknown'}
        segments={[
          { value: 'gives', label: t('gives') },
          { value: 'costs', label: t('costs') },
          { value: 'unknown', label: t('unknown') },
        ]}
        onChoose={(value) => onSay({ energy: value === 'gives' || value === 'costs' ? value : null, wantsToLearn })}
      />
      <Checkbox
        checked={wantsToLearn}
        aria-label={t('learnOf', { name })}
        onTick={(ticked) => onSay({ energy, wantsToLearn: ticked })}
      >
        {t('learn')}
      </Checkbox>
    </div>
  );
}
