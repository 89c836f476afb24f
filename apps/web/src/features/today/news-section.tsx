import { useMemo, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { PersonId } from '@roer/domain/ids';
import { now, today } from '../../live/clock.ts';
import { classNames } from '../../ui/class-names.ts';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import { useSteady } from '../responsibilities/use-steady.ts';
import { momentWords } from './moment-words.ts';
import type { MyTeam } from './my-responsibilities.ts';
import { netChanges } from './net-changes.ts';
import { itemsOf, newestItems } from './news-items.ts';
import type { NewsItem } from './news-items.ts';
import { isTopic, newsLines } from './news-words.ts';
import { liveKey, useNews } from './use-news.ts';
import { useShown } from './use-shown.ts';
import styles from './news.module.css';

type NewsSectionProps = { readonly teams: readonly MyTeam[]; readonly me: PersonId; readonly isNamed: boolean };

/** What others changed since I last looked, on whichever device: what changed, not who was active. */
export default function NewsSection({ teams, me, isNamed }: NewsSectionProps) {
  const t = useTranslations('news');
  const { news, isAllHere, isFailed, live, markSeen } = useNews({ teams, me });
  const latest = useNewsItems({ teams, me, news });
  const { value: items, hold } = useSteady(latest, String(isAllHere));
  const section = useRef<HTMLElement>(null);
  const heads = news.map(({ team, heard }) => `${team.teamId}:${heard.head}`).join();
  useShown(section, { what: isAllHere ? heads : null, onShown: markSeen });
  const isFirst = isAllHere && news.every(({ heard }) => heard.isFirst);
  const isTooMuch = news.some(({ heard }) => heard.isTooMuch);
  return (
    <section ref={section}>
      <SectionHeading aside={t('aside')}>{t('title')}</SectionHeading>
      {isFailed && <p className={styles.words}>{t('failed')}</p>}
      {isTooMuch && <p className={styles.words}>{t('tooMuch')}</p>}
      {isAllHere && !isTooMuch && items.length === 0 && (
        <p className={styles.words}>{t(isFirst ? 'first' : 'nothing')}</p>
      )}
      {/* Holding still is no control: the links in it are. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div {...hold}>
        <ul className={styles.list}>
          {items.map((item) => (
            <NewsRow
              key={item.key}
              item={item}
              isNamed={isNamed}
              isLive={live.has(liveKey(item.team.teamId, item.seq))}
            />
          ))}
        </ul>
      </div>
    </section>
  );
}

type NewsRowProps = { readonly item: NewsItem; readonly isNamed: boolean; readonly isLive: boolean };

function NewsRow({ item, isNamed, isLive }: NewsRowProps) {
  const t = useTranslations('news');
  const moment = useTranslations('news.moment');
  const format = useFormatter();
  const { team, about } = item;
  const when = momentWords(item.at, { t: moment, format, now: now() });
  return (
    <li className={classNames(styles.item, isLive && styles.live)}>
      <p className={styles.title}>
        {'topic' in about ? (
          t(`about.${about.topic}`)
        ) : (
          <Link href={boardAddress(team.teamId, about.responsibilityId)}>
            {team.snapshot.responsibility[about.responsibilityId]?.title}
          </Link>
        )}
      </p>
      {item.words.map((words) => (
        <p key={words} className={styles.what}>
          {words}
        </p>
      ))}
      <p className={styles.moment}>{isNamed ? `${team.teamName}, ${when}` : when}</p>
    </li>
  );
}

/** The items in words, the same ones as long as nothing changed. */
const useNewsItems = ({
  teams,
  me,
  news,
}: Pick<NewsSectionProps, 'teams' | 'me'> & { news: ReturnType<typeof useNews>['news'] }): NewsItem[] => {
  const t = useTranslations('news');
  const words = useTranslations('responsibilities');
  const format = useFormatter();
  const day = today();
  // What was heard keeps its identity in the cache; the list around it does not.
  const heard = news.map((each) => each.heard);
  return useMemo(
    () =>
      newestItems(
        heard.flatMap(({ changes }, index) => {
          const team = teams[index];
          if (!team) return [];
          const { snapshot } = team;
          const names = namesIn(snapshot);
          const mine = new Set(
            Object.values(snapshot.assignment).flatMap((row) => (row.personId === me ? row.responsibilityId : [])),
          );
          const lines = newsLines(netChanges(changes), {
            t,
            format,
            snapshot,
            me,
            today: day,
            nameOf: (personId) =>
              personId === me ? words('you') : (names.short(personId) ?? words('formerColleague')),
            isMine: (id) => mine.has(id),
          });
          const shown = lines.filter(({ about }) => isTopic(about) || snapshot.responsibility[about]);
          return itemsOf(team, shown);
        }),
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- what was heard, one by one
    [...heard, teams, me, day, t, words, format],
  );
};
