import { Suspense, useState } from 'react';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useFormatter, useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import type { DeadlineWorkRow, TeamSnapshot } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import { sharesOfWork } from '@roer/domain/workload/deadline-shares';
import { deadlineWorkCommands } from '@roer/domain/workload/deadline-work-commands';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useActs } from './acts.tsx';
import { afterOf, teamCommand } from './commands.ts';
import { DeadlineWho } from './deadline-who.tsx';
import type { PeopleNames } from './people-names.ts';
import { useTakeOn } from './take-on.ts';
import { useShortDate } from './use-short-date.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './deadline.module.css';

const DeadlineShareDialog = lazily(() => import('./deadline-share-dialog.tsx'));

type DeadlineItemProps = {
  readonly work: DeadlineWorkRow;
  readonly snapshot: TeamSnapshot;
  readonly actor: Actor;
  readonly teamId: TeamId;
  readonly names: PeopleNames;
  readonly mayWrite: boolean;
  /** Undefined when this reader may not change it. */
  readonly onEdit: (() => void) | undefined;
};

/** One work with a date: tick it off, see who does which part, and take a part. */
export function DeadlineItem({ work, snapshot, actor, teamId, names, mayWrite, onEdit }: DeadlineItemProps) {
  const t = useTranslations('planning.deadline');
  const format = useFormatter();
  const date = useShortDate();
  const { act, context } = useActs();
  const takeOn = useTakeOn();
  const [isDividing, setDividing] = useState(false);
  const { title, responsibilityId, id: workId, due, doneOn } = work;
  const me = actor.personId;
  const others = work.shares.filter(({ personId }) => personId !== me);
  const room = Math.max(0, 100 - others.reduce((sum, { percent }) => sum + percent, 0));
  const own = work.shares.find(({ personId }) => personId === me)?.percent ?? 0;
  const falls = sharesOfWork(work, Object.values(snapshot.assignment), context.today).find(
    ({ personId }) => personId === me,
  );
  const hours = (minutes: number): string => format.number(minutes / 60, { maximumFractionDigits: 1 });
  const settle = (done: boolean): void => {
    const command = teamCommand(deadlineWorkCommands.settleDeadlineWork, { responsibilityId, workId, done }, context);
    void act({ command, done: t(done ? 'done.settle' : 'done.reopen', { title }), about: responsibilityId });
  };
  const take = (percent: number): void => {
    const command = teamCommand(deadlineWorkCommands.takeDeadlineShare, { responsibilityId, workId, percent }, context);
    const done = t(percent === 0 ? 'done.leave' : 'done.take', { title, share: percent });
    const go = () => act({ command, done, about: responsibilityId });
    takeOn({ teamId, title, after: afterOf(command), go });
  };
  const isLate = doneOn === null && due < context.today;
  const when =
    doneOn === null ? t(isLate ? 'overdue' : 'due', { date: date(due) }) : t('doneOn', { date: date(doneOn) });
  const words = (
    <>
      <span className={classNames(doneOn !== null && styles.struck)}>{title}</span>
      <span className={classNames(styles.when, isLate && styles.late)}>{when}</span>
    </>
  );
  return (
    <li>
      <div className={styles.top}>
        {mayWrite ? (
          <Checkbox checked={doneOn !== null} onTick={settle}>
            {words}
          </Checkbox>
        ) : (
          <p className={styles.read}>{words}</p>
        )}
        {onEdit && (
          <MenuButton
            className={styles.menu}
            label={t('menu', { title })}
            groups={[{ id: 'work', items: [{ id: 'edit', label: t('edit') }] }]}
            onChoose={onEdit}
          >
            <Icon of={Ellipsis} small />
            <VisuallyHidden>{t('menu', { title })}</VisuallyHidden>
          </MenuButton>
        )}
      </div>
      {doneOn === null && (
        <div className={styles.about}>
          <p>
            {t('hours', {
              likely: hours(work.likelyMinutes),
              least: hours(work.leastMinutes),
              most: hours(work.mostMinutes),
              spread: work.leastMinutes === work.mostMinutes ? 'none' : 'some',
            })}{' '}
            {work.earliestStart > context.today && t('from', { date: date(work.earliestStart) })}
          </p>
          <DeadlineWho {...{ work, snapshot, names, me }} today={context.today} />
          {mayWrite && (
            <div className={styles.acts}>
              {own === 0 && room >= 50 && (falls?.percent ?? 0) < 50 && (
                <Button dense onClick={() => take(50)}>
                  {t('half')}
                  <VisuallyHidden>{`: ${title}`}</VisuallyHidden>
                </Button>
              )}
              {(own > 0 || room > 0) && (
                <Button kind="tertiary" dense onClick={() => setDividing(true)}>
                  {t(own > 0 ? 'changePart' : 'otherPart')}
                  <VisuallyHidden>{`: ${title}`}</VisuallyHidden>
                </Button>
              )}
            </div>
          )}
        </div>
      )}
      {isDividing && (
        <Suspense>
          <DeadlineShareDialog {...{ work, room, own }} onTake={take} onClose={() => setDividing(false)} />
        </Suspense>
      )}
    </li>
  );
}
