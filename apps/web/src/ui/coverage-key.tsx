import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Coverage } from './coverage.ts';
import { CoverageSign } from './coverage-sign.tsx';
import styles from './coverage-key.module.css';

const STATES: readonly Coverage[] = ['covered', 'fragile', 'unclear', 'gap', 'asleep'];

const bold = (words: ReactNode) => <b>{words}</b>;

/** What the signs mean, in words: stands under the strip. Leave out states that the page never shows. */
export function CoverageKey({ states = STATES }: { readonly states?: readonly Coverage[] }) {
  const t = useTranslations('ui');
  return (
    <div className={styles.key}>
      {states.map((state) => (
        <span key={state}>
          <CoverageSign coverage={state} />
          <span>{t.rich(`coverageKey.${state}`, { b: bold })}</span>
        </span>
      ))}
    </div>
  );
}
