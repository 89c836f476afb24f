import CircleCheck from 'lucide-react/icons/circle-check';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { isManager } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import { lazyWithSentences } from '../../i18n/later-sentences.tsx';
import { buttonLook } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import type { MyTeam } from './my-responsibilities.ts';
import type { useMyWork } from './use-my-work.ts';
import type { MyWeek } from './week-items.ts';
import styles from './today.module.css';

const loaders = {
  lists: () => import('./my-lists.tsx'),
  inbox: () => import('./my-inbox.tsx'),
  handovers: () => import('../learning/my-handovers.tsx'),
  learning: () => import('../learning/my-learning-asks.tsx'),
  transfers: () => import('../workload/my-transfers.tsx'),
  news: () => import('./news-section.tsx'),
  help: () => import('../responsibilities/help-section.tsx'),
  load: () => import('../workload/own-load-section.tsx'),
  absence: () => import('../responsibilities/absence-button.tsx'),
  checkIn: () => import('../workload/check-in-invite.tsx'),
  asked: () => import('../insights/asked-call.tsx'),
  coming: () => import('../organisation/coming-changes.tsx'),
};
const MyLists = lazyWithSentences(loaders.lists);
const MyInbox = lazyWithSentences(loaders.inbox);
const MyHandovers = lazyWithSentences(loaders.handovers);
const MyLearningAsks = lazyWithSentences(loaders.learning);
const MyTransfers = lazyWithSentences(loaders.transfers);
const NewsSection = lazyWithSentences(loaders.news);
const HelpSection = lazyWithSentences(loaders.help);
const OwnLoadSection = lazyWithSentences(loaders.load);
const AbsenceButton = lazyWithSentences(loaders.absence);
const AskedCall = lazyWithSentences(loaders.asked);
const ComingChanges = lazyWithSentences(loaders.coming);
const CheckInInvite = lazyWithSentences(loaders.checkIn);

/** Fetches what the columns are made of. What fails now is asked again when it is shown. */
export const loadColumns = (): Promise<unknown> => Promise.allSettled(Object.values(loaders).map((load) => load()));

type MyColumnsProps = Omit<ReturnType<typeof useMyWork>, 'week' | 'boards'> & {
  readonly week: MyWeek;
  readonly teams: readonly MyTeam[];
  readonly actor: Actor;
  readonly isNamed: boolean;
};

/** What is mine and what the team asks, beside what waits for me and what changed. Stands inside a Suspense. */
export function MyColumns(props: MyColumnsProps) {
  const { all, carries, standsIn, helps, deadlines, asked, proposed, week, today, teams, actor, isNamed } = props;
  const t = useTranslations('today');
  const me = actor.personId;
  const mine = carries.length + standsIn.length;
  const [first] = teams;
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <section className={styles.work}>
          <SectionHeading
            aside={all.length > 0 && t('mineOf', { mine, total: all.length })}
            more={
              first &&
              !isNamed && (
                <Link href={boardAddress(first.teamId)} className={styles.more}>
                  {t('others')}
                </Link>
              )
            }
          >
            {t('mine')}
          </SectionHeading>
          {mine === 0 && first && (
            <>
              <p className={styles.words}>{t('takeWords')}</p>
              <Link href={boardAddress(first.teamId)} className={buttonLook({ kind: 'primary' })}>
                {t('takeSomething')}
              </Link>
            </>
          )}
          <MyLists {...{ carries, standsIn, helps, deadlines, week, me, today, isNamed }} />
          <div className={styles.end}>
            {mine > 0 && (
              <p className={styles.all}>
                <Icon of={CircleCheck} />
                {t(week.isUnknown ? 'weekUnknown' : 'all')}
              </p>
            )}
            <AbsenceButton {...{ teams, actor }} />
          </div>
        </section>
        <div className={styles.help}>
          <HelpSection {...{ teams, actor }} />
        </div>
      </div>
      <div className={styles.side}>
        <div className={styles.asked}>
          <ComingChanges teams={teams} />
        </div>
        <div className={styles.asked}>
          <MyTransfers {...{ teams, me, today }} />
        </div>
        {isManager(actor) && <AskedCall />}
        <MyInbox {...{ offers: asked, actor, isNamed }} kind="asked" />
        <div className={styles.asked}>
          <MyHandovers {...{ teams, me, today }} />
        </div>
        <div className={styles.asked}>
          <MyLearningAsks teams={teams} />
        </div>
        <div className={styles.load}>
          <OwnLoadSection {...{ teams, me, today }} />
        </div>
        <div className={styles.checkIn}>
          <CheckInInvite />
        </div>
        <NewsSection {...{ teams, me, isNamed }} />
        <MyInbox {...{ offers: proposed, actor, isNamed }} kind="proposed" />
      </div>
    </div>
  );
}
