import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { mayInTeam } from '@roer/domain/access/may';
import type { DutyRow } from '@roer/domain/feed';
import { stillRecurs } from '@roer/domain/responsibilities/duty-end';
import type { DutyId } from '@roer/domain/ids';
import { Button } from '../../ui/button.tsx';
import { useActs } from './acts.tsx';
import { yearAddress } from './board-address.ts';
import type { PanelTools } from './carry-actions.tsx';
import { DutyItem } from './duty-item.tsx';
import { YearBars } from './year-bars.tsx';
import { lazily } from '../../i18n/lazily.ts';
import styles from './duty.module.css';

const DutyForm = lazily(() => import('./duty-form.tsx'));

/** What recurs of a responsibility, through the year and date by date, with what can be done about it. */
export function DutySection({ snapshot, actor, teamId, names, responsibility }: PanelTools) {
  const t = useTranslations('duties');
  const { context } = useActs();
  const [open, setOpen] = useState<DutyId | 'new' | null>(null);
  const isOpen = responsibility.closedOn === null;
  const mayWrite = isOpen && mayInTeam(actor, 'duty.write', teamId);
  const maySettle = isOpen && mayInTeam(actor, 'duty.settle', teamId);
  const hasEnded = (duty: DutyRow): boolean => !stillRecurs(duty, context.today);
  const duties = Object.values(snapshot.duty)
    .filter(({ responsibilityId }) => responsibilityId === responsibility.id)
    .toSorted(
      (one, other) => Number(hasEnded(one)) - Number(hasEnded(other)) || one.title.localeCompare(other.title, 'nl'),
    );
  if (duties.length === 0 && !mayWrite) return null;
  return (
    <section aria-labelledby="duties-heading">
      <h3 id="duties-heading">{t('heading')}</h3>
      {duties.length === 0 ? (
        <p className={styles.quiet}>{t('empty')}</p>
      ) : (
        <YearBars {...{ snapshot, responsibility }} today={context.today} />
      )}
      <ul className={styles.duties}>
        {duties.map((duty) => (
          <DutyItem
            key={duty.id}
            {...{ duty, snapshot, names, maySettle }}
            onEdit={mayWrite ? () => setOpen(duty.id) : undefined}
          />
        ))}
      </ul>
      <div className={styles.below}>
        {mayWrite && (
          <Button dense onClick={() => setOpen('new')}>
            {t(duties.length === 0 ? 'addFirst' : 'add')}
          </Button>
        )}
        {duties.length > 0 && <Link href={yearAddress(teamId)}>{t('toYear')}</Link>}
      </div>
      {open !== null && (
        <Suspense>
          <DutyForm
            key={open}
            draftKey={open === 'new' ? `duty:${responsibility.id}` : `duty:${open}`}
            duty={open === 'new' ? null : (snapshot.duty[open] ?? null)}
            {...{ responsibility, names }}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </section>
  );
}
