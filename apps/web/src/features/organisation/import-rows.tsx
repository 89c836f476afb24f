import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CatalogueProblem } from '@roer/domain/organisation/catalogue-problem';
import { Button } from '../../ui/button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { Preview } from './use-catalogue-import.ts';
import tree from './catalogue.module.css';

const PAGE = 100;

/** Line, column and reason of what is wrong, in one sentence. */
export const useProblemSentence = (): ((problem: CatalogueProblem) => string) => {
  const t = useTranslations('catalogue.problem');
  return ({ code, line, column, value, otherLine }) => {
    const reason = t(code, { value: value ?? '', line: otherLine ?? 0 });
    if (line === null) return reason;
    return column === null ? t('onLine', { line, reason }) : t('inColumn', { line, column, reason });
  };
};

type ImportRowsProps = {
  readonly entries: Preview['entries'];
  /** How many there are in the file; of a large one the server sends the first. */
  readonly count: number;
};

/** The rows of the file that share an outcome, at most a hundred at a time. */
export function ImportRows({ entries, count }: ImportRowsProps) {
  const t = useTranslations('catalogue.import');
  const problemSentence = useProblemSentence();
  const [limit, setLimit] = useState(PAGE);
  return (
    <div>
      {/* Who scrolls by keyboard can step into the rows. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={tree.scroll} tabIndex={0} role="region" aria-label={t('rows')}>
        <table className={tree.table}>
          <caption>
            <VisuallyHidden>{t('rows')}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('id')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.slice(0, limit).map((entry) => (
              <tr key={entry.line}>
                <td>{entry.line}</td>
                <td>
                  {entry.name === '' ? <span className={tree.quiet}>{t('noName')}</span> : entry.name}
                  {entry.problems.length > 0 && (
                    <ul className={tree.reasons}>
                      {entry.problems.map((problem) => (
                        <li key={`${problem.column}-${problem.code}`}>{problemSentence(problem)}</li>
                      ))}
                    </ul>
                  )}
                </td>
                <td className={tree.id} title={entry.externalId}>
                  {entry.externalId}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {entries.length > limit && (
        <Button kind="tertiary" onClick={() => setLimit((before) => before + PAGE)}>
          {t('more', { count: entries.length - limit })}
        </Button>
      )}
      {entries.length <= limit && entries.length < count && (
        <p className={tree.read}>{t('listed', { shown: entries.length, count })}</p>
      )}
    </div>
  );
}
