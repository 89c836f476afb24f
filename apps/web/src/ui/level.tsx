import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from './class-names.ts';
import type { LevelWeek } from './level-week.ts';
import { useLevelHours } from './use-level-hours.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './level.module.css';

type LevelProps = {
  /** The whole picture in one sentence. */
  readonly sentence: string;
  readonly weeks: readonly LevelWeek[];
  /** `large` stands on its own with the numbers of its weeks below it; `small` is one of many below each other. */
  readonly size?: 'small' | 'large';
  /** Which week it is now. */
  readonly nowId?: string | undefined;
  readonly selectedId?: string | undefined;
  /** Makes every week a button: one stop of Tab, and arrows from week to week. */
  readonly onSelect?: ((id: string) => void) | undefined;
};

/** Above the line there is room for what does not fit. */
const headroom = 1.18;

/**
 * The second instrument: columns are planned hours, the ink line is the hours somebody has, hatched is when they are not
 * available, and what is over the line does not fit.
 */
export function Level({ sentence, weeks, size = 'large', nowId, selectedId, onSelect }: LevelProps) {
  const most = Math.max(
    60,
    ...weeks.map(({ contract }) => contract * headroom),
    ...weeks.map(({ available, over, planned }) => Math.max(available + over, planned) * 1.02),
  );
  const look = classNames(styles.level, styles[size]);
  const column = (week: LevelWeek) => <Column key={week.id} {...{ week, most, size }} isNow={week.id === nowId} />;
  if (onSelect) return <Choice {...{ sentence, weeks, look, selectedId, onSelect, column }} />;
  return (
    <ol className={look} aria-label={sentence}>
      {weeks.map((week) => (
        <li key={week.id}>
          <WeekWords week={week} />
          {column(week)}
        </li>
      ))}
    </ol>
  );
}

type ChoiceProps = Pick<LevelProps, 'sentence' | 'weeks' | 'selectedId'> & {
  readonly look: string;
  readonly onSelect: (id: string) => void;
  readonly column: (week: LevelWeek) => ReactNode;
};

function Choice({ sentence, weeks, look, selectedId, onSelect, column }: ChoiceProps) {
  const [stopId, setStop] = useState(selectedId);
  const stop = Math.max(
    0,
    weeks.findIndex(({ id }) => id === (stopId ?? selectedId)),
  );
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const to = { ArrowLeft: stop - 1, ArrowRight: stop + 1, Home: 0, End: weeks.length - 1 }[event.key];
    const next = to === undefined ? undefined : weeks[to];
    if (to === undefined || !next) return;
    event.preventDefault();
    setStop(next.id);
    event.currentTarget.querySelectorAll<HTMLElement>('button')[to]?.focus();
  };
  return (
    // The keys only move between the buttons inside.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div role="toolbar" aria-label={sentence} className={look} onKeyDown={move}>
      {weeks.map((week, index) => (
        <button
          key={week.id}
          type="button"
          tabIndex={index === stop ? 0 : -1}
          aria-pressed={week.id === selectedId}
          onFocus={() => setStop(week.id)}
          onClick={() => onSelect(week.id)}
        >
          <WeekWords week={week} />
          {column(week)}
        </button>
      ))}
    </div>
  );
}

/** A week in words, for who does not see the column. */
function WeekWords({ week }: { readonly week: LevelWeek }) {
  const t = useTranslations('ui.level');
  const hours = useLevelHours();
  const [planned, available, over] = [hours(week.planned), hours(week.available), hours(week.over)];
  const kind = week.over > 0 ? 'over' : week.available === 0 && week.planned === 0 ? 'away' : week.band;
  return <VisuallyHidden>{t(`week.${kind}`, { week: week.label, planned, available, over })}</VisuallyHidden>;
}

type ColumnProps = {
  readonly week: LevelWeek;
  readonly most: number;
  readonly size: 'small' | 'large';
  readonly isNow: boolean;
};

function Column({ week, most, size, isNow }: ColumnProps) {
  const { label, planned, available, contract, over, band } = week;
  const hours = useLevelHours();
  const share = (minutes: number): string => `${((100 * minutes) / most).toFixed(2)}%`;
  const isAway = available === 0 && planned === 0;
  return (
    <span className={classNames(styles.week, isNow && styles.now)} aria-hidden>
      <span className={classNames(styles.number, over > 0 && styles.tooMuch)}>
        {over > 0 ? `+${hours(over)}` : isAway ? '·' : hours(planned)}
      </span>
      <span className={styles.track}>
        {available < contract && (
          <i className={styles.absent} style={{ bottom: share(available), height: share(contract - available) }} />
        )}
        <i
          className={classNames(styles.fill, styles[band])}
          style={{ height: share(Math.min(planned, over > 0 ? available : planned)) }}
        />
        {over > 0 && <i className={styles.over} style={{ bottom: share(available), height: share(over) }} />}
        <i className={styles.has} style={{ bottom: share(available) }} />
      </span>
      {size === 'large' && <span className={styles.label}>{label}</span>}
    </span>
  );
}

const keys = ['light', 'middle', 'heavy', 'over', 'absent', 'has'] as const;

/** What columns, hatch and line mean. `mine` when the line is one's own. */
export function LevelKey({ mine = false }: { readonly mine?: boolean }) {
  const t = useTranslations('ui.level');
  return (
    <ul className={styles.key}>
      {keys.map((key) => (
        <li key={key}>
          <i className={classNames(styles.swatch, styles[key])} />
          {t(key === 'has' && mine ? 'key.hasMine' : `key.${key}`)}
        </li>
      ))}
    </ul>
  );
}
