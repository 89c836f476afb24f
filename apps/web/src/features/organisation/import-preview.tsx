import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { isFileProblem } from '@roer/domain/organisation/catalogue-problem';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { SegmentedFilter } from '../../ui/segmented-filter.tsx';
import { ImportRows, useProblemSentence } from './import-rows.tsx';
import type { CatalogueImport, Preview } from './use-catalogue-import.ts';
import tree from './catalogue.module.css';

const outcomes = ['wrong', 'skipped', 'new', 'changed', 'same'] as const;
type Outcome = (typeof outcomes)[number];

type ImportPreviewProps = { readonly preview: Preview; readonly steps: CatalogueImport };

/** What the import would do: first in a sentence, then row by row. */
export function ImportPreview({ preview, steps }: ImportPreviewProps) {
  const t = useTranslations('catalogue.import');
  const problemSentence = useProblemSentence();
  const format = useFormatter();
  const { counts, dialect, writable } = preview;
  const shown = outcomes.filter((outcome) => counts[outcome] > 0);
  const [chosen, setChosen] = useState<Outcome>();
  const outcome = chosen !== undefined && shown.includes(chosen) ? chosen : shown[0];
  const fileProblems = preview.problems.filter(isFileProblem);
  const toWrite = counts.new + counts.changed;
  const nothingNew = writable && toWrite === 0;
  const isWrong = counts.wrong > 0;
  const parts = shown.map((value) => t(`part.${value}`, { count: counts[value] }));
  const quiet = nothingNew ? 'nothingChanges' : isWrong || counts.skipped > 0 ? 'nothingYet' : 'nothingWrong';

  if (fileProblems.length > 0) {
    return (
      <div className={tree.tools} role="alert">
        <p className={tree.sentence}>
          {t('fileWrong')} <span>{t('nothingWritten')}</span>
        </p>
        <ul className={tree.reasons}>
          {fileProblems.map((problem) => (
            <li key={`${problem.line}-${problem.code}-${problem.value}`}>{problemSentence(problem)}</li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <>
      <div className={tree.tools}>
        <p className={tree.sentence} role="status">
          {t('counts', { total: preview.entryCount, parts: format.list(parts) })} <span>{t(quiet)}</span>
        </p>
        {dialect && (
          <p className={tree.read}>
            {t('read', {
              encoding: t(`encoding.${dialect.encoding}`),
              delimiter: t(`delimiter.${nameOfDelimiter(dialect.delimiter)}`),
              columns: Object.values(dialect.columns).join(', '),
            })}
          </p>
        )}
      </div>
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
              notYet={isWrong ? t('notYet') : undefined}
              onClick={() => void steps.write()}
            >
              {t('write', { count: toWrite })}
            </Button>
          )}
        </div>
      )}
      {shown.length > 1 && (
        <div className={tree.tools}>
          <SegmentedFilter
            label={t('filter')}
            value={outcome ?? 'new'}
            onChoose={(value) => setChosen(outcomes.find((each) => each === value))}
            segments={shown.map((value) => ({ value, label: t(`outcome.${value}`), count: counts[value] }))}
          />
        </div>
      )}
      {outcome && (
        <ImportRows
          key={outcome}
          entries={preview.entries.filter((entry) => entry.outcome === outcome)}
          count={counts[outcome]}
        />
      )}
    </>
  );
}

const nameOfDelimiter = (delimiter: string): 'comma' | 'semicolon' | 'tab' =>
  delimiter === ',' ? 'comma' : delimiter === ';' ? 'semicolon' : 'tab';
