import { useId, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Checkbox } from '../../ui/checkbox.tsx';
import { monthName } from './rule-words.ts';
import { levelYear } from './responsibility-draft.ts';
import styles from './form.module.css';

type SeasonFieldsProps = { readonly season: readonly number[]; readonly onSeason: (season: number[]) => void };

const steps = [0, 50, 100, 150, 200] as const;
const stepWords = { 0: 'nothing', 50: 'little', 100: 'usual', 150: 'busy', 200: 'double' } as const;

/** What a week asks per month, in words; hidden until somebody says that it differs. */
export function SeasonFields({ season, onSeason }: SeasonFieldsProps) {
  const t = useTranslations('responsibilities');
  const format = useFormatter();
  const id = useId();
  const [differs, setDiffers] = useState(season.some((percent) => percent !== 100));
  return (
    <div>
      <Checkbox
        checked={differs}
        onTick={(ticked) => {
          setDiffers(ticked);
          if (!ticked) onSeason([...levelYear]);
        }}
      >
        {t('season.differs')}
      </Checkbox>
      {differs && (
        <fieldset className={styles.months}>
          <legend>{t('season.perMonth')}</legend>
          {season.map((percent, index) => (
            // The twelve months are always the same twelve, in the same order.
            // oxlint-disable-next-line react/no-array-index-key
            <label key={index} htmlFor={`${id}-${index}`} className={styles.month}>
              <span>{monthName(index + 1, { format })}</span>
              <select
                id={`${id}-${index}`}
                value={percent}
                onChange={(event) => onSeason(season.with(index, Number(event.currentTarget.value)))}
              >
                {!steps.some((step) => step === percent) && (
                  <option value={percent}>{t('percent', { percent })}</option>
                )}
                {steps.map((step) => (
                  <option key={step} value={step}>
                    {t(`season.${stepWords[step]}`)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
