import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import { PageLead } from '../../ui/page-lead.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { GoalAbout } from './goal-about.tsx';
import { GoalOwner } from './goal-owner.tsx';
import { GoalOwnerAside } from './goal-owner-aside.tsx';
import { GoalSeen } from './goal-seen.tsx';
import { GoalSending } from './goal-sending.tsx';
import type { GoalPlan, GoalView } from './goals.ts';
import { Reflections } from './reflections.tsx';
import { SharedField } from './shared-field.tsx';
import type { SharedText } from './shared-text.ts';
import { useSharedText, useTexts } from './use-shared-text.ts';
import styles from './goal.module.css';

type GoalWritingProps = {
  readonly view: GoalView;
  readonly documents: NonNullable<GoalView['documents']>;
  readonly audiences: NonNullable<GoalView['audiences']>;
  readonly plan: GoalPlan;
  readonly actor: Actor;
};

/** A goal as its owner and their buddy fill it in: both type, both see it. */
export default function GoalWriting(props: GoalWritingProps) {
  const { id } = props.view.goal;
  const step = useSharedText(id, { part: 'step', document: props.documents.step });
  const plan = useSharedText(id, { part: 'plan', document: props.documents.plan });
  if (!step || !plan) return <SkeletonRows rows={5} />;
  return <Writing {...props} stepText={step} planText={plan} />;
}

type WritingProps = GoalWritingProps & { readonly stepText: SharedText; readonly planText: SharedText };

function Writing({ view, audiences, plan, actor, stepText, planText }: WritingProps) {
  const t = useTranslations('goals');
  const { goal, isMine, reflections } = view;
  const title = useTexts(stepText).title?.trim() ?? '';
  const name = title === '' ? t('untitled') : title;
  usePageTitle(name);
  return (
    <>
      <PageLead
        above={isMine ? t('page.mine') : t('page.of', { name: goal.personName })}
        quiet={t(`page.quiet.${goal.state}`)}
      >
        {name}
      </PageLead>
      <GoalAbout goal={goal} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <section className={styles.fields}>
            <SharedField text={stepText} field="title" />
            <GoalSending texts={[stepText, planText]} />
          </section>
          <section>
            <SectionHeading aside={t('plan.aside')}>{t('plan.heading')}</SectionHeading>
            <div className={styles.fields}>
              <SharedField text={planText} field="wish" rows={2} />
              <SharedField text={planText} field="outcome" rows={2} />
              <SharedField text={planText} field="obstacle" rows={2} />
              <div className={styles.ifThen}>
                <SharedField text={planText} field="occasion" rows={2} />
                <SharedField text={planText} field="action" rows={2} />
              </div>
            </div>
          </section>
          {isMine && <GoalOwner {...{ goal, plan }} />}
          <Reflections goal={goal} reflections={reflections} canWrite={isMine && goal.state !== 'draft'} />
        </div>
        <aside className={styles.aside}>
          {isMine ? (
            <GoalOwnerAside {...{ goal, plan, audiences, actor }} />
          ) : (
            <GoalSeen audiences={audiences} owner={goal.personName} />
          )}
        </aside>
      </div>
    </>
  );
}
