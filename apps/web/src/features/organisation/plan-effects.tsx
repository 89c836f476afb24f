import { useTranslations } from 'use-intl';
import type { Effect } from './reorganising-queries.ts';
import styles from './reorganising.module.css';

/** What falls open and ends first, then who and what goes. */
const parts = [
  'fallsOpen',
  'partlyOpen',
  'standInsEnd',
  'stopped',
  'peopleIn',
  'peopleOut',
  'homesIn',
  'homesOut',
  'hoursAdded',
  'responsibilitiesIn',
  'responsibilitiesOut',
  'renamed',
] as const satisfies readonly Exclude<keyof Effect, 'teamId'>[];

type PlanEffectsProps = { readonly effects: readonly Effect[]; readonly nameOf: (teamId: string) => string };

/** What happens to each team, in counts. */
export function PlanEffects({ effects, nameOf }: PlanEffectsProps) {
  const t = useTranslations('reorganising');
  return (
    <div className={styles.effects}>
      {effects.map((effect) => (
        <section key={effect.teamId}>
          <h3>{nameOf(effect.teamId)}</h3>
          <ul>
            {parts
              .filter((part) => effect[part] > 0)
              .map((part) => (
                <li key={part} className={part === 'fallsOpen' ? styles.open : undefined}>
                  {t(`effect.${part}`, { count: effect[part] })}
                </li>
              ))}
            {effect.fallsOpen + effect.partlyOpen === 0 && <li>{t('preview.nothing')}</li>}
          </ul>
        </section>
      ))}
    </div>
  );
}
