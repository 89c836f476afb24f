import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { AssignmentRole } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { CoverageSign } from '../../ui/coverage-sign.tsx';
import { GroupHeading } from '../../ui/section-heading.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import type { MyResponsibility } from './my-responsibilities.ts';
import styles from './today.module.css';

type MyListProps = {
  readonly strand: AssignmentRole;
  readonly items: readonly MyResponsibility[];
  readonly me: PersonId;
  /** Somebody in several teams sees which one it is. */
  readonly isNamed: boolean;
};

/** What I carry, or what I stand in for, one line each. */
export function MyList({ strand, items, me, isNamed }: MyListProps) {
  const t = useTranslations('today');
  if (items.length === 0) return null;
  return (
    <div className={styles.group}>
      <GroupHeading aside={items.length}>{t(strand === 'holder' ? 'iCarry' : 'iStandIn')}</GroupHeading>
      <ul>
        {items.map((item) => (
          <MyLine key={item.responsibility.id} {...{ strand, item, me, isNamed }} />
        ))}
      </ul>
    </div>
  );
}

type MyLineProps = Omit<MyListProps, 'items'> & { readonly item: MyResponsibility };

function MyLine({ strand, item: { team, responsibility }, me, isNamed }: MyLineProps) {
  const t = useTranslations('today');
  const words = useTranslations('responsibilities');
  const format = useFormatter();
  const names = namesIn(team.snapshot);
  const others = (strand === 'holder' ? responsibility.substitutes : responsibility.holders).map(
    ({ personId }) => names.short(personId) ?? words('formerColleague'),
  );
  const listed = { names: format.list(others) };
  const several = others.length > 1;
  const who =
    strand === 'holder'
      ? others.length === 0
        ? t('nobodyStandsIn')
        : t(several ? 'manyStandIn' : 'someStandIn', listed)
      : others.length === 0
        ? t('nobodyCarries')
        : t(several ? 'manyCarry' : 'someCarry', listed);
  const carried = strand === 'holder' ? responsibility.holders.find(({ personId }) => personId === me) : undefined;
  const hours = words('partOfHours', {
    share: carried?.sharePercent ?? 100,
    hours: format.number(responsibility.minutesAWeek / 60, { maximumFractionDigits: 1 }),
  });
  return (
    <li className={styles.line}>
      <CoverageSign
        coverage={responsibility.coverage.state}
        holders={responsibility.holders.length}
        mine={strand === 'substitute' ? 'substitute' : undefined}
      />
      <Link href={boardAddress(team.teamId, responsibility.id)}>{responsibility.title}</Link>
      <span>{[...(isNamed ? [team.teamName] : []), hours, who].join(', ')}</span>
    </li>
  );
}
