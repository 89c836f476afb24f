import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { sortObstacles } from '@roer/domain/insights/obstacle-order';
import { EmptyState } from '../../ui/empty-state.tsx';
import { classNames } from '../../ui/class-names.ts';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { AskedItem } from './asked-item.tsx';
import type { AskedObstacle, AskingTeam } from './use-obstacles.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './obstacles.module.css';

const AnswerForm = lazily(() => import('./answer-form.tsx'));

/** What a team asks, with the team. */
export type Asked = AskedObstacle & { team: Pick<AskingTeam, 'id' | 'name'> };

const ofAll = (teams: readonly AskingTeam[]) =>
  sortObstacles(teams.flatMap((team) => team.obstacles.map((obstacle): Asked => ({ ...obstacle, team }))));

/** What teams ask who leads them and waits for an answer, the earliest day first. */
export function AskedOfMe({ teams }: { readonly teams: readonly AskingTeam[] }) {
  const t = useTranslations('insights.manager');
  const [answering, setAnswering] = useState<Asked>();
  const { open } = ofAll(teams);
  const [first] = open;
  return (
    <>
      <section className={styles.section}>
        <SectionHeading>{t('asked')}</SectionHeading>
        {first ? (
          <ul className={classNames(styles.list, styles.two)}>
            {open.map((asked) => (
              <AskedItem key={asked.id} asked={asked} isFirst={asked === first} onAnswer={() => setAnswering(asked)} />
            ))}
          </ul>
        ) : (
          <EmptyState title={t('nothing.title')}>{t('nothing.words')}</EmptyState>
        )}
      </section>
      {answering && (
        <Suspense>
          <AnswerForm asked={answering} onClose={() => setAnswering(undefined)} />
        </Suspense>
      )}
    </>
  );
}

/** What was answered in the last year, the latest first; what is older only the team still reads (rule W6.9). */
export function Answered({ teams }: { readonly teams: readonly AskingTeam[] }) {
  const t = useTranslations('insights.manager');
  const { answered } = ofAll(teams);
  if (answered.length === 0) return null;
  return (
    <section className={styles.section}>
      <SectionHeading aside={t('answeredAside')}>{t('answered')}</SectionHeading>
      <ul className={classNames(styles.list, styles.two)}>
        {answered.map((asked) => (
          <AskedItem key={asked.id} asked={asked} />
        ))}
      </ul>
    </section>
  );
}
