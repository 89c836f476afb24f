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

/** What teams ask who leads them: what waits, the earliest day first, and below it what was answered. */
export function AskedOfMe({ teams }: { readonly teams: readonly AskingTeam[] }) {
  const t = useTranslations('insights.manager');
  const [answering, setAnswering] = useState<Asked>();
  const all = teams.flatMap((team) => team.obstacles.map((obstacle): Asked => ({ ...obstacle, team })));
  const { open, answered } = sortObstacles(all);
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
      {answered.length > 0 && (
        <section className={styles.section}>
          <SectionHeading aside={t('answeredAside')}>{t('answered')}</SectionHeading>
          <ul className={classNames(styles.list, styles.two)}>
            {answered.map((asked) => (
              <AskedItem key={asked.id} asked={asked} />
            ))}
          </ul>
        </section>
      )}
      {answering && (
        <Suspense>
          <AnswerForm asked={answering} onClose={() => setAnswering(undefined)} />
        </Suspense>
      )}
    </>
  );
}
