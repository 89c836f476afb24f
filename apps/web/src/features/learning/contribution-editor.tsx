import { useTranslations } from 'use-intl';
import type { ResponsibilityId } from '@roer/domain/ids';
import { contributionLimits } from '@roer/domain/learning/contribution';
import type { ContributionDraft, Pickable } from '@roer/domain/learning/contribution';
import { Button } from '../../ui/button.tsx';
import rows from '../../ui/button-row.module.css';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { ContributionResults } from './contribution-results.tsx';
import { ContributionTalents } from './contribution-talents.tsx';
import { useOwnTalents } from './use-talents.ts';
import styles from './contribution.module.css';

export type EditorProps = {
  readonly draft: ContributionDraft;
  readonly pickable: Pickable;
  readonly onWrite: (parts: Partial<ContributionDraft>, options?: { now: boolean }) => void;
};

/** Everything that can stand on my page, part by part. Nothing is picked for me. */
export function ContributionEditor({ draft, pickable, onWrite }: EditorProps) {
  const t = useTranslations('contribution.editor');
  const card = useOwnTalents().data?.card;
  const ofCard = card?.from ?? '';
  return (
    <>
      <section className={styles.section}>
        <SectionHeading>{t('from')}</SectionHeading>
        <TextArea
          label={t('fromLabel')}
          hint={t('fromHint')}
          value={draft.from}
          rows={4}
          maxLength={contributionLimits.from}
          onText={(from) => onWrite({ from })}
        />
        {ofCard !== '' && draft.from.trim() === '' && (
          <div className={rows.row}>
            <Button dense onClick={() => onWrite({ from: ofCard }, { now: true })}>
              {t('fromCard')}
            </Button>
          </div>
        )}
      </section>
      <ContributionTalents {...{ draft, pickable, onWrite }} card={card} />
      <section className={styles.section}>
        <SectionHeading aside={pickable.carries.length > 0 ? t('carriesAside') : undefined}>
          {t('carries')}
        </SectionHeading>
        {pickable.carries.length === 0 && <p className={styles.quiet}>{t('noCarries')}</p>}
        {pickable.carries.map(({ id, title, team, as }) => (
          <Checkbox
            key={id}
            checked={draft.carries.includes(id)}
            onTick={(ticked) => onWrite({ carries: withTick(draft.carries, id, ticked) }, { now: true })}
          >
            {title}
            <span className={styles.hint}>{t(as, { team })}</span>
          </Checkbox>
        ))}
      </section>
      <ContributionResults {...{ draft, pickable, onWrite }} />
    </>
  );
}

const withTick = (known: readonly ResponsibilityId[], id: ResponsibilityId, ticked: boolean): ResponsibilityId[] => {
  const others = known.filter((other) => other !== id);
  return ticked ? [...others, id].slice(-contributionLimits.carries) : others;
};
