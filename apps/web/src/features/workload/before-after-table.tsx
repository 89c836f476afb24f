import { useTranslations } from 'use-intl';
import { isoWeek } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { classNames } from '../../ui/class-names.ts';
import { useLevelHours } from '../../ui/use-level-hours.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import type { BeforeAfter } from './before-after.ts';
import styles from './before-after.module.css';

type BeforeAfterTableProps = {
  readonly monday: LocalDate;
  readonly rows: readonly BeforeAfter[];
  readonly names: PeopleNames;
};

/** A week of those for whom it changes: hours now, hours after, hours there are. The bars are for a wide screen. */
export function BeforeAfterTable({ monday, rows, names }: BeforeAfterTableProps) {
  const t = useTranslations('workload.change');
  const hours = useLevelHours();
  const most = Math.max(60, ...rows.flatMap(({ before, after, available }) => [before, after, available]));
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>{t('caption', { week: isoWeek(monday) })}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{t('person')}</VisuallyHidden>
          </th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
          <th scope="col">{t('has')}</th>
          <td aria-hidden />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ personId, name, before, after, available }) => (
          <tr key={personId}>
            <th scope="row">{names.short(personId) ?? name}</th>
            <td className={classNames(before > available && styles.tooMuch)}>{hours(before)}</td>
            <td className={classNames(styles.after, after > available && styles.tooMuch)}>{hours(after)}</td>
            <td className={styles.has}>{hours(available)}</td>
            <td className={styles.drawn} aria-hidden>
              <Bar {...{ before, after, available, most }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type BarProps = Pick<BeforeAfter, 'before' | 'after' | 'available'> & { readonly most: number };

/** What stays, what goes (dashed) or comes (solid), and the line of the hours there are. */
function Bar({ before, after, available, most }: BarProps) {
  const share = (minutes: number): string => `${((100 * minutes) / most).toFixed(2)}%`;
  const stays = Math.min(before, after);
  return (
    <span className={styles.bar}>
      <i className={styles.stays} style={{ width: share(stays) }} />
      <i
        className={before > after ? styles.goes : styles.comes}
        style={{ left: share(stays), width: share(Math.abs(before - after)) }}
      />
      <i className={styles.line} style={{ left: share(available) }} />
    </span>
  );
}
