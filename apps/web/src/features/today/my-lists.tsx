import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { useTranslations } from 'use-intl';
import { GroupHeading } from '../../ui/section-heading.tsx';
import { UndoBar } from '../../ui/undo-bar.tsx';
import { MyLine } from './my-line.tsx';
import type { MyStrand } from './my-line.tsx';
import type { MyDeadline } from './my-deadlines.ts';
import type { MyResponsibility } from './my-responsibilities.ts';
import { useLastDone } from './use-last-done.ts';
import type { MyWeek, WeekItem } from './week-items.ts';
import styles from './today.module.css';

type MyListsProps = {
  readonly carries: readonly MyResponsibility[];
  readonly standsIn: readonly MyResponsibility[];
  readonly helps: readonly MyResponsibility[];
  readonly deadlines: readonly MyDeadline[];
  readonly week: MyWeek;
  readonly me: PersonId;
  readonly today: LocalDate;
  /** Somebody in several teams sees which one it is. */
  readonly isNamed: boolean;
};

const headings = { holder: 'iCarry', substitute: 'iStandIn', helper: 'iHelp' } as const;

/** What I carry, what I stand in for and what I do a part of, with what it asks of me this week. */
export default function MyLists(props: MyListsProps) {
  const t = useTranslations('week');
  const lastDone = useLastDone();
  const group = (strand: MyStrand, items: readonly MyResponsibility[]) =>
    items.length > 0 && (
      <div className={styles.group}>
        <GroupHeading aside={items.length}>{t(headings[strand])}</GroupHeading>
        <ul>
          {items.map((item) => (
            <MyLine
              key={item.responsibility.id}
              {...{ strand, item, lastDone }}
              {...props}
              items={strand === 'helper' ? [] : itemsOf(props.week, strand === 'holder' ? 'carries' : 'standsIn', item)}
              deadlines={props.deadlines.filter(({ work }) => work.responsibilityId === item.responsibility.id)}
            />
          ))}
        </ul>
      </div>
    );
  return (
    <>
      {group('holder', props.carries)}
      {group('substitute', props.standsIn)}
      {group('helper', props.helps)}
      <UndoBar done={lastDone.words} onUndo={lastDone.undo} onClose={lastDone.forget} />
    </>
  );
}

const itemsOf = (week: MyWeek, as: WeekItem['as'], { responsibility }: MyResponsibility): WeekItem[] =>
  week.items.filter((item) => item.as === as && item.responsibility.id === responsibility.id);
