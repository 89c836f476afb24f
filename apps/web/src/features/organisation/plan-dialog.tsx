import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { PlanEffects } from './plan-effects.tsx';
import { usePreview, useUndoPreview } from './reorganising-queries.ts';
import type { Plan, PlanStep } from './reorganising-queries.ts';
import { useOrganisationAsk } from './use-organisation-ask.ts';

type PlanDialogProps = {
  readonly act: 'carryOut' | 'undo';
  readonly plan: Plan;
  readonly names: Record<string, string>;
  readonly onClose: () => void;
};

/** The last look before a plan is carried out, or taken back. */
export default function PlanDialog({ act, plan, names, onClose }: PlanDialogProps) {
  const nameOf = (id: string): string => names[id] ?? madeIn(plan.steps, id);
  return act === 'undo' ? (
    <UndoDialog {...{ plan, nameOf, onClose }} />
  ) : (
    <CarryOutDialog {...{ plan, nameOf, onClose }} />
  );
}

const madeIn = (steps: readonly PlanStep[], id: string): string =>
  steps.flatMap((step) => (step.kind === 'split' && step.newTeamId === id ? [step.name] : []))[0] ?? '';

type InnerProps = Pick<PlanDialogProps, 'plan' | 'onClose'> & { readonly nameOf: (teamId: string) => string };

function CarryOutDialog({ plan, nameOf, onClose }: InnerProps) {
  const t = useTranslations('reorganising');
  const sentence = useFailureSentence();
  const announce = useAnnounce();
  const { busy, failure, command } = useOrganisationAsk();
  const preview = usePreview({ steps: plan.steps, effectiveOn: plan.effectiveOn });
  const isPossible = preview.data?.problems.length === 0;
  const carryOut = async (): Promise<void> => {
    if (!isPossible) return;
    const asked = await command(({ commandId }) =>
      api.organisation.carryOutReorganisation.mutate({ commandId, reorganisationId: plan.id, version: plan.version }),
    );
    if (!asked.ok) return;
    announce(t('form.carriedOut'));
    onClose();
  };
  return (
    <FormDialog
      title={t('carrying.title', { name: plan.name })}
      onClose={onClose}
      onSubmit={() => void carryOut()}
      submit={t('carrying.submit')}
      busy={busy}
      failure={failure && sentence(failure)}
      notYet={preview.data && !isPossible ? t('state.stuck') : undefined}
    >
      <p>{t('carrying.words')}</p>
      {preview.data && <PlanEffects effects={preview.data.effects} nameOf={nameOf} />}
    </FormDialog>
  );
}

function UndoDialog({ plan, nameOf, onClose }: InnerProps) {
  const t = useTranslations('reorganising');
  const sentence = useFailureSentence();
  const announce = useAnnounce();
  const { busy, failure, command } = useOrganisationAsk();
  const { data: preview } = useUndoPreview(plan.id);
  const undo = async (): Promise<void> => {
    if (!preview?.possible) return;
    const asked = await command(({ commandId }) =>
      api.organisation.undoReorganisation.mutate({ commandId, reorganisationId: plan.id, version: plan.version }),
    );
    if (!asked.ok) return;
    announce(t('form.undone'));
    onClose();
  };
  const lost = preview?.possible ? preview.lost : { people: 0, responsibilities: 0 };
  return (
    <FormDialog
      title={t('undoing.title', { name: plan.name })}
      onClose={onClose}
      onSubmit={() => void undo()}
      submit={t('undoing.submit')}
      busy={busy}
      failure={failure && sentence(failure)}
      notYet={preview && !preview.possible ? t('undoing.impossible') : undefined}
    >
      <p>{t('undoing.words')}</p>
      <p>{t('undoing.agreed')}</p>
      {lost.people + lost.responsibilities > 0 && (
        <p>{t('undoing.lost', { ...lost, both: lost.people > 0 && lost.responsibilities > 0 ? 'yes' : 'no' })}</p>
      )}
      {preview?.possible && <PlanEffects effects={preview.effects} nameOf={nameOf} />}
    </FormDialog>
  );
}
