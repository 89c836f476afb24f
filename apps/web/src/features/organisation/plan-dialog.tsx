import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Loaded } from './page-states.tsx';
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

/** Why nobody should go on as long as it is not there to see what happens then; nothing once it is. */
const useUnseen = (): ((preview: { data: object | undefined; isError: boolean }) => string | undefined) => {
  const t = useTranslations('reorganising.preview');
  return ({ data, isError }) => (data ? undefined : t(isError ? 'needed' : 'looking'));
};

type InnerProps = Pick<PlanDialogProps, 'plan' | 'onClose'> & { readonly nameOf: (teamId: string) => string };

function CarryOutDialog({ plan, nameOf, onClose }: InnerProps) {
  const t = useTranslations('reorganising');
  const sentence = useFailureSentence();
  const announce = useAnnounce();
  const { busy, failure, command } = useOrganisationAsk();
  const unseen = useUnseen();
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
      notYet={unseen(preview) ?? (isPossible ? undefined : t('state.stuck'))}
    >
      <p>{t('carrying.words')}</p>
      <Loaded query={preview} rows={3}>
        {({ effects }) => <PlanEffects effects={effects} nameOf={nameOf} />}
      </Loaded>
    </FormDialog>
  );
}

function UndoDialog({ plan, nameOf, onClose }: InnerProps) {
  const t = useTranslations('reorganising');
  const sentence = useFailureSentence();
  const announce = useAnnounce();
  const { busy, failure, command } = useOrganisationAsk();
  const unseen = useUnseen();
  const query = useUndoPreview(plan.id);
  const preview = query.data;
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
      notYet={unseen(query) ?? (preview?.possible ? undefined : t('undoing.impossible'))}
    >
      <p>{t('undoing.words')}</p>
      <p>{t('undoing.agreed')}</p>
      {lost.people + lost.responsibilities > 0 && (
        <p>{t('undoing.lost', { ...lost, both: lost.people > 0 && lost.responsibilities > 0 ? 'yes' : 'no' })}</p>
      )}
      <Loaded query={query} rows={3}>
        {(seen) => seen.possible && <PlanEffects effects={seen.effects} nameOf={nameOf} />}
      </Loaded>
    </FormDialog>
  );
}
