import { useMemo } from 'react';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useFormatter, useTranslations } from 'use-intl';
import { addDays } from '@roer/domain/dates';
import { dutyCommands } from '@roer/domain/responsibilities/duty-commands';
import { stillRecurs } from '@roer/domain/responsibilities/duty-end';
import type { LocalDate } from '@roer/domain/dates';
import type { DutyRow, TeamSnapshot } from '@roer/domain/feed';
import type { Occurrence } from '@roer/domain/responsibilities/occurrences';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useActs } from './acts.tsx';
import { teamCommand } from './commands.ts';
import { DutyDate } from './duty-date.tsx';
import type { PeopleNames } from './people-names.ts';
import { scheduleWords } from './rule-words.ts';
import { useRecurrence } from './use-recurrence.ts';
import type { Recurrence } from './use-recurrence.ts';
import styles from './duty.module.css';

type DutyItemProps = {
  readonly duty: DutyRow;
  readonly snapshot: TeamSnapshot;
  readonly names: PeopleNames;
  readonly maySettle: boolean;
  /** Undefined when this reader may not change it. */
  readonly onEdit: (() => void) | undefined;
};

/** One recurring duty: how often, what waits or comes next, and how the last dates went. */
export function DutyItem({ duty, snapshot, names, maySettle, onEdit }: DutyItemProps) {
  const t = useTranslations('duties');
  const format = useFormatter();
  const { act, context } = useActs();
  const { today } = context;
  const recurrence = useRecurrence();
  const { current, earlier } = useMemo(
    () => (recurrence ? datesOf(recurrence, { duty, rows: snapshot.occurrence, today }) : noDates),
    [recurrence, duty, snapshot.occurrence, today],
  );
  const hasEnded = !stillRecurs(duty, today);
  const schedule = duty.schedules.at(-1);
  const { title, responsibilityId } = duty;
  const set = (name: 'endDuty' | 'resumeDuty'): void => {
    const command = teamCommand(dutyCommands[name], { responsibilityId, dutyId: duty.id }, context);
    const done = t(name === 'endDuty' ? 'done.end' : 'done.resume', { title });
    void act({ command, done, about: responsibilityId });
  };
  const items = hasEnded
    ? [{ id: 'resume', label: t('resume') }]
    : [
        { id: 'edit', label: t('edit') },
        { id: 'end', label: t('end') },
      ];
  return (
    <li>
      <div className={styles.top}>
        <div className={styles.words}>
          <p className={styles.title}>{title}</p>
          <p className={styles.quiet}>{hasEnded || !schedule ? t('ended') : scheduleWords(schedule, { t, format })}</p>
        </div>
        {onEdit && (
          <MenuButton
            className={styles.menu}
            label={t('menu', { title })}
            groups={[{ id: 'duty', items }]}
            onChoose={(id) => {
              if (id === 'edit') onEdit();
              else set(id === 'end' ? 'endDuty' : 'resumeDuty');
            }}
          >
            <Icon of={Ellipsis} small />
            <VisuallyHidden>{t('menu', { title })}</VisuallyHidden>
          </MenuButton>
        )}
      </div>
      <ul className={styles.dates}>
        {!hasEnded &&
          current.map((occurrence) => <DutyDate key={occurrence.id} {...{ occurrence, names, maySettle }} />)}
      </ul>
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>
            {t('dates.earlier')}
            <VisuallyHidden>{`: ${title}`}</VisuallyHidden>
          </summary>
          <ul>
            {earlier.map((occurrence) => (
              <DutyDate key={occurrence.id} {...{ occurrence, names, maySettle }} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

type Dates = { current: Occurrence[]; earlier: Occurrence[] };
const noDates: Dates = { current: [], earlier: [] };
const shownEarlier = 5;

/** What waits, what was settled today or ahead and what comes next; and before it the last ones, latest first. */
const datesOf = (
  { deriveOccurrences, lastOccurrences, nextOccurrence }: Recurrence,
  { duty, rows, today }: { duty: DutyRow; rows: TeamSnapshot['occurrence']; today: LocalDate },
): Dates => {
  const past = lastOccurrences(rows, duty, { today, count: shownEarlier + 2 });
  const waits = ({ state }: Occurrence): boolean => state === 'today' || state === 'overdue';
  // An earlier one that is ticked off after all keeps its place among the earlier ones.
  const isFresh = (date: Occurrence): boolean => date === past.at(-1) && date.row?.on === today;
  const next = nextOccurrence(rows, duty, { today });
  const ahead = next
    ? deriveOccurrences(rows, duty, { from: addDays(today, 1), until: addDays(next.on, 1), today })
    : [];
  const shownAhead = past.some(waits) ? ahead.filter(({ state }) => state !== 'upcoming') : ahead;
  return {
    current: [...past.filter((date) => waits(date) || isFresh(date)), ...shownAhead],
    earlier: past
      .filter((date) => !waits(date) && !isFresh(date))
      .slice(-shownEarlier)
      .toReversed(),
  };
};
