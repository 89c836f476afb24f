import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { LocalDate } from '@roer/domain/dates';
import type { AssignmentRole } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { receivedFor } from '@roer/domain/responsibilities/delegation';
import { CoverageSign } from '../../ui/coverage-sign.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import { useLastDay } from '../responsibilities/last-day.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import { DeadlineLine } from './deadline-line.tsx';
import { DutyLine } from './duty-line.tsx';
import type { MyDeadline } from './my-deadlines.ts';
import type { MyResponsibility } from './my-responsibilities.ts';
import type { LastDone } from './use-last-done.ts';
import { rowsOf } from './week-items.ts';
import type { MyWeek, WeekItem } from './week-items.ts';
import { dayWords } from './when-words.ts';
import styles from './today.module.css';

/** `helper`: of a colleague's, I only do a part of a work with a date. */
export type MyStrand = AssignmentRole | 'helper';

type MyLineProps = {
  readonly strand: MyStrand;
  readonly item: MyResponsibility;
  readonly items: readonly WeekItem[];
  readonly deadlines: readonly MyDeadline[];
  readonly week: MyWeek;
  readonly me: PersonId;
  readonly today: LocalDate;
  readonly isNamed: boolean;
  readonly lastDone: LastDone;
};

/** One responsibility of mine: who else is with it, and what of it is due. */
export function MyLine(props: MyLineProps) {
  const { item, items, deadlines, strand, today, me } = props;
  const { team, responsibility } = item;
  const aside = useAside(props);
  const note = useNote(props);
  const rows = items.flatMap((each) => rowsOf(each, today));
  return (
    <li className={styles.line}>
      <CoverageSign
        coverage={responsibility.coverage.state}
        holders={responsibility.holders.length}
        mine={strand === 'holder' ? undefined : 'substitute'}
      />
      <Link href={boardAddress(team.teamId, responsibility.id)}>{responsibility.title}</Link>
      <span className={styles.aside}>{aside}</span>
      {rows.length + deadlines.length > 0 && (
        <ul className={styles.duties}>
          {deadlines.map((deadline) => (
            <DeadlineLine key={deadline.work.id} lastDone={props.lastDone} {...{ deadline, me, today }} />
          ))}
          {rows.map((row) => (
            <DutyLine key={row.date.occurrence.id} lastDone={props.lastDone} {...{ team, row, me, today }} />
          ))}
        </ul>
      )}
      {note !== undefined && <p className={styles.note}>{note}</p>}
      <ForAWhile {...props} />
    </li>
  );
}

/** What I carry for a colleague until a day says so. */
function ForAWhile({ strand, item: { team, responsibility }, me, today }: MyLineProps) {
  const t = useTranslations('offers.while');
  const words = useTranslations('responsibilities');
  const last = useLastDay();
  if (strand === 'helper') return null;
  const names = namesIn(team.snapshot);
  const received = receivedFor(team.snapshot, { responsibilityId: responsibility.id, personId: me }, today);
  return received.map(({ id, fromPersonId, toPersonId, sharePercent, until }) => (
    <p key={id} className={styles.note}>
      {t(`${strand}Me`, {
        from: names.short(fromPersonId) ?? words('formerColleague'),
        to: names.short(toPersonId) ?? words('formerColleague'),
        share: sharePercent,
        last: last(until),
      })}
    </p>
  ));
}

/** How much it takes of me, and who else is with it. */
const useAside = ({ strand, item: { team, responsibility }, items, deadlines, me, isNamed }: MyLineProps): string => {
  const t = useTranslations('week');
  const words = useTranslations('responsibilities');
  const format = useFormatter();
  const names = namesIn(team.snapshot);
  const others = (strand === 'holder' ? responsibility.substitutes : responsibility.holders).flatMap(({ personId }) =>
    personId === me ? [] : (names.short(personId) ?? words('formerColleague')),
  );
  const who = t(`who.${strand === 'holder' ? 'holder' : 'substitute'}`, {
    count: others.length,
    names: format.list(others),
  });
  const carried = strand === 'holder' && responsibility.holders.find(({ personId }) => personId === me);
  const hours = words('partOfHours', {
    share: carried ? carried.sharePercent : 100,
    hours: format.number(responsibility.minutesAWeek / 60, { maximumFractionDigits: 1 }),
  });
  const calm = strand === 'substitute' && items.length + deadlines.length === 0 && others.length > 0;
  return [...(isNamed ? [team.teamName] : []), ...(carried ? [hours] : []), who, ...(calm ? [t('calm')] : [])].join(
    ', ',
  );
};

/** Below the dates: why what I stand in for is mine now, or when something of it comes again. */
const useNote = ({ strand, item, items, deadlines, week, today }: MyLineProps): string | undefined => {
  const t = useTranslations('week');
  const words = useTranslations('responsibilities');
  const format = useFormatter();
  const { team, responsibility } = item;
  if (strand === 'substitute') {
    const names = namesIn(team.snapshot);
    const away = new Set(items.flatMap(({ settled, open }) => [...settled, ...open].flatMap((date) => date.away)));
    if (away.size === 0) return undefined;
    const listed = [...away].map((personId) => names.short(personId) ?? words('formerColleague'));
    return t('away', { count: away.size, names: format.list(listed) });
  }
  if (strand === 'helper' || items.length + deadlines.length > 0) return undefined;
  const next = week.next(team, responsibility.id);
  if (!next) return undefined;
  return t('nextTime', { title: next.duty.title, date: dayWords(next.on, { format, today }) });
};
