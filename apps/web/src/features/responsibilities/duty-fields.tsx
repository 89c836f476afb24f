import { useFormatter, useTranslations } from 'use-intl';
import { limits } from '@roer/domain/responsibilities/schema';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { mayShift, oftens } from './duty-draft.ts';
import type { DutyDraft, DutyField, Often } from './duty-draft.ts';
import { DutyPlaceFields } from './duty-place-fields.tsx';
import { NumbersField } from './numbers-field.tsx';
import { everyDay, rhythmOf } from './rule-rhythm.ts';
import { monthName, weekdayName } from './rule-words.ts';
import styles from './duty.module.css';

export type DutyFieldsProps = {
  readonly draft: DutyDraft;
  readonly change: (part: Partial<DutyDraft>) => void;
  readonly wrong: ReadonlySet<DutyField>;
};

const everyWeeks = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 26];
const everyMonths = [1, 2, 3, 4, 6, 8, 9];
const allMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const withOwn = (numbers: readonly number[], own: number): number[] =>
  numbers.includes(own) ? [...numbers] : [...numbers, own].toSorted((one, other) => one - other);

/** The fields of a duty: what it is, how often it comes back, from when and by what time. */
export function DutyFields({ draft, change, wrong }: DutyFieldsProps) {
  const t = useTranslations('duties');
  const format = useFormatter();
  const tools = { t, format };
  const { often, base } = draft;
  const own = base?.schedules.at(-1)?.rrule ?? '';
  const isOwn = (known: Often): boolean => known !== 'other' || often === 'other' || isBeyondWords(draft);
  const isMonthly = often === 'month' || often === 'quarter' || often === 'year';
  return (
    <>
      <TextField
        label={t('form.title')}
        hint={t('form.titleHint')}
        error={wrong.has('title') ? t('form.wrong.title', { most: limits.title }) : undefined}
        value={draft.title}
        onText={(title) => change({ title })}
        autoComplete="off"
      />
      <SelectField
        label={t('form.often')}
        value={often}
        options={oftens.filter(isOwn).map((value) => ({ value, label: t(`form.oftenName.${value}`) }))}
        onChoose={(value) => {
          const chosen = oftens.find((known) => known === value);
          // Months and weeks of another rhythm would be a surprise.
          if (chosen) change({ often: chosen, every: 1 });
        }}
      />
      {often === 'other' && <p className={styles.custom}>{t('form.custom', { rrule: own })}</p>}
      {(often === 'week' || often === 'month') && (
        <SelectField
          label={t('form.every')}
          value={String(draft.every)}
          options={withOwn(often === 'week' ? everyWeeks : everyMonths, draft.every).map((every) => ({
            value: String(every),
            label: t(often === 'week' ? 'form.everyWeeks' : 'form.everyMonths', { every }),
          }))}
          onChoose={(value) => change({ every: Number(value) })}
        />
      )}
      {often === 'week' && (
        <NumbersField
          label={t('form.weekdays')}
          error={wrong.has('weekdays') ? t('form.wrong.weekdays') : undefined}
          options={everyDay.map((value) => ({ value, label: weekdayName(value, tools) }))}
          chosen={draft.weekdays}
          onChosen={(weekdays) => change({ weekdays })}
        />
      )}
      {often === 'year' && (
        <NumbersField
          label={t('form.months')}
          error={wrong.has('months') ? t('form.wrong.months') : undefined}
          options={allMonths.map((value) => ({ value, label: monthName(value, tools) }))}
          chosen={draft.months}
          onChosen={(months) => change({ months })}
        />
      )}
      {isMonthly && <DutyPlaceFields {...{ draft, change, wrong }} />}
      {mayShift(draft) && (
        <Checkbox checked={draft.shift} onTick={(shift) => change({ shift })}>
          {t('form.shift')}
        </Checkbox>
      )}
      <div className={styles.pair}>
        <TextField
          label={t('form.start')}
          error={wrong.has('start') ? t('form.wrong.start') : undefined}
          type="date"
          value={draft.start}
          onText={(start) => change({ start })}
        />
        <TextField
          label={t('form.dueTime')}
          optional
          error={wrong.has('dueTime') ? t('form.wrong.dueTime') : undefined}
          type="time"
          value={draft.dueTime}
          onText={(dueTime) => change({ dueTime })}
        />
      </div>
    </>
  );
}

const isBeyondWords = ({ base }: DutyDraft): boolean => {
  const schedule = base?.schedules.at(-1);
  return schedule !== undefined && rhythmOf(schedule).kind === 'other';
};
