import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { ResponsibilityRow } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import { boardAddress } from './board-address.ts';
import type { AreaYear } from './year-areas.ts';
import { isRegular, useMonthWords } from './year-cell.ts';
import styles from './year.module.css';

type YearListProps = { readonly teamId: TeamId; readonly areas: readonly AreaYear[] };

/** The same year on a phone: once what comes every week, and then month after month. */
export function YearList({ teamId, areas }: YearListProps) {
  const t = useTranslations('duties.yearPage');
  const format = useFormatter();
  const monthWords = useMonthWords();
  const rows = areas.flatMap((area) => area.rows);
  const others = rows.filter((row) => !isRegular(row));
  const months = (rows[0]?.months ?? []).map(({ year, month }, index) => ({
    key: `${year}-${month}`,
    title: format.dateTime(new Date(Date.UTC(year, month - 1, 15)), { month: 'long', year: 'numeric' }),
    items: others.flatMap(({ responsibility, months: own }) => {
      const dates = own[index];
      return dates && dates.dates.length > 0 ? [{ responsibility, words: monthWords(dates) }] : [];
    }),
  }));
  const regular = rows.filter(isRegular).map(({ responsibility }) => ({ responsibility, words: '' }));
  const groups = [{ key: 'regular', title: t('regular'), items: regular }, ...months];
  return groups
    .filter(({ items }) => items.length > 0)
    .map(({ key, title, items }) => <Group key={key} {...{ teamId, title, items }} />);
}

type GroupProps = {
  readonly teamId: TeamId;
  readonly title: string;
  readonly items: readonly { readonly responsibility: ResponsibilityRow; readonly words: string }[];
};

function Group({ teamId, title, items }: GroupProps) {
  return (
    <section className={styles.month}>
      <h2>{title}</h2>
      <ul>
        {items.map(({ responsibility, words }) => (
          <li key={responsibility.id}>
            <Link href={boardAddress(teamId, responsibility.id)}>{responsibility.title}</Link>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
