import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ReorganisationId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { newId, today } from '../../live/clock.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Person, Structure } from './organisation-queries.ts';
import { Loaded } from './page-states.tsx';
import { usePlanDraft } from './plan-draft.ts';
import { PlanEffects } from './plan-effects.tsx';
import { usePreview } from './reorganising-queries.ts';
import type { Plan, Preview } from './reorganising-queries.ts';
import { StepForm } from './step-form.tsx';
import { useStepSentence } from './step-sentence.ts';
import { useOrganisationAsk } from './use-organisation-ask.ts';
import styles from './reorganising.module.css';

type PlanFormProps = {
  readonly plan: Plan | undefined;
  readonly structure: Structure;
  readonly people: readonly Person[];
  readonly names: Record<string, string>;
  readonly onClose: () => void;
};

/** A plan: its name, its day and its steps, with what they do as things are now. */
export function PlanForm({ plan, structure, people, names: known, onClose }: PlanFormProps) {
  const t = useTranslations('reorganising');
  const sentence = useFailureSentence();
  const stepSentence = useStepSentence();
  const announce = useAnnounce();
  const { busy, failure, command } = useOrganisationAsk();
  const { draft, change, forget } = usePlanDraft(plan);
  const [id] = useState<ReorganisationId>(() => plan?.id ?? newId<'reorganisation'>());
  const [tried, setTried] = useState(false);
  const { name, effectiveOn, steps } = draft;
  const preview = usePreview({ steps, effectiveOn });
  const problems = steps.length > 0 ? (preview.data?.problems ?? []) : [];
  const names = {
    ...known,
    ...Object.fromEntries(structure.flatMap((domain) => [domain, ...domain.teams]).map((row) => [row.id, row.name])),
    ...Object.fromEntries(people.map((person) => [person.id, person.name])),
  };
  const isWrong = name.trim() === '' || effectiveOn < today() || steps.length === 0;
  const save = async (isAnnounced: boolean): Promise<void> => {
    setTried(true);
    if (isWrong || (isAnnounced && problems.length > 0)) return;
    const asked = await command(({ commandId }) =>
      api.organisation.saveReorganisation.mutate({
        commandId,
        reorganisationId: id,
        version: plan?.version ?? 0,
        announce: isAnnounced,
        name: name.trim(),
        effectiveOn,
        steps,
      }),
    );
    if (!asked.ok) return;
    forget();
    announce(t(isAnnounced ? 'form.announced' : 'form.saved'));
    onClose();
  };
  return (
    <section className={styles.form} aria-labelledby="plan-form">
      <h2 id="plan-form">{t(plan ? 'form.editTitle' : 'form.newTitle')}</h2>
      <Form
        onSubmit={() => void save(true)}
        failure={failure && sentence(failure)}
        actions={
          <>
            <Button
              kind="primary"
              type="submit"
              busy={busy}
              notYet={problems.length > 0 ? t('form.notPossible') : undefined}
            >
              {t('form.announce')}
            </Button>
            <Button busy={busy} onClick={() => void save(false)}>
              {t('form.draft')}
            </Button>
            <Button
              kind="tertiary"
              onClick={() => {
                forget();
                onClose();
              }}
            >
              {t('form.cancel')}
            </Button>
          </>
        }
      >
        <TextField
          label={t('form.name')}
          hint={t('form.nameHint')}
          value={name}
          onText={(text) => change({ name: text })}
          maxLength={120}
          autoComplete="off"
          error={tried && name.trim() === '' ? t('form.nameMissing') : undefined}
        />
        <TextField
          type="date"
          label={t('form.date')}
          hint={t('form.dateHint')}
          min={today()}
          value={effectiveOn}
          onText={(date) => change({ effectiveOn: date })}
          error={tried && effectiveOn < today() ? t('form.dateWrong') : undefined}
        />
        <section aria-labelledby="plan-steps">
          <h3 id="plan-steps">{t('form.steps')}</h3>
          {steps.length === 0 && <p className={styles.quiet}>{t('form.noSteps')}</p>}
          <ol className={styles.chosen}>
            {steps.map((step, index) => {
              const said = stepSentence(step, names);
              return (
                <li key={`${step.kind} ${said}`}>
                  <span>{said}</span>
                  <Button
                    kind="tertiary"
                    dense
                    aria-label={t('form.removeNamed', { step: said })}
                    onClick={() => change({ steps: steps.toSpliced(index, 1) })}
                  >
                    {t('form.remove')}
                  </Button>
                  {problems
                    .filter((problem) => problem.step === index)
                    .map(({ problem }) => (
                      <p key={problem}>{t(`problem.${problem}`)}</p>
                    ))}
                </li>
              );
            })}
          </ol>
          <StepForm structure={structure} people={people} onAdd={(step) => change({ steps: [...steps, step] })} />
        </section>
        {steps.length > 0 && effectiveOn !== '' && (
          <Loaded query={preview} rows={3}>
            {(seen) =>
              seen.problems.length === 0 && (
                <PreviewSection
                  preview={seen}
                  nameOf={(teamId) => {
                    const made = steps.find((step) => step.kind === 'split' && step.newTeamId === teamId);
                    return made?.kind === 'split'
                      ? t('preview.newTeam', { name: made.name })
                      : (names[teamId] ?? t('step.unknown'));
                  }}
                />
              )
            }
          </Loaded>
        )}
        <p className={styles.quiet}>{t('form.announceHint')}</p>
      </Form>
    </section>
  );
}

function PreviewSection({
  preview,
  nameOf,
}: {
  readonly preview: Preview;
  readonly nameOf: (teamId: string) => string;
}) {
  const t = useTranslations('reorganising.preview');
  return (
    <section aria-labelledby="plan-preview" aria-live="polite">
      <h3 id="plan-preview">{t('title')}</h3>
      <p className={styles.quiet}>{t('words')}</p>
      <PlanEffects effects={preview.effects} nameOf={nameOf} />
    </section>
  );
}
