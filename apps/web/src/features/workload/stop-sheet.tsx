import Info from 'lucide-react/icons/info';
import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { LocalDate } from '@roer/domain/dates';
import type { TeamLoad } from '@roer/domain/workload/load';
import type { Scenario } from '@roer/domain/workload/scenario';
import { Button } from '../../ui/button.tsx';
import { CoverageSign } from '../../ui/coverage-sign.tsx';
import { Icon } from '../../ui/icon.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import type { KnownTeam } from '../responsibilities/team-act.ts';
import { AheadWords, ExcessWords } from './excess-words.tsx';
import { fullWeeksOf } from './full-weeks.ts';
import { MoveList } from './move-list.tsx';
import { minutesMoved, useMoveWords } from './move-words.ts';
import type { MoveFound } from './smallest-move-ahead.ts';
import type { Refused } from './smallest-move-question.ts';
import { useMoveTimeWords } from './time-words.ts';
import listStyles from './move-list.module.css';
import styles from './move-sheet.module.css';

type StopSheetProps = {
  readonly team: KnownTeam;
  readonly today: LocalDate;
  readonly now: TeamLoad;
  readonly scenario: Scenario;
  readonly names: PeopleNames;
  readonly found: Extract<MoveFound, { kind: 'stop' }>;
  readonly refused: readonly Refused[];
  readonly onRefuse: (refused: readonly Refused[]) => void;
  readonly onTry: () => void;
};

/** No handovers are enough: says so plainly, and what would have to stop. */
export default function StopSheet(props: StopSheetProps) {
  const {
    team: { teamId, snapshot },
    today,
    now,
    scenario,
    names,
    found,
    refused,
    onRefuse,
    onTry,
  } = props;
  const t = useTranslations('workload.sheet.stop');
  const words = useTranslations('responsibilities');
  const other = useTranslations('workload.sheet.other');
  const format = useFormatter();
  const when = useMoveTimeWords();
  const moveWords = useMoveWords(snapshot, names);
  const { weeks } = fullWeeksOf(now, scenario);
  const first = weeks.find((monday) => !found.ahead || monday >= found.from) ?? now.mondays[0] ?? '';
  return (
    <section className={styles.sheet} aria-labelledby="move-heading">
      <h2 id="move-heading">{t('title')}</h2>
      <ExcessWords {...{ now, scenario, names }} monday={first} />
      {found.ahead && <AheadWords today={today} />}
      {found.stops.length === 0 ? (
        <p className={styles.then}>{t('nothing')}</p>
      ) : (
        <>
          <p className={styles.then}>{t('words', { when: when(found), count: found.stops.length })}</p>
          <ol className={listStyles.moves}>
            {found.stops.map((stop) => {
              const move = { ...stop, receiver: stop.giver };
              return (
                <li key={stop.assignmentId ?? stop.workId}>
                  <CoverageSign coverage="gap" />
                  <span>
                    <Link href={boardAddress(teamId, stop.responsibilityId)}>{moveWords(move).title}</Link>
                    <small>{t('of', { name: names.short(stop.giver) ?? words('formerColleague') })}</small>
                  </span>
                  <b>
                    {t('hours', {
                      hours: format.number(minutesMoved(snapshot, move, first) / 60, { maximumFractionDigits: 1 }),
                    })}
                  </b>
                </li>
              );
            })}
          </ol>
        </>
      )}
      {found.moves.length > 0 && (
        <>
          <p className={styles.then}>{t('moves', { count: found.moves.length })}</p>
          <MoveList {...{ teamId, snapshot, names }} moves={found.moves} monday={first} />
        </>
      )}
      <div className={styles.buttons}>
        <Button onClick={onTry}>{t('try')}</Button>
        {refused.length > 0 && (
          <Button kind="tertiary" onClick={() => onRefuse([])}>
            {other('again')}
          </Button>
        )}
      </div>
      <p className={styles.note}>
        <Icon of={Info} small />
        <span>{t('decide')}</span>
      </p>
    </section>
  );
}
