import { useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { addDays, isoWeek, middayOf } from '@roer/domain/dates';
import { teamsCounted } from '@roer/domain/insights/dashboard';
import type { DashboardGroup, DashboardTeam } from '@roer/domain/insights/dashboard';
import { summaryOf } from '@roer/domain/insights/series';
import { useNumberWords } from '../../i18n/number-words.ts';
import { bandLook } from '../../ui/band.tsx';
import { classNames } from '../../ui/class-names.ts';
import { CoverageBars } from './coverage-bars.tsx';
import { useAlarmSentence } from './dashboard-words.ts';
import { columnsOf } from './group-columns.ts';
import type { BandOf, ResultColumn } from './result-columns.ts';
import TeamResults from './team-results.tsx';
import { YearAxis, YearCells } from './year-cells.tsx';
import styles from './dashboard.module.css';
import results from './results.module.css';

type DashboardRowProps = {
  readonly group: DashboardGroup;
  readonly columns: readonly ResultColumn[];
  /** On the page of the team itself, which has the five statements elsewhere. */
  readonly isMirror?: boolean;
};

/** The teams that are counted together: how their work is covered, and what was published of them. */
export function DashboardRow({ group, columns, isMirror = false }: DashboardRowProps) {
  const t = useTranslations('dashboard.row');
  const { wordAtStart } = useNumberWords();
  const { teams, others, picture } = group;
  const own = columnsOf(columns, group);
  const count = teamsCounted(group).length;
  return (
    <li className={classNames(styles.row, count > 1 && styles.several)}>
      <div className={styles.teams}>
        {teams.map((team) => (
          <div key={team.id} className={styles.team}>
            <TeamName team={team} />
            <Part label={t('coverage')}>
              <CoverageBars counts={team.counts} />
            </Part>
          </div>
        ))}
        <OtherTeams others={others} />
      </div>
      {picture ? (
        <>
          <Part label={t('load')}>
            <LoadBlocks picture={picture} isSeveral={count > 1} />
          </Part>
          <Part label={t('summary')}>
            <Year {...{ picture, columns: own }} label={t('summary')} bandOf={({ bands }) => summaryOf(bands)} />
            {count > 1 && <p className={styles.quiet}>{t('together', { word: wordAtStart(count) })}</p>}
            <NoLastResult picture={picture} />
            <Alarms picture={picture} />
          </Part>
          <Part label={t('learn')}>
            <Year {...{ picture, columns: own }} label={t('learn')} bandOf={({ bands }) => bands.learn} />
          </Part>
          {!isMirror && <Statements teams={teams.length > 0 ? teams : others.filter(({ closedHere }) => closedHere)} />}
        </>
      ) : (
        <p className={classNames(styles.quiet, styles.outside)}>{t(group.checkInIsOff ? 'off' : 'outside')}</p>
      )}
    </li>
  );
}

function TeamName({ team: { name, people, waiting, late } }: { readonly team: DashboardTeam }) {
  const t = useTranslations('dashboard.row');
  const { wordAtStart } = useNumberWords();
  return (
    <div>
      <h3>{name}</h3>
      <p className={styles.quiet}>{t('people', { count: people })}</p>
      {waiting > 0 && (
        <p className={styles.waiting}>
          {t('waiting', { count: waiting, word: wordAtStart(waiting) })}{' '}
          {late > 0 && t('late', { count: late, word: wordAtStart(late) })}
        </p>
      )}
    </div>
  );
}

/** Of teams that are counted with these until the window ends, and are not here any more: their names (rule I1.13). */
function OtherTeams({ others }: Pick<DashboardGroup, 'others'>) {
  const t = useTranslations('dashboard.row');
  return others.map(({ id, name }) => (
    <div key={id} className={styles.team}>
      <div>
        <h3>{name}</h3>
        <p className={styles.quiet}>{t('gone')}</p>
      </div>
    </div>
  ));
}

/** A part of the row under its label, which on a wide screen stands once, above all rows. */
function Part({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.part}>
      <p className={styles.label}>{label}</p>
      {children}
    </div>
  );
}

