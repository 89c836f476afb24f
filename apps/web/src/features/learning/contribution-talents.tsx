import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { contributionLimits } from '@roer/domain/learning/contribution';
import type { TalentCard } from '@roer/domain/learning/talent-card';
import { Button } from '../../ui/button.tsx';
import rows from '../../ui/button-row.module.css';
import { Icon } from '../../ui/icon.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { EditorProps } from './contribution-editor.tsx';
import styles from './contribution.module.css';

/** Talents on my page: in my own words, or taken from my card with one press. */
export function ContributionTalents({
  draft,
  pickable,
  onWrite,
  card,
}: EditorProps & { readonly card: TalentCard | undefined }) {
  const t = useTranslations('contribution.editor');
  const [text, setText] = useState('');
  const { talents } = draft;
  const isFull = talents.length >= contributionLimits.talents;
  const add = (talent: string): void => {
    const words = talent.trim();
    if (words === '' || talents.includes(words) || isFull) return;
    onWrite({ talents: [...talents, words] }, { now: true });
  };
  const proposals = card ? [...new Set(talentsOn(card, pickable))].filter((talent) => !talents.includes(talent)) : [];
  return (
    <section className={styles.section}>
      <SectionHeading>{t('talents')}</SectionHeading>
      {talents.length > 0 && (
        <ul className={styles.lines}>
          {talents.map((talent) => (
            <li key={talent}>
              <span>{talent}</span>
              <button
                type="button"
                className={styles.small}
                aria-label={t('removeTalent', { talent })}
                onClick={() => onWrite({ talents: talents.filter((other) => other !== talent) }, { now: true })}
              >
                <Icon of={X} small />
              </button>
            </li>
          ))}
        </ul>
      )}
      {!isFull && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault();
            add(text);
            setText('');
          }}
        >
          <TextField
            label={t('talentLabel')}
            hint={t('talentHint')}
            value={text}
            maxLength={contributionLimits.talent}
            autoComplete="off"
            onText={setText}
          />
          <Button type="submit">{t('add')}</Button>
        </form>
      )}
      {!isFull && proposals.length > 0 && (
        <div className={styles.proposals}>
          <p className={styles.quiet}>{t('ofCard')}</p>
          <div className={rows.row}>
            {proposals.map((talent) => (
              <Button key={talent} dense icon={<Icon of={Plus} small />} onClick={() => add(talent)}>
                {talent}
              </Button>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}

/** What the card says of talents: one's own words, and what one carries that gives energy. */
const talentsOn = ({ free, responsibilities }: TalentCard, { carries }: EditorProps['pickable']): string[] => [
  ...free.map(({ text }) => text),
  ...carries
    .filter(({ id }) => responsibilities.some((talent) => talent.responsibilityId === id && talent.energy === 'gives'))
    .map(({ title }) => title),
];
