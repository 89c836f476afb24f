import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { contributionLimits, evidenceOf } from '@roer/domain/learning/contribution';
import type { EvidenceLine, Result } from '@roer/domain/learning/contribution';
import { newId } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { GroupHeading, SectionHeading } from '../../ui/section-heading.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { EditorProps } from './contribution-editor.tsx';
import { useEvidenceWords } from './evidence-words.ts';
import styles from './contribution.module.css';

/** So many proposals stand there before somebody asks for the rest. */
const SHOWN = 6;

/** What I am proud of, in my order and my words, with evidence of my own work that Roer proposes and I pick. */
export function ContributionResults({ draft, pickable, onWrite }: EditorProps) {
  const t = useTranslations('contribution.results');
  const words = useEvidenceWords();
  const [isAll, setAll] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const { results } = draft;
  const isFull = results.length >= contributionLimits.results;
  const write = (next: Result[], options?: { now: boolean }): void => onWrite({ results: next }, options);
  const proposals = pickable.evidence.filter(
    ({ id, evidence: { kind } }) => !results.some(({ evidence }) => evidence?.id === id && evidence.kind === kind),
  );
  const add = (result: Result): void => {
    write([...results, result], { now: true });
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(':scope > li:last-child textarea')?.focus());
  };
  const pick = ({ id, evidence: { kind } }: EvidenceLine): void =>
    add({ id: newId<'result'>(), text: '', evidence: { kind, id } });
  return (
    <section className={styles.section}>
      <SectionHeading aside={results.length > 1 ? t('order') : undefined}>{t('title')}</SectionHeading>
      {results.length > 0 && (
        <ol ref={list} className={styles.results}>
          {results.map((result, index) => {
            const evidence = result.evidence && evidenceOf(pickable.evidence, result.evidence);
            const said = evidence && words(evidence);
            const name = evidence?.title ?? t('own', { number: index + 1 });
            return (
              <li key={result.id}>
                <div className={styles.resultTop}>
                  <div>
                    <p className={styles.resultName}>{name}</p>
                    {said && <p className={styles.hint}>{[said.what, said.where].filter(Boolean).join(' · ')}</p>}
                    {result.evidence && !evidence && <p className={styles.hint}>{t('gone')}</p>}
                  </div>
                  <div className={styles.acts}>
                    {index > 0 && (
                      <button
                        type="button"
                        className={styles.small}
                        aria-label={t('up', { name })}
                        onClick={() => write(swapped(results, index - 1), { now: true })}
                      >
                        <Icon of={ArrowUp} small />
                      </button>
                    )}
                    {index < results.length - 1 && (
                      <button
                        type="button"
                        className={styles.small}
                        aria-label={t('down', { name })}
                        onClick={() => write(swapped(results, index), { now: true })}
                      >
                        <Icon of={ArrowDown} small />
                      </button>
                    )}
                    <button
                      type="button"
                      className={styles.small}
                      aria-label={t('remove', { name })}
                      onClick={() => write(results.toSpliced(index, 1), { now: true })}
                    >
                      <Icon of={X} small />
                    </button>
                  </div>
                </div>
                <TextArea
                  label={t('text', { name })}
                  value={result.text}
                  rows={2}
                  maxLength={contributionLimits.result}
                  onText={(text) => write(results.with(index, { ...result, text }))}
                />
              </li>
            );
          })}
        </ol>
      )}
      {!isFull && (
        <Button
          icon={<Icon of={Plus} small />}
          onClick={() => add({ id: newId<'result'>(), text: '', evidence: null })}
        >
          {t('addOwn')}
        </Button>
      )}
      <div className={styles.proposals}>
        <GroupHeading>{t('proposals')}</GroupHeading>
        <p className={styles.quiet}>{t(pickable.evidence.length === 0 ? 'noProposals' : 'proposalsWords')}</p>
        <ul className={styles.lines}>
          {proposals.slice(0, isAll ? undefined : SHOWN).map((line) => {
            const said = words(line.evidence);
            return (
              <li key={`${line.evidence.kind} ${line.id}`}>
                <span>
                  {line.evidence.title}
                  <span className={styles.hint}>{[said.what, said.where].filter(Boolean).join(' · ')}</span>
                </span>
                {!isFull && (
                  <Button dense aria-label={t('pickName', { name: line.evidence.title })} onClick={() => pick(line)}>
                    {t('pick')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
        {proposals.length > SHOWN && !isAll && (
          <Button kind="tertiary" onClick={() => setAll(true)}>
            {t('all', { count: proposals.length - SHOWN })}
          </Button>
        )}
      </div>
    </section>
  );
}

/** The list with the item at `index` and the one after it in each other's place. */
const swapped = (results: readonly Result[], index: number): Result[] => {
  const [one, other] = [results[index], results[index + 1]];
  return one && other ? results.toSpliced(index, 2, other, one) : [...results];
};
