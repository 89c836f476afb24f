import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { AssignmentRole, TeamSnapshot } from '@roer/domain/feed';
import type { PersonId, TeamId } from '@roer/domain/ids';
import type { LocalDate } from '@roer/domain/dates';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import type { PersonInTeam } from '@roer/domain/responsibilities/person';
import { CoverageSign } from '../../ui/coverage-sign.tsx';
import { GroupHeading } from '../../ui/section-heading.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import styles from './people.module.css';

/** What every part of the page about one member needs to know. */
export type PersonTools = {
  readonly person: PersonInTeam;
  readonly names: PeopleNames;
  readonly snapshot: TeamSnapshot;
  readonly teamId: TeamId;
  readonly meId: PersonId;
  readonly today: LocalDate;
};

type PersonListProps = PersonTools & {
  readonly strand: AssignmentRole;
  readonly rows: readonly CoveredResponsibility[];
  readonly heading: string;
};

/** What somebody carries, or stands in for, one line each; every line leads to the board. */
export function PersonList({ strand, rows, heading, ...tools }: PersonListProps) {
  if (rows.length === 0) return null;
  return (
    <section className={styles.group}>
      <GroupHeading aside={rows.length}>{heading}</GroupHeading>
      <ul>
        {rows.map((row) => (
          <PersonLine key={row.id} {...{ strand, row }} {...tools} />
        ))}
      </ul>
    </section>
  );
}

type PersonLineProps = Omit<PersonListProps, 'rows' | 'heading'> & { readonly row: CoveredResponsibility };

function PersonLine({ strand, row, person, names, teamId }: PersonLineProps) {
  const t = useTranslations('people');
  const words = useTranslations('responsibilities');
  const format = useFormatter();
  const isHolder = strand === 'holder';
  const { personId } = person.member;
  const others = (isHolder ? row.substitutes : row.holders).map(
    (other) => names.short(other.personId) ?? words('formerColleague'),
  );
  const listed = { names: format.list(others), count: others.length };
  const who =
    others.length === 0
      ? t(isHolder ? 'nobodyStandsIn' : 'nobodyCarries')
      : t(isHolder ? 'somebodyStandsIn' : 'somebodyCarries', listed);
  const carried = isHolder ? row.holders.find((holder) => holder.personId === personId) : undefined;
  const hours = words('partOfHours', {
    share: carried?.sharePercent ?? 100,
    hours: format.number(row.minutesAWeek / 60, { maximumFractionDigits: 1 }),
  });
  return (
    <li className={styles.line}>
      <CoverageSign
        coverage={row.coverage.state}
        holders={row.holders.length}
        mine={isHolder ? undefined : 'substitute'}
      />
      <Link href={boardAddress(teamId, row.id)}>{row.title}</Link>
      <span>{`${hours}, ${who}`}</span>
    </li>
  );
}