type Picture = NonNullable<DashboardGroup['picture']>;

function LoadBlocks({ picture, isSeveral }: { readonly picture: Picture; readonly isSeveral: boolean }) {
  const t = useTranslations('dashboard.row');
  const bands = useTranslations('check-in.results');
  const epoch = picture.epochs.at(-1);
  if (!epoch?.load) return <p className={styles.quiet}>{t(isSeveral ? 'noLoadOfSeveral' : 'noLoad')}</p>;
  const { startsOn, load } = epoch;
  return (
    <ol className={styles.blocks}>
      {load.map((band, index) => {
        const from = addDays(startsOn, 28 * index);
        return (
          <li key={from}>
            <i className={results.cell} aria-hidden>
              <i className={classNames(results[band ?? 'none'], bandLook(band ?? 'none'))} />
            </i>
            <span>
              {t('weeks', { from: isoWeek(from), until: isoWeek(addDays(from, 27)) })}
              <b>{bands(`bands.${band ?? 'none'}`)}</b>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** What no result of the last period says, and what to do instead (rule I1.10). */
function NoLastResult({ picture: { epochs } }: { readonly picture: Picture }) {
  const t = useTranslations('dashboard.row');
  const last = epochs.at(-1);
  if (!last || (summaryOf(last.bands) !== null && last.bands.learn !== null)) return null;
  return <p className={styles.quiet}>{t('talk')}</p>;
}

function Alarms({ picture: { alarms } }: { readonly picture: Picture }) {
  const sentence = useAlarmSentence();
  return alarms.length > 0 && <p className={styles.alarm}>{sentence(alarms)}</p>;
}

type YearProps = {
  readonly picture: Picture;
  readonly columns: readonly ResultColumn[];
  readonly label: string;
  readonly bandOf: BandOf;
};

function Year({ picture, columns, label, bandOf }: YearProps) {
  const t = useTranslations('dashboard.row');
  const bands = useTranslations('check-in.results.bands');
  const format = useFormatter();
  const { word } = useNumberWords();
  const last = picture.epochs.at(-1);
  if (columns.length === 0) return <p className={styles.quiet}>{t('noneYet')}</p>;
  const counts = (['heavy', 'middle', 'light', 'none'] as const).flatMap((band) => {
    const count = picture.epochs.filter((epoch) => (bandOf(epoch) ?? 'none') === band).length;
    return count > 0 ? t('times', { band: bands(band), count, word: word(count) }) : [];
  });
  const [first] = picture.epochs;
  const [from] = columns;
  const since =
    first && from && first.number > from.number
      ? t('since', { date: format.dateTime(middayOf(first.startsOn), { dateStyle: 'long' }) })
      : '';
  const said = last ? t('said', { last: bands(bandOf(last) ?? 'none'), all: format.list(counts) }) : t('noneYet');
  return (
    // Grid columns are given by a variable.
    <div className={styles.year} style={{ '--columns': columns.length } as CSSProperties}>
      <YearCells
        epochs={picture.epochs}
        columns={columns}
        bandOf={bandOf}
        label={`${label}. ${said} ${since}`.trim()}
      />
      <div className={results.axis} aria-hidden>
        <YearAxis columns={columns} byQuarter />
      </div>
    </div>
  );
}

/** All five statements of each of the teams, for who wants to look closer: the picture that the team itself has. */
function Statements({ teams }: { readonly teams: readonly Pick<DashboardTeam, 'id' | 'name'>[] }) {
  const t = useTranslations('dashboard.row');
  const format = useFormatter();
  const [isOpen, setOpen] = useState(false);
  const names = format.list(teams.map(({ name }) => name));
  return (
    <details className={styles.statements} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('statements', { names })}</summary>
      {isOpen &&
        teams.map(({ id, name }) => (
          <TeamResults key={id} teamId={id} isMember={false} heading={teams.length > 1 ? <h4>{name}</h4> : null} />
        ))}
    </details>
  );
}
