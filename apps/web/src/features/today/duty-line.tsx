import { Suspense, useState } from 'react';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useFormatter, useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { namesIn } from '../responsibilities/people-names.ts';
import type { DateForm } from './date-dialog.tsx';
import type { MyTeam } from './my-responsibilities.ts';
import { useDateActs } from './use-date-acts.ts';
import type { LastDone } from './use-last-done.ts';
import type { WeekRow } from './week-items.ts';
import { dayWords, rowWhen } from './when-words.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './today.module.css';

const DateDialog = lazily(() => import('./date-dialog.tsx'));

type DutyLineProps = {
  readonly team: MyTeam;
  readonly row: WeekRow;
  readonly me: PersonId;
  readonly today: LocalDate;
  readonly lastDone: LastDone;
};

/** One date of a duty: tick it, or say in the menu that it goes otherwise this time. */
export function DutyLine({ team, row, me, today, lastDone }: DutyLineProps) {
  const t = useTranslations('week');
  const rules = useTranslations('duties');
  const errors = useTranslations('responsibilities');
  const format = useFormatter();
  const [form, setForm] = useState<DateForm | null>(null);
  const names = namesIn(team.snapshot);
  const sentence = useFailureSentence(names.short);
  const { occurrence } = row.date;
  const { duty, state } = occurrence;
  const acts = useDateActs({ team, occurrence, me, lastDone });
  const doneBy = (personId: PersonId): string | undefined =>
    personId === me ? undefined : (names.short(personId) ?? errors('formerColleague'));
  const tools = { t, rules, format, today, doneBy };
  const when = rowWhen(row, tools);
  const isSettled = state === 'done' || state === 'skipped';
  const named = { title: duty.title, when };
  // Otherwise its words say already that it was done or skipped.
  const name = t(state === 'done' && row.later.length === 0 ? 'name.done' : 'name.open', named);
  const tick = (ticked: boolean): void =>
    ticked ? acts.tick(t('done.tick', { title: duty.title })) : acts.untick(t('done.reopen', { title: duty.title }));
  const menu = {
    skip: () => setForm('skip'),
    move: () => setForm('move'),
    moveBack: () =>
      acts.move(null, t('done.move', { title: duty.title, date: dayWords(occurrence.recurrenceDate, tools) })),
  };
  const isMoved = occurrence.row?.movedTo !== undefined && occurrence.row.movedTo !== null;
  const choices = isMoved ? (['skip', 'move', 'moveBack'] as const) : (['skip', 'move'] as const);
  return (
    <li className={styles.duty}>
      <Checkbox
        aria-label={name}
        checked={isSettled}
        onTick={tick}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.repeat) tick(!isSettled);
        }}
      >
        <span className={classNames(isSettled && styles.struck)}>{duty.title}</span>
      </Checkbox>
      <span aria-hidden className={classNames(styles.when, state === 'today' && styles.dueToday)}>
        {when}
      </span>
      {isSettled ? (
        <span />
      ) : (
        <MenuButton
          className={styles.menu}
          label={t('menu.label', { title: duty.title })}
          groups={[
            {
              id: 'date',
              items: choices.map((id) => ({
                id,
                label: t(`menu.${id}`, { date: dayWords(occurrence.recurrenceDate, tools) }),
              })),
            },
          ]}
          onChoose={(id) => {
            const choice = choices.find((known) => known === id);
            if (choice) menu[choice]();
          }}
        >
          <Icon of={Ellipsis} small />
          <VisuallyHidden>{t('menu.label', { title: duty.title })}</VisuallyHidden>
        </MenuButton>
      )}
      {acts.failure && (
        <div className={styles.failure}>
          <ErrorNotice
            title={sentence(acts.failure)}
            action={
              <Button kind="tertiary" dense onClick={acts.forgetFailure}>
                {errors('failedRead')}
              </Button>
            }
          />
        </div>
      )}
      {form && (
        <Suspense>
          <DateDialog
            form={form}
            about={`${duty.title}, ${when}`}
            on={occurrence.on}
            recurrenceDate={occurrence.recurrenceDate}
            today={today}
            onSkip={(reason) => acts.skip(reason, t('done.skip', { title: duty.title }))}
            onMove={(to) => acts.move(to, t('done.move', { title: duty.title, date: dayWords(to, tools) }))}
            onClose={() => setForm(null)}
          />
        </Suspense>
      )}
    </li>
  );
}
