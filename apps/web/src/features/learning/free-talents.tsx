import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { talentLimits } from '@roer/domain/learning/talent-card';
import type { FreeTalent } from '@roer/domain/learning/talent-card';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EnergyChoice } from './energy-choice.tsx';
import styles from './talents.module.css';

type FreeTalentsProps = {
  readonly free: readonly FreeTalent[];
  readonly onWrite: (free: FreeTalent[], options: { now: boolean }) => void;
};

/** Talents that are no responsibility of a team, in my own words, one a line. */
export function FreeTalents({ free, onWrite }: FreeTalentsProps) {
  const t = useTranslations('contribution.talents');
  const [text, setText] = useState('');
  const write = (next: FreeTalent[]): void => onWrite(next, { now: true });
  const add = (): void => {
    const words = text.trim();
    setText('');
    if (words === '' || free.some((talent) => talent.text === words)) return;
    write([...free, { text: words, energy: 'gives', wantsToLearn: false }]);
  };
  return (
    <section className={styles.section}>
      <SectionHeading>{t('free')}</SectionHeading>
      {free.length > 0 && (
        <ul>
          {free.map((talent, index) => (
            <li key={talent.text} className={styles.row}>
              <span className={styles.name}>
                {talent.text}
                <button
                  type="button"
                  className={styles.small}
                  aria-label={t('remove', { name: talent.text })}
                  onClick={() => write(free.toSpliced(index, 1))}
                >
                  <Icon of={X} small />
                </button>
              </span>
              <EnergyChoice
                name={talent.text}
                energy={talent.energy}
                wantsToLearn={talent.wantsToLearn}
                onSay={(said) => write(free.with(index, { ...talent, ...said }))}
              />
            </li>
          ))}
        </ul>
      )}
      {free.length < talentLimits.free && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextField
            label={t('freeLabel')}
            hint={t('freeHint')}
            value={text}
            maxLength={talentLimits.text}
            autoComplete="off"
            onText={setText}
          />
          <Button type="submit">{t('add')}</Button>
        </form>
      )}
    </section>
  );
}
