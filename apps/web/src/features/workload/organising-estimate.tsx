import { useState } from 'react';
import Lock from 'lucide-react/icons/lock';
import { useTranslations } from 'use-intl';
import { addDays, isoWeek } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { mondayOf } from '@roer/domain/holidays';
import type { OrganisingEstimate } from '@roer/domain/workload/own-load';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { HoursField } from '../../ui/hours-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useLevelHours } from '../../ui/use-level-hours.ts';
import { useSetOrganisingWeek } from './organising-weeks.ts';
import styles from './own-load.module.css';

type OrganisingEstimateProps = {
  readonly today: LocalDate;
  readonly estimates: readonly OrganisingEstimate[];
  /** The median of the last eight weeks, in minutes; 0 when nothing was written down. */
  readonly usual: number;
};

/** So many weeks back somebody may still write down. */
const weeksBack = 8;
const longestWeek = 60 * 60;

/** How much time organising took in a week, by one's own guess. Nobody else can ask for it. */
export function OrganisingEstimateForm({ today, estimates, usual }: OrganisingEstimateProps) {
  const t = useTranslations('planning.organising');
  const sentence = useFailureSentence();
  const whole = useLevelHours();
  const { busy, failure, set } = useSetOrganisingWeek();
  const now = mondayOf(today);
  const [monday, setMonday] = useState(now);
  const [typed, setTyped] = useState<{ minutes: number | undefined; text: string }>();
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState(false);
  const known = estimates.find((estimate) => estimate.monday === monday)?.minutes;
  const minutes = typed ? typed.minutes : known;
  const isUnreadable = typed !== undefined && typed.minutes === undefined && typed.text.trim() !== '';
  // Left empty it is forgotten, if there was anything.
  const isWrong = isUnreadable || (minutes === undefined ? known === undefined : minutes > longestWeek);
  const weeks = Array.from({ length: weeksBack + 1 }, (_, back) => addDays(now, -7 * back));
  const nameOf = (week: LocalDate, back: number): string =>
    back < 2 ? t(back === 0 ? 'thisWeek' : 'lastWeek', { week: isoWeek(week) }) : t('week', { week: isoWeek(week) });
  const choose = (week: string): void => {
    setMonday(week);
    setTyped(undefined);
    setTried(false);
    setSaved(false);
  };
  const save = async (): Promise<void> => {
    setTried(true);
    setSaved(false);
    if (isWrong) return;
    if (!(await set({ monday, minutes: minutes ?? null }))) return;
    setTried(false);
    setTyped(undefined);
    setSaved(true);
  };
  return (
    <section className={styles.estimate} aria-labelledby="organising-heading">
      <h3 id="organising-heading">{t('heading')}</h3>
      <p>{usual > 0 ? t('usual', { hours: whole(usual) }) : t('first')}</p>
      <Form
        onSubmit={() => void save()}
        failure={failure && sentence(failure)}
        actions={
          <Button type="submit" dense busy={busy}>
            {t('save')}
          </Button>
        }
      >
        <div className={styles.pair}>
          <SelectField
            label={t('which')}
            value={monday}
            options={weeks.map((week, back) => ({ value: week, label: nameOf(week, back) }))}
            onChoose={choose}
          />
          {/* Another week is another field, with its own text. */}
          <HoursField
            key={`${monday}${known ?? ''}`}
            label={t('hours')}
            error={tried && isWrong ? t('wrong') : undefined}
            minutes={minutes}
            onMinutes={(next, text) => {
              setTyped({ minutes: next, text });
              setSaved(false);
            }}
          />
        </div>
      </Form>
      <p role="status" className={styles.saved}>
        {saved && t(known === undefined ? 'forgotten' : 'saved')}
      </p>
      <p className={styles.private}>
        <Icon of={Lock} small />
        {t('private')}
      </p>
    </section>
  );
}
