import { useTranslations } from 'use-intl';
import { quarterText, quartersAt, readQuarter, isSameQuarter } from '@roer/domain/insights/quarter';
import { today } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { SelectOption } from '../../ui/select-field.tsx';
import { againstChoices } from './quarter-choice.ts';
import type { useQuarterChoice } from './quarter-choice.ts';
import styles from './quarter.module.css';

type QuarterToolsProps = {
  readonly chosen: ReturnType<typeof useQuarterChoice>;
  /** The domains to choose from; left out where there is nothing to choose. */
  readonly domains?: readonly SelectOption[];
};

/** Which quarter, what beside it, and to paper. None of it is printed. */
export function QuarterTools({ chosen: { asked, choose }, domains }: QuarterToolsProps) {
  const t = useTranslations('dashboard.quarter');
  const offered = quartersAt(today());
  // An older one may stand in an address that somebody kept.
  const quarters = offered.some((each) => isSameQuarter(each, asked.quarter)) ? offered : [asked.quarter, ...offered];
  return (
    <div className={styles.choices}>
      {domains && (
        <SelectField
          label={t('choose.domain')}
          options={domains}
          value={asked.domain}
          onChoose={(domain) => choose({ domain })}
        />
      )}
      <SelectField
        label={t('choose.quarter')}
        options={quarters.map((quarter) => ({
          value: quarterText(quarter),
          label: t('short', { part: String(quarter.part), year: String(quarter.year) }),
        }))}
        value={quarterText(asked.quarter)}
        onChoose={(text) => choose({ quarter: readQuarter(text) ?? asked.quarter })}
      />
      <SelectField
        label={t('choose.against')}
        options={againstChoices.map((against) => ({ value: against, label: t(`against.${against}`) }))}
        value={asked.against}
        onChoose={(text) => choose({ against: againstChoices.find((each) => each === text) ?? 'none' })}
      />
      <Button kind="primary" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  );
}
