import { CircleCheck } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Actor } from '@roer/domain/access/may';
import { lazyWithSentences } from '../../i18n/later-sentences.tsx';
import { buttonLook } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import type { MyTeam } from './my-responsibilities.ts';
import { MyStrip } from './my-strip.tsx';
import { useTodayLead } from './today-lead.ts';
import { useMyWork } from './use-my-work.ts';
import styles from './today.module.css';

const MyLists = lazyWithSentences(() => import('./my-lists.tsx'));
const HelpSection = lazyWithSentences(() => import('../responsibilities/help-section.tsx'));
const AbsenceButton = lazyWithSentences(() => import('../responsibilities/absence-button.tsx'));
const MyInbox = lazyWithSentences(() => import('./my-inbox.tsx'));
const NewsSection = lazyWithSentences(() => import('./news-section.tsx'));

type MyWorkProps = { readonly teams: readonly MyTeam[]; readonly actor: Actor; readonly above: string };

/** Everything that is mine, once all my teams are there. */
export function MyWork({ teams, actor, above }: MyWorkProps) {
  const t = useTranslations('today');
  const lead = useTodayLead();
  const me = actor.personId;
  const work = useMyWork({ teams, me });
  const { boards, all, carries, standsIn, asked, proposed, week, today } = work;
  const mine = carries.length + standsIn.length;
  const [first] = teams;
  const isNamed = teams.length > 1;
  const words = week && lead({ mine, asked: asked.length, week });
  return (
    <>
      {words ? (
        <PageLead above={above} quiet={words.quiet}>
          {words.sentence}
        </PageLead>
      ) : (
        <PageLead above={above}>
          <span className={styles.leadToCome}>{t('mine')}</span>
        </PageLead>
      )}
      {teams.map((team) => (
        <MyStrip key={team.teamId} team={team} board={boards.get(team.teamId) ?? []} {...{ me, isNamed }} />
      ))}
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
            {/* What is due comes with its rows, so that no row moves when recurrence is there. */}
            <Suspense fallback={<SkeletonRows rows={mine} />}>
              {week ? <MyLists {...{ carries, standsIn, week, me, today, isNamed }} /> : <SkeletonRows rows={mine} />}
              {week && (
                <div className={styles.end}>
                  {mine > 0 && (
                    <p className={styles.all}>
                      <Icon of={CircleCheck} />
                      {t(week.isUnknown ? 'weekUnknown' : 'all')}
                    </p>
                  )}
                  <AbsenceButton {...{ teams, actor }} />
                </div>
              )}
            </Suspense>
          </section>
          <div className={styles.help}>
            <Suspense>
              <HelpSection {...{ teams, actor }} />
            </Suspense>
          </div>
        </div>
        <div className={styles.side}>
          <Suspense>
            <MyInbox {...{ offers: asked, actor, isNamed }} kind="asked" />
          </Suspense>
          <Suspense>
            <NewsSection {...{ teams, me, isNamed }} />
          </Suspense>
          <Suspense>
            <MyInbox {...{ offers: proposed, actor, isNamed }} kind="proposed" />
          </Suspense>
        </div>
      </div>
    </>
  );
}
