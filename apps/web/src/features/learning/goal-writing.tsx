import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import type { GoalId } from '@roer/domain/ids';
import type { GoalTextPart } from '@roer/domain/learning/goal';
import { PageLead } from '../../ui/page-lead.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { GoalAbout } from './goal-about.tsx';
import { GoalOwner } from './goal-owner.tsx';
import { GoalOwnerAside } from './goal-owner-aside.tsx';
import { GoalSeen } from './goal-seen.tsx';
import { GoalSending } from './goal-sending.tsx';
import type { GoalView } from './goals.ts';
import { Reflections } from './reflections.tsx';
import { SharedField } from './shared-field.tsx';
import type { SharedText } from './shared-text.ts';
import { useSharedText, useTexts } from './use-shared-text.ts';
import styles from './goal.module.css';

type GoalWritingProps = {
  readonly goalId: GoalId;
  /** Null while the server cannot be reached: then there is what stands on this device. */
  readonly view: GoalView | null;
  readonly actor: Actor;
};

/** A goal as its owner and their buddy fill it in: both type, both see it. */
export default function GoalWriting({ goalId, view, actor }: GoalWritingProps) {
  const step = useSharedText(goalId, { part: 'step', document: view?.documents?.step ?? null });
  const plan = useSharedText(goalId, { part: 'plan', document: view?.documents?.plan ?? null });
  const isOpen = view === null ? step !== null || plan !== null : step !== null && plan !== null;
  return isOpen ? <Writing {...{ view, actor, step, plan }} /> : <SkeletonRows rows={5} />;
}

type WritingProps = Pick<GoalWritingProps, 'view' | 'actor'> & Record<GoalTextPart, SharedText | null>;

function Writing({ view, actor, step, plan }: WritingProps) {
  const t = useTranslations('goals');
  return (
    <>
      <WritingLead {...{ view, step }} />
      {view && <GoalAbout goal={view.goal} />}
      <div className={styles.columns}>
        <div className={styles.main}>
          <div className={styles.writing}>
            {step && (
              <section className={styles.fields}>
                <SharedField text={step} field="title" />
              </section>
            )}
            {plan && (
              <section>
                <SectionHeading aside={t('plan.aside')}>{t('plan.heading')}</SectionHeading>
                <div className={styles.fields}>
                  <SharedField text={plan} field="wish" rows={2} />
                  <SharedField text={plan} field="outcome" rows={2} />
                  <SharedField text={plan} field="obstacle" rows={2} />
                  <div className={styles.ifThen}>
                    <SharedField text={plan} field="occasion" rows={2} />
                    <SharedField text={plan} field="action" rows={2} />
                  </div>
                </div>
              </section>
            )}
            <GoalSending texts={[step, plan]} />
          </div>
          {view?.isMine && view.plan && <GoalOwner goal={view.goal} plan={view.plan} />}
          {view && (
            <Reflections
              goal={view.goal}
              reflections={view.reflections}
              canWrite={view.isMine && view.goal.state !== 'draft'}
            />
          )}
        </div>
        {view && <Aside {...{ view, actor }} />}
      </div>
    </>
  );
}

/** The name as it is typed, and what it is. */
function WritingLead({ view, step }: Pick<WritingProps, 'view' | 'step'>) {
  const t = useTranslations('goals');
  const title = useTexts(step).title?.trim() ?? '';
  const name = title === '' ? t('untitled') : title;
  const isHidden = view === null && step === null;
  // The browser's history outlives signing out, so that the goal's own title stands on the page alone.
  usePageTitle(view === null || view.isMine ? t('page.mine') : t('page.of', { name: view.goal.personName }));
  if (view === null)
    return (
      <PageLead above={t('page.mine')} quiet={t('page.awayQuiet')}>
        {isHidden ? t('page.away') : name}
      </PageLead>
    );
  return (
    <PageLead
      above={view.isMine ? t('page.mine') : t('page.of', { name: view.goal.personName })}
      quiet={t(`page.quiet.${view.goal.state}`)}
    >
      {name}
    </PageLead>
  );
}

function Aside({ view: { goal, plan, audiences, isMine }, actor }: { readonly view: GoalView; readonly actor: Actor }) {
  if (!plan || !audiences) return null;
  return (
    <aside className={styles.aside}>
      {isMine ? (
        <GoalOwnerAside {...{ goal, plan, audiences, actor }} />
      ) : (
        <GoalSeen audiences={audiences} owner={goal.personName} />
      )}
    </aside>
  );
}
