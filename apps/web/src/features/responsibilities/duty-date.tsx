import { Suspense, useState } from 'react';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useTranslations } from 'use-intl';
import type { Occurrence } from '@roer/domain/responsibilities/occurrences';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { PeopleNames } from './people-names.ts';
import { useDateActs } from './use-date-acts.ts';
import { useShortDate } from './use-short-date.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './duty.module.css';

const DateDialog = lazily(() => import('./date-dialog.tsx'));

type DutyDateProps = {
  readonly occurrence: Occurrence;
  readonly names: PeopleNames;
  readonly maySettle: boolean;
};

/** One date of a duty: tick it off, skip it, move it, or open it again. */
export function DutyDate({ occurrence, names, maySettle }: DutyDateProps) {
  const t = useTranslations('duties');
  const shortDate = useShortDate();
  const { done, skip, move, reopen } = useDateActs(occurrence);
  const [dialog, setDialog] = useState<'skip' | 'move' | null>(null);
  const { duty, state, on, recurrenceDate, dueTime } = occurrence;
  const date = shortDate(on);
  const isOpen = state !== 'done' && state !== 'skipped';
  const isMoved = occurrence.row?.movedTo != null;
  const items = [
    { id: 'skip', label: t('dates.skip') },
    { id: 'move', label: t('dates.move') },
    ...(isMoved ? [{ id: 'back', label: t('dates.moveBack', { date: shortDate(recurrenceDate) }) }] : []),
  ];
  const words = (
    <>
      <VisuallyHidden>{duty.title}</VisuallyHidden>{' '}
      <span className={classNames(state === 'done' && styles.done)}>
        {dueTime !== null && isOpen ? t('date.before', { date, time: dueTime }) : date}
      </span>
      <DateState {...{ occurrence, names }} />
    </>
  );
  if (!maySettle || state === 'skipped') {
    return (
      <li className={classNames(styles.date, styles.settled)}>
        <div className={styles.skipped}>{words}</div>
        {maySettle && (
          <Button kind="tertiary" dense onClick={reopen}>
            {t('dates.reopen')}
            <VisuallyHidden>{` ${duty.title} ${date}`}</VisuallyHidden>
          </Button>
        )}
      </li>
    );
  }
  return (
    <li className={classNames(styles.date, state === 'overdue' ? styles.waits : !isOpen && styles.settled)}>
      <Checkbox checked={!isOpen} onTick={(ticked) => (ticked ? done() : reopen())}>
        {words}
      </Checkbox>
      {isOpen && (
        <MenuButton
          className={styles.menu}
          label={t('dates.more', { title: duty.title, date })}
          groups={[{ id: 'date', items }]}
          onChoose={(id) => {
            if (id === 'back') move(null);
            else setDialog(id === 'skip' ? 'skip' : 'move');
          }}
        >
          <Icon of={Ellipsis} small />
          <VisuallyHidden>{t('dates.more', { title: duty.title, date })}</VisuallyHidden>
        </MenuButton>
      )}
      {dialog && (
        <Suspense>
          <DateDialog
            kind={dialog}
            occurrence={occurrence}
            onSkip={skip}
            onMove={move}
            onClose={() => setDialog(null)}
          />
        </Suspense>
      )}
    </li>
  );
}

/** How it stands and by whom, when there is something to say. */
function DateState({ occurrence, names }: Pick<DutyDateProps, 'occurrence' | 'names'>) {
  const t = useTranslations('duties.state');
  const words = useTranslations('responsibilities');
  const shortDate = useShortDate();
  const { state, row, recurrenceDate } = occurrence;
  const name = (row && names.short(row.personId)) ?? words('formerColleague');
  const reason = row?.reason ?? '';
  const said = {
    done: t('done', { name }),
    skipped: reason === '' ? t('skipped', { name }) : t('skippedBecause', { name, reason }),
    overdue: t('overdue'),
    missed: t('missed'),
    today: undefined,
    upcoming: undefined,
  }[state];
  const moved =
    row?.state === 'open' && row.movedTo !== null ? t('moved', { date: shortDate(recurrenceDate) }) : undefined;
  const sentence = [said, moved].filter((part) => part !== undefined).join(', ');
  return sentence === '' ? null : <span className={styles.dateState}>{sentence}</span>;
}
