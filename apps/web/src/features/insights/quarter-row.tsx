import { useTranslations } from 'use-intl';
import { teamsCounted } from '@roer/domain/insights/dashboard';
import { alarmsIn, lacksResult } from '@roer/domain/insights/quarter-rows';
import type { QuarterChoice, QuarterPeriod, QuarterRow as Row } from '@roer/domain/insights/quarter-rows';
import { useNumberWords } from '../../i18n/number-words.ts';
import { classNames } from '../../ui/class-names.ts';
import { CoverageBars } from './coverage-bars.tsx';
import { useAlarmSentence } from './dashboard-words.ts';
import { QuarterCells } from './quarter-cells.tsx';
import { useNotCompared, useQuarterName } from './quarter-words.ts';
import styles from './quarter.module.css';

type QuarterRowProps = { readonly row: Row; readonly choice: QuarterChoice };

/** A group in a quarter, and in the earlier one below it. */
export function QuarterRow({ row: { group, periods, earlier }, choice }: QuarterRowProps) {
  const t = useTranslations('dashboard');
  const name = useQuarterName();
  const notCompared = useNotCompared();
  const { wordAtStart } = useNumberWords();
  const count = teamsCounted(group).length;
  const isSeveral = count > 1;
  const lines = { group, isSeveral, isCompared: choice.against !== null };
  return (
    <li className={classNames(styles.row, isSeveral && styles.several)}>
      <div className={styles.teams}>
        {group.teams.map((team) => (
          <div key={team.id} className={styles.team}>
            <div>
              <h3>{team.name}</h3>
              <p className={styles.quiet}>{t('row.people', { count: team.people })}</p>
              {team.waiting > 0 && (
                <p className={styles.quiet}>
                  {t('row.waiting', { count: team.waiting, word: wordAtStart(team.waiting) })}{' '}
                  {team.late > 0 && t('row.late', { count: team.late, word: wordAtStart(team.late) })}
                </p>
              )}
            </div>
            <div className={styles.coverage}>
              <CoverageBars counts={team.counts} />
            </div>
          </div>
        ))}
        {group.others.map(({ id, name: other }) => (
          <div key={id} className={styles.team}>
            <div>
              <h3>{other}</h3>
              <p className={styles.quiet}>{t('row.gone')}</p>
            </div>
          </div>
        ))}
      </div>
      <div className={styles.quarters}>
        {!group.picture && <p className={styles.quiet}>{t(group.checkInIsOff ? 'row.off' : 'row.outside')}</p>}
        {group.picture && <Lines {...lines} name={name(choice.quarter)} periods={periods} />}
        {group.picture && choice.against && earlier && (
          <>
            {Array.isArray(earlier) ? (
              <Lines {...lines} name={name(choice.against)} periods={earlier} />
            ) : (
              <div>
                <h4>{name(choice.against)}</h4>
                <p className={styles.quiet}>{notCompared(earlier)}</p>
              </div>
            )}
          </>
        )}
        {group.picture && isSeveral && (
          <p className={styles.quiet}>{t('row.together', { word: wordAtStart(count) })}</p>
        )}
      </div>
    </li>
  );
}

type LinesProps = {
  readonly group: Row['group'];
  readonly name: string;
  readonly periods: readonly QuarterPeriod[];
  readonly isSeveral: boolean;
  /** Then its name stands above it. */
  readonly isCompared: boolean;
};

function Lines({ group, name, periods, isSeveral, isCompared }: LinesProps) {
  const t = useTranslations('dashboard');
  const sentence = useAlarmSentence();
  const alarms = alarmsIn(group, periods);
  return (
    <div>
      {isCompared && <h4>{name}</h4>}
      <div className={styles.three}>
        {(['summary', 'learn', 'load'] as const).map((of) => (
          <div key={of}>
            <p className={styles.label}>{t(`quarter.head.${of}`)}</p>
            {of === 'load' && isSeveral ? (
              <p className={styles.quiet}>{t('row.noLoadOfSeveral')}</p>
            ) : (
              <QuarterCells {...{ periods, of }} label={`${t(`quarter.head.${of}`)}, ${name}`} />
            )}
          </div>
        ))}
      </div>
      {alarms.length > 0 && <p className={styles.talk}>{sentence(alarms)}</p>}
      {lacksResult(periods) && <p className={styles.talk}>{t('quarter.talk')}</p>}
    </div>
  );
}
