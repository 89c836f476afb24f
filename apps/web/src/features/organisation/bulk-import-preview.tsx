import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SegmentedFilter } from '../../ui/segmented-filter.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useImportProblem } from './bulk-import-problem.ts';
import type { BulkImport, ImportPreview } from './use-bulk-import.ts';
import tree from './catalogue.module.css';

const outcomes = ['wrong', 'skipped', 'new', 'changed', 'same'] as const;

type BulkImportPreviewProps = { readonly preview: ImportPreview; readonly steps: BulkImport };

/** What the import would do: first in a sentence, then what is wrong, then some of its rows. */
export function BulkImportPreview({ preview, steps }: BulkImportPreviewProps) {
  const t = useTranslations('imports');
  const format = useFormatter();
  const { counts, writable } = preview;
  const shown = outcomes.filter((outcome) => counts[outcome] > 0);
  const total = shown.reduce((sum, outcome) => sum + counts[outcome], 0);
  const toWrite = counts.new + counts.changed;
  const isWrong = counts.wrong > 0;
  const quiet = !isWrong && toWrite === 0 ? 'nothingChanges' : isWrong ? 'nothingYet' : 'nothingWrong';
  return (
    <>
      <p className={tree.sentence} role="status">
        {t('counts', { total, parts: format.list(shown.map((each) => t(`part.${each}`, { count: counts[each] }))) })}{' '}
        <span>{t(quiet)}</span>
      </p>
      {(isWrong || steps.skipWrongRows || toWrite > 0) && (
        <div className={tree.tools}>
          {(isWrong || steps.skipWrongRows) && (
            <Checkbox checked={steps.skipWrongRows} onTick={(skipWrongRows) => void steps.lookAgain({ skipWrongRows })}>
              {t('skip')}
            </Checkbox>
          )}
          {toWrite > 0 && (
            <Button
              kind="primary"
              busy={steps.busy}
              notYet={isWrong || !writable ? t('notYet') : undefined}
              onClick={() => void steps.start()}
            >
              {t('write', { count: toWrite })}
            </Button>
          )}
        </div>
      )}
      <WrongRows preview={preview} />
      <SampleRows preview={preview} shown={shown.filter((outcome) => outcome !== 'wrong')} />
    </>
  );
}

function WrongRows({ preview: { problems, problemCount } }: { readonly preview: ImportPreview }) {
  const t = useTranslations('imports');
  const problemSentence = useImportProblem();
  if (problems.length === 0) return null;
  return (
    <section>
      <h2>{t('wrongRows')}</h2>
      {/* Who scrolls by keyboard can step into the rows. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={tree.scroll} tabIndex={0} role="region" aria-label={t('wrongRows')}>
        <ul className={tree.reasons}>
          {problems.map((problem) => (
            <li key={`${problem.line}-${problem.column}-${problem.reason}-${problem.value}`}>
              {problemSentence(problem)}
            </li>
          ))}
        </ul>
      </div>
      {problemCount > problems.length && (
        <p className={tree.read}>{t('listed', { shown: problems.length, count: problemCount })}</p>
      )}
    </section>
  );
}

type SampleRowsProps = {
  readonly preview: ImportPreview;
  readonly shown: readonly ImportPreview['sample'][number]['outcome'][];
};

function SampleRows({ preview: { sample }, shown }: SampleRowsProps) {
  const t = useTranslations('imports');
  const format = useFormatter();
  const [chosen, setChosen] = useState<string>();
  const there = shown.filter((outcome) => sample.some((row) => row.outcome === outcome));
  const outcome = there.find((each) => each === chosen) ?? there[0];
  if (outcome === undefined) return null;
  return (
    <section>
      <h2>{t('sample')}</h2>
      {there.length > 1 && (
        <div className={tree.tools}>
          <SegmentedFilter
            label={t('filter')}
            value={outcome}
            onChoose={setChosen}
            segments={there.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          />
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={tree.scroll} tabIndex={0} role="region" aria-label={t('sample')}>
        <table className={tree.table}>
          <caption>
            <VisuallyHidden>{t('sample')}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('field.team')}</th>
              <th scope="col">{t('field.hours')}</th>
            </tr>
          </thead>
          <tbody>
            {sample
              .filter((row) => row.outcome === outcome)
              .map((row) => (
                <tr key={row.line}>
                  <td>{row.line}</td>
                  <td>
                    {row.name}
                    {row.people.length > 0 && <div className={tree.quiet}>{format.list(row.people)}</div>}
                  </td>
                  <td>{row.team ?? '–'}</td>
                  <td>
                    {row.minutesAWeek === null
                      ? '–'
                      : format.number(row.minutesAWeek / 60, { maximumFractionDigits: 2 })}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
