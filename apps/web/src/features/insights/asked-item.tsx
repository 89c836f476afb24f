import { useTranslations } from 'use-intl';
import { usePersonName } from '../../i18n/person-name.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import type { Asked } from './asked-of-me.tsx';
import { ObstacleAnswer } from './obstacle-answer.tsx';
import { useLongDate, useObstacleWhen } from './obstacle-when.ts';
import styles from './obstacles.module.css';

type AskedItemProps = {
  readonly asked: Asked;
  /** The one that the primary button of the page is for. */
  readonly isFirst?: boolean;
  readonly onAnswer?: () => void;
};

/** What a team asks, as who leads it sees it: signed by the team. */
export function AskedItem({ asked, isFirst = false, onAnswer }: AskedItemProps) {
  const t = useTranslations('insights.manager');
  const called = usePersonName();
  const longDate = useLongDate();
  const when = useObstacleWhen();
  const { id, title, body, team, answer, raisedOn, isToMe, addressedName } = asked;
  return (
    <li className={classNames(styles.item, answer !== null && styles.done)}>
      <p className={styles.meta}>
        {isToMe ? t('of', { team: team.name }) : t('ofTo', { team: team.name, name: called(addressedName) })}.{' '}
        {answer === null ? when(asked) : t('askedOn', { date: longDate(raisedOn) })}
      </p>
      <h3 id={`asked-${id}`}>{title}</h3>
      <p className={styles.text}>{body}</p>
      {answer !== null && <ObstacleAnswer answer={answer} />}
      {onAnswer && (
        <div className={styles.give}>
          <Button kind={isFirst ? 'primary' : 'secondary'} aria-describedby={`asked-${id}`} onClick={onAnswer}>
            {t('give')}
          </Button>
          {isFirst && <p className={styles.meta}>{t('giveNote')}</p>}
        </div>
      )}
    </li>
  );
}
