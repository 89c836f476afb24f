import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { mayInTeam } from '@roer/domain/access/may';
import type { DeadlineWorkRow } from '@roer/domain/feed';
import type { DeadlineWorkId } from '@roer/domain/ids';
import { Button } from '../../ui/button.tsx';
import { useActs } from './acts.tsx';
import type { PanelTools } from './carry-actions.tsx';
import { DeadlineItem } from './deadline-item.tsx';
import { lazily } from '../../i18n/lazily.ts';
import styles from './deadline.module.css';

const DeadlineForm = lazily(() => import('./deadline-form.tsx'));

/** Work of a responsibility that has to be done by a day: what is still to be done, and who does which part of it. */
export function DeadlineSection({ snapshot, actor, teamId, names, responsibility }: PanelTools) {
  const t = useTranslations('planning.deadline');
  const { context } = useActs();
  const [open, setOpen] = useState<DeadlineWorkId | 'new' | null>(null);
  const mayWrite = responsibility.closedOn === null && mayInTeam(actor, 'deadlineWork.write', teamId);
  const all = Object.values(snapshot.deadlineWork)
    .filter(({ responsibilityId }) => responsibilityId === responsibility.id)
    .toSorted(byDue);
  // What was done today keeps its place until tomorrow.
  const isEarlier = ({ doneOn }: DeadlineWorkRow): boolean => doneOn !== null && doneOn < context.today;
  const current = all.filter((work) => !isEarlier(work));
  const earlier = all.filter(isEarlier).toReversed();
  if (all.length === 0 && !mayWrite) return null;
  const item = (work: DeadlineWorkRow) => (
    <DeadlineItem
      key={work.id}
      {...{ work, snapshot, actor, teamId, names, mayWrite }}
      onEdit={mayWrite && work.doneOn === null ? () => setOpen(work.id) : undefined}
    />
  );
  return (
    <section aria-labelledby="deadlines-heading">
      <h3 id="deadlines-heading">{t('heading')}</h3>
      {all.length === 0 && <p className={styles.quiet}>{t('empty')}</p>}
      <ul className={styles.works}>{current.map(item)}</ul>
      <div className={styles.below}>
        {mayWrite && (
          <Button dense onClick={() => setOpen('new')}>
            {t(all.length === 0 ? 'addFirst' : 'add')}
          </Button>
        )}
      </div>
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t('earlier', { count: earlier.length })}</summary>
          <ul className={styles.works}>{earlier.map(item)}</ul>
        </details>
      )}
      {open !== null && (
        <Suspense>
          <DeadlineForm
            key={open}
            draftKey={open === 'new' ? `deadline:${responsibility.id}` : `deadline:${open}`}
            work={open === 'new' ? null : (snapshot.deadlineWork[open] ?? null)}
            {...{ responsibility, names }}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </section>
  );
}

const byDue = (one: DeadlineWorkRow, other: DeadlineWorkRow): number =>
  one.due.localeCompare(other.due) || one.title.localeCompare(other.title, 'nl');
