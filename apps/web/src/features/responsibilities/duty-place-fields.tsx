import { useFormatter, useTranslations } from 'use-intl';
import { SelectField } from '../../ui/select-field.tsx';
import type { DutyDraft } from './duty-draft.ts';
import type { DutyFieldsProps } from './duty-fields.tsx';
import { everyDay, monthsOfQuarter } from './rule-rhythm.ts';
import { monthName, nthName, weekdayName } from './rule-words.ts';
import styles from './duty.module.css';

const quarterPlaces = [0, 1, 2] as const;
const quarterNames = ['first', 'second', 'last'] as const;
const places = ['day', 'weekday', 'lastWorkday'] as const satisfies readonly DutyDraft['place'][];
const days = [...Array.from({ length: 31 }, (_, index) => index + 1), -1];
const nths = [1, 2, 3, 4, -1];

/** Which day of a month: a date, a weekday such as the first Tuesday, or the last working day. */
export function DutyPlaceFields({ draft, change, wrong }: DutyFieldsProps) {
  const t = useTranslations('duties.form');
  const format = useFormatter();
  const never = wrong.has('never') ? t('wrong.never') : undefined;
  return (
    <>
      {draft.often === 'quarter' && (
        <SelectField
          label={t('inQuarter')}
          value={String(draft.inQuarter)}
          options={quarterPlaces.map((place) => ({
            value: String(place),
            label: t('inQuarterOption', {
              place: quarterNames[place],
              months: format.list(monthsOfQuarter(place).map((month) => monthName(month, { format, length: 'short' }))),
            }),
          }))}
          onChoose={(value) => {
            const inQuarter = quarterPlaces.find((place) => String(place) === value);
            if (inQuarter !== undefined) change({ inQuarter });
          }}
        />
      )}
      <SelectField
        label={t('place')}
        value={draft.place}
        options={places.map((value) => ({ value, label: t(`placeName.${value}`) }))}
        onChoose={(value) => {
          const place = places.find((known) => known === value);
          if (place) change({ place });
        }}
      />
      {draft.place === 'day' && (
        <SelectField
          label={t('day')}
          error={never}
          value={String(draft.day)}
          options={days.map((day) => ({
            value: String(day),
            label: day === -1 ? t('lastDay') : t('dayOfMonth', { day }),
          }))}
          onChoose={(value) => change({ day: Number(value) })}
        />
      )}
      {draft.place === 'weekday' && (
        <div className={styles.pair}>
          <SelectField
            label={t('nth')}
            value={String(draft.nth)}
            options={nths.map((nth) => ({ value: String(nth), label: t('nthName', { nth: nthName(nth) }) }))}
            onChoose={(value) => change({ nth: Number(value) })}
          />
          <SelectField
            label={t('weekday')}
            value={String(draft.weekday)}
            options={everyDay.map((weekday) => ({ value: String(weekday), label: weekdayName(weekday, { format }) }))}
            onChoose={(value) => change({ weekday: Number(value) })}
          />
        </div>
      )}
    </>
  );
}
