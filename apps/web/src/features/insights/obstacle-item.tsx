import { useTranslations } from 'use-intl';
import type { ObstacleRow } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { obstacleCommands } from '@roer/domain/insights/obstacle-commands';
import { usePersonName } from '../../i18n/person-name.ts';
import { today } from '../../live/clock.ts';
import { classNames } from '../../ui/class-names.ts';
import { teamCommand } from '../responsibilities/commands.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import type { KnownTeam, TeamAct } from '../responsibilities/team-act.ts';
import { ObstacleAnswer } from './obstacle-answer.tsx';
import { ObstacleWithdraw } from './obstacle-withdraw.tsx';
import { useLongDate, useObstacleWhen } from './obstacle-when.ts';
import styles from './obstacles.module.css';

type ObstacleItemProps = {
  readonly obstacle: ObstacleRow;
  readonly team: KnownTeam;
  readonly me: PersonId;
  readonly act: TeamAct['act'];
  /** Who leads the team today, once that is known. */
  readonly managers?: readonly { readonly id: PersonId }[] | undefined;
};

/** What the team asked, as the team sees it: with who wrote it down, and the answer when it is there. */
export function ObstacleItem({ obstacle, team, me, act, managers }: ObstacleItemProps) {
  const t = useTranslations('insights.team');
  const called = usePersonName();
  const longDate = useLongDate();
  const when = useObstacleWhen();
  const { id, title, body, submittedBy, addressedTo, addressedName, raisedOn, answer } = obstacle;
  const hasLeft = answer === null && managers?.every((manager) => manager.id !== addressedTo);
  const writer = namesIn(team.snapshot).full(submittedBy);
  const by = submittedBy === me ? t('byMe') : writer === undefined ? t('byFormer') : t('by', { name: writer });
  const withdraw = () => {
    const command = teamCommand(obstacleCommands.withdrawObstacle, { obstacleId: id }, { actorId: me, today: today() });
    void act([{ team, command }], t('withdrawn'));
  };
  return (
    <li className={classNames(styles.item, answer !== null && styles.done)}>
      <p className={styles.meta}>
        {answer === null
          ? `${t('toOpen', { name: called(addressedName) })} ${when(obstacle)}`
          : t('to', { name: called(addressedName), date: longDate(raisedOn) })}
      </p>
      {hasLeft && (
        <p className={styles.meta}>
          {t(managers?.length === 0 ? 'leftNobody' : 'left', { name: called(addressedName) })}
        </p>
      )}
      <h3 id={`obstacle-${id}`}>{title}</h3>
      <p className={styles.text}>{body}</p>
      <p className={styles.meta}>{by}</p>
      {answer === null ? (
        <ObstacleWithdraw about={`obstacle-${id}`} onWithdraw={withdraw} />
      ) : (
        <ObstacleAnswer answer={answer} />
      )}
    </li>
  );
}
