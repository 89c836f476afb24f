import { Suspense, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import { useLanguage } from '../../i18n/language.tsx';
import { laterMessages } from '../../i18n/messages.ts';
import { PageLead } from '../../ui/page-lead.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { loadColumns, MyColumns } from './my-columns.tsx';
import type { MyTeam } from './my-responsibilities.ts';
import { MyStrip } from './my-strip.tsx';
import { useTodayLead } from './today-lead.ts';
import { useMyWork } from './use-my-work.ts';
import styles from './today.module.css';

type MyWorkProps = { readonly teams: readonly MyTeam[]; readonly actor: Actor; readonly above: string };

/** Everything that is mine, once all my teams are there. */
export function MyWork({ teams, actor, above }: MyWorkProps) {
  const t = useTranslations('today');
  const lead = useTodayLead();
  const me = actor.personId;
  const work = useMyWork({ teams, me });
  const { boards, carries, standsIn, asked, transfers, week } = work;
  const mine = carries.length + standsIn.length;
  const isNamed = teams.length > 1;
  const words = week && lead({ mine, asked: asked.length + transfers, week });
  useLoadedMeanwhile();
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
      <div className={words ? undefined : styles.underLeadToCome}>
        {teams.map((team) => (
          <MyStrip key={team.teamId} team={team} board={boards.get(team.teamId) ?? []} {...{ me, isNamed }} />
        ))}
      </div>
      {/* All of it at once: nothing below a list moves when its rows are there. */}
      <Suspense fallback={<SkeletonRows rows={6} />}>
        {week ? <MyColumns {...work} {...{ week, teams, actor, isNamed }} /> : <SkeletonRows rows={6} />}
      </Suspense>
    </>
  );
}

/** What stands below the strip is fetched while recurrence is. */
const useLoadedMeanwhile = (): void => {
  const { language } = useLanguage();
  useEffect(() => {
    void laterMessages(language);
    void loadColumns();
  }, [language]);
};
