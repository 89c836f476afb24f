import type { AssignmentRole } from '@roer/domain/feed';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { useTranslations } from 'use-intl';
import { GroupHeading } from '../../ui/section-heading.tsx';
import { UndoBar } from '../../ui/undo-bar.tsx';
import { MyLine } from './my-line.tsx';
import type { MyResponsibility } from './my-responsibilities.ts';
import { useLastDone } from './use-last-done.ts';
import type { MyWeek, WeekItem } from './week-items.ts';
import styles from './today.module.css';

type MyListsProps = {
  readonly carries: readonly MyResponsibility[];
  readonly standsIn: readonly MyResponsibility[];
  readonly week: MyWeek;
  readonly me: PersonId;
  readonly today: LocalDate;
  /** Somebody in several teams sees which one it is. */
  readonly isNamed: boolean;
};

/** What I carry and what I stand in for, with what it asks of me this week. */
export default function MyLists(props: MyListsProps) {
  const t = useTranslations('week');
  const lastDone = useLastDone();
  const group = (strand: AssignmentRole, items: readonly MyResponsibility[]) =>
    items.length > 0 && (
      <div className={styles.group}>
        <GroupHeading aside={items.length}>{t(strand === 'holder' ? 'iCarry' : 'iStandIn')}</GroupHeading>
        <ul>
          {items.map((item) => (
            <MyLine
              key={item.responsibility.id}
              {...{ strand, item, lastDone }}
              {...props}
              items={itemsOf(props.week, strand === 'holder' ? 'carries' : 'standsIn', item)}
            />
          ))}
        </ul>
      </div>
    );
  return (
    <>
      {group('holder', props.carries)}
      {group('substitute', props.standsIn)}
      <UndoBar done={lastDone.words} onUndo={lastDone.undo} onClose={lastDone.forget} />
    </>
  );
}

const itemsOf = (week: MyWeek, as: WeekItem['as'], { responsibility }: MyResponsibility): WeekItem[] =>
  week.items.filter((item) => item.as === as && item.responsibility.id === responsibility.id);
