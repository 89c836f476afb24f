import { Suspense, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { dateAt, middayOf } from '@roer/domain/dates';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { usePeople, useStructure } from './organisation-queries.ts';
import { Loaded } from './page-states.tsx';
import { PlanForm } from './plan-form.tsx';
import { usePlans } from './reorganising-queries.ts';
import type { Plan, Plans } from './reorganising-queries.ts';
import { useStepSentence } from './step-sentence.ts';
import { useOrganisationAsk } from './use-organisation-ask.ts';
import own from './reorganising.module.css';
import { lazily } from '../../i18n/lazily.ts';
import styles from './organisation.module.css';

const PlanDialog = lazily(() => import('./plan-dialog.tsx'));

/** Organisatie › Teams veranderen: what is planned, what was done, and making a plan; for administrators. */
export default function ReorganisingPage() {
  const t = useTranslations('reorganising');
  const plans = usePlans();
  usePageTitle(t('title'));
  return <Loaded query={plans}>{(loaded) => <Reorganising {...loaded} />}</Loaded>;
}

type Wish = { act: 'carryOut' | 'undo'; plan: Plan };

function Reorganising({ plans, names }: Plans) {
  const t = useTranslations('reorganising');
  const structure = useStructure();
  const people = usePeople();
  const [editing, setEditing] = useState<Plan | 'new'>();
  const [wish, setWish] = useState<Wish>();
  const ahead = plans.filter(({ state }) => state === 'draft' || state === 'planned' || state === 'stuck').length;
  if (editing)
    return (
      <div className={styles.narrow}>
        <PageLead>{t('lead', { count: ahead })}</PageLead>
        <Loaded query={structure}>
          {(domains) => (
            <Loaded query={people}>
              {(everybody) => (
                <PlanForm
                  plan={editing === 'new' ? undefined : editing}
                  structure={domains}
                  people={everybody}
                  names={names}
                  onClose={() => setEditing(undefined)}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      </div>
    );
  return (
    <div className={styles.narrow}>
      <div className={styles.top}>
        <PageLead quiet={t('quiet')}>{t('lead', { count: ahead })}</PageLead>
        {plans.length > 0 && (
          <Button kind="primary" onClick={() => setEditing('new')}>
            {t('new')}
          </Button>
        )}
      </div>
      {plans.length === 0 && (
        <EmptyState
          sign="asleep"
          title={t('empty')}
          action={
            <Button kind="primary" onClick={() => setEditing('new')}>
              {t('new')}
            </Button>
          }
        >
          {t('emptyWords')}
        </EmptyState>
      )}
      <ul className={own.plans}>
        {plans.map((plan) => (
          <PlanRow key={plan.id} {...{ plan, names }} onEdit={() => setEditing(plan)} onWish={setWish} />
        ))}
      </ul>
      {wish && (
        <Suspense>
          <PlanDialog {...wish} names={names} onClose={() => setWish(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

type PlanRowProps = {
  readonly plan: Plan;
  readonly names: Record<string, string>;
  readonly onEdit: () => void;
  readonly onWish: (wish: Wish) => void;
};

function PlanRow({ plan, names, onEdit, onWish }: PlanRowProps) {
  const t = useTranslations('reorganising');
  const format = useFormatter();
  const sentence = useFailureSentence();
  const stepSentence = useStepSentence();
  const announce = useAnnounce();
  const { busy, failure, command } = useOrganisationAsk();
  const { state, carriedOutAt } = plan;
  const day = carriedOutAt === null ? plan.effectiveOn : dateAt(carriedOutAt);
  const date = format.dateTime(middayOf(day), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const isOpen = state === 'draft' || state === 'planned' || state === 'stuck';
  const withdraw = async (): Promise<void> => {
    const asked = await command(({ commandId }) =>
      api.organisation.withdrawReorganisation.mutate({ commandId, reorganisationId: plan.id, version: plan.version }),
    );
    if (asked.ok) announce(t('form.withdrawn'));
  };
  if (state === 'withdrawn') return null;
  return (
    <li>
      <h2>{plan.name}</h2>
      <p className={own.state}>{t(`state.${state}`, { date })}</p>
      <ul className={own.steps}>
        {plan.steps.map((step) => {
          const said = stepSentence(step, names);
          return <li key={said}>{said}</li>;
        })}
      </ul>
      <div className={own.acts}>
        {isOpen && (
          <>
            <Button onClick={onEdit}>{t('edit')}</Button>
            <Button onClick={() => onWish({ act: 'carryOut', plan })}>{t('carryOut')}</Button>
            <Button kind="tertiary" busy={busy} onClick={() => void withdraw()}>
              {t('withdraw')}
            </Button>
          </>
        )}
        {state === 'done' && <Button onClick={() => onWish({ act: 'undo', plan })}>{t('undo')}</Button>}
      </div>
      {failure && <ErrorNotice title={sentence(failure)} />}
    </li>
  );
}
