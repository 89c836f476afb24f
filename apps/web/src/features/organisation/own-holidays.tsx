import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { addDays, middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { holidaysOf } from '@roer/domain/holidays';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useOrganisationAsk } from './use-organisation-ask.ts';
import styles from './holidays.module.css';

type OwnHolidaysProps = { readonly days: readonly LocalDate[]; readonly today: LocalDate };

/** How far ahead a day can be written down, in days. */
const furthest = 731;

/** The municipality's own free days from today: add one, or take one away. */
export function OwnHolidays({ days, today }: OwnHolidaysProps) {
  const t = useTranslations('planning.holidays');
  const format = useFormatter();
  const sentence = useFailureSentence();
  const announce = useAnnounce();
  const { busy, failure, command } = useOrganisationAsk();
  const [date, setDate] = useState('');
  const [tried, setTried] = useState(false);
  const said = (day: LocalDate): string =>
    format.dateTime(middayOf(day), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const problem = problemOf(date, { days, today });
  const set = async (next: readonly LocalDate[], done: string): Promise<void> => {
    const asked = await command(({ commandId }) =>
      api.organisation.setOwnHolidays.mutate({ commandId, days: [...next].toSorted() }),
    );
    if (!asked.ok) return;
    announce(done);
    setDate('');
    setTried(false);
  };
  const add = (): void => {
    setTried(true);
    if (!problem) void set([...days, date], t('added', { date: said(date) }));
  };
  const ahead = days.filter((day) => day >= today);
  return (
    <section className={styles.own} aria-labelledby="own-holidays">
      <h2 id="own-holidays">{t('own')}</h2>
      {ahead.length === 0 ? (
        <p className={styles.empty}>{t('empty')}</p>
      ) : (
        <ul className={styles.days}>
          {ahead.map((day) => (
            <li key={day}>
              <span>{said(day)}</span>
              <Button
                kind="tertiary"
                dense
                aria-label={t('removeNamed', { date: said(day) })}
                onClick={() =>
                  void set(
                    days.filter((other) => other !== day),
                    t('removed', { date: said(day) }),
                  )
                }
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Form
        onSubmit={add}
        failure={failure && sentence(failure)}
        actions={
          <Button type="submit" busy={busy}>
            {t('add')}
          </Button>
        }
      >
        <TextField
          type="date"
          label={t('date')}
          error={tried && problem ? t(`wrong.${problem}`) : undefined}
          min={today}
          value={date}
          onText={setDate}
        />
      </Form>
    </section>
  );
}

type Problem = 'none' | 'past' | 'tooFar' | 'already' | 'holiday';

const problemOf = (date: string, { days, today }: OwnHolidaysProps): Problem | null => {
  if (date === '') return 'none';
  if (date < today) return 'past';
  if (date > addDays(today, furthest)) return 'tooFar';
  if (days.includes(date)) return 'already';
  return holidaysOf(Number(date.slice(0, 4))).has(date) ? 'holiday' : null;
};
