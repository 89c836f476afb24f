import { Fragment } from 'react';
import { Link } from 'wouter';
import { useFormatter, useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { AssignmentRow, TeamSnapshot } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import { PersonName } from '../../ui/avatar.tsx';
import { OpenSlot, WorkRow } from '../../ui/work-row.tsx';
import type { RowColumnNames } from '../../ui/work-row.tsx';
import { LooksHere } from '../presence/looks-here.tsx';
import { dayOf } from './last-day.ts';
import { AwayWords, WhileWords } from './away-words.tsx';
import { coverageNote } from './coverage-words.tsx';
import type { PeopleNames } from './people-names.ts';
import type { RowDate } from './row-dates.ts';
import { PersonLink } from './person-link.tsx';
import { rowWhen } from './row-when.ts';
import type { RecentChange } from './use-recent-changes.ts';
import styles from './board.module.css';

export const rowLinkId = (id: string): string => `responsibility-${id}`;

type ResponsibilityRowProps = {
  readonly responsibility: CoveredResponsibility;
  readonly me: PersonId;
  readonly names: PeopleNames;
  /** Who is not there today, and until when. */
  readonly away: ReadonlyMap<PersonId, LocalDate>;
  /** What somebody carries for a while, by the id that its row has then. */
  readonly whiles: TeamSnapshot['delegation'];
  readonly href: string;
  readonly isOpen: boolean;
  readonly recent: RecentChange | undefined;
  /** An offer about it waits for my answer. */
  readonly waitsForMe: boolean;
  readonly columnNames: RowColumnNames;
  readonly today: LocalDate;
  /** When it asks something; null while that is not counted yet, undefined when it never does. */
  readonly date: RowDate | null | undefined;
};

/** One responsibility in the list: how it is covered, who carries it, who stands in, how much it takes. */
export function ResponsibilityRow(props: ResponsibilityRowProps) {
  const { responsibility, me, names, away, whiles, recent, columnNames } = props;
  const t = useTranslations('responsibilities');
  const format = useFormatter();
  const isClosed = responsibility.closedOn !== null;
  return (
    <WorkRow
      coverage={isClosed ? 'asleep' : responsibility.coverage.state}
      holders={responsibility.holders.length}
      title={
        <Link id={rowLinkId(responsibility.id)} href={props.href} aria-expanded={props.isOpen}>
          {responsibility.title}
        </Link>
      }
      note={<RowNote {...props} isClosed={isClosed} />}
      present={<LooksHere responsibilityId={responsibility.id} names={names} isRow />}
      changed={recent?.words}
      isLive={recent?.isLive ?? false}
      isSelected={props.isOpen}
      carries={<People {...{ names, me, away, whiles, isClosed }} people={responsibility.holders} />}
      standsIn={<People {...{ names, me, away, whiles, isClosed }} people={responsibility.substitutes} />}
      hours={
        <span title={t('hoursAWeek', { hours: format.number(responsibility.minutesAWeek / 60) })}>
          {format.number(responsibility.minutesAWeek / 60, { maximumFractionDigits: 1 })}
        </span>
      }
      columnNames={columnNames}
    />
  );
}

function RowNote(props: ResponsibilityRowProps & { readonly isClosed: boolean }) {
  const { responsibility, names, recent, today, date } = props;
  const t = useTranslations('responsibilities');
  const format = useFormatter();
  if (props.isClosed && responsibility.closedOn !== null) {
    const on = dayOf(format, responsibility.closedOn);
    return t('note.closed', { on });
  }
  const when = date ? rowWhen(date, { t, format, today }) : undefined;
  const note = coverageNote(responsibility, { t, names, today, when });
  if (props.waitsForMe) return <span className={styles.waits}>{t('note.waitsForMe')}</span>;
  if (note !== undefined) return note;
  // Keeps the line until the date is counted, so that nothing moves then.
  if (date === null) return <span className={styles.reserved} />;
  // Words of a change go before what the work is for; there is room for one of them.
  return recent ? undefined : <span className={styles.purpose}>{responsibility.purpose}</span>;
}

type PeopleProps = {
  readonly people: readonly AssignmentRow[];
  readonly names: PeopleNames;
  readonly away: ReadonlyMap<PersonId, LocalDate>;
  readonly whiles: TeamSnapshot['delegation'];
  readonly me: PersonId;
  readonly isClosed: boolean;
};

function People({ people, names, away, whiles, me, isClosed }: PeopleProps) {
  const t = useTranslations('responsibilities');
  if (people.length === 0) return isClosed ? null : <OpenSlot words={t('nobodyYet')} />;
  return people.map(({ id, personId }) => (
    <Fragment key={id}>
      <PersonLink page={names.page(personId)}>
        <PersonName
          name={names.full(personId) ?? t('formerColleague')}
          label={names.short(personId) ?? t('formerColleague')}
          isMe={personId === me}
        />
      </PersonLink>
      <WhileWords until={whiles[id]?.until} />
      <AwayWords until={away.get(personId)} />
    </Fragment>
  ));
}
