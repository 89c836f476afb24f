import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import type { ResponsibilityId } from '@roer/domain/ids';
import { rankOf } from '@roer/domain/learning/cover-level';
import { classNames } from '../../ui/class-names.ts';
import { CoverSign } from '../../ui/cover-sign.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { CoverLine, CoverPerson } from './cover-lines.ts';
import { CoverTitle, CoverWho } from './cover-title.tsx';
import { useCoverWords } from './cover-words.ts';
import type { HandoverTools } from './handover-words.ts';
import styles from './cover.module.css';

export type CoverGroups = {
  readonly groups: readonly { readonly name: 'leaning' | 'shared'; readonly lines: readonly CoverLine[] }[];
  readonly people: readonly CoverPerson[];
  readonly tools: HandoverTools;
  readonly onOpen: (responsibilityId: ResponsibilityId) => void;
};

/** The picture as a table: a column for everybody, the reader's own tinted. */
export function CoverTable({ groups, people, tools, onOpen }: CoverGroups) {
  const t = useTranslations('learning.who');
  const words = useCoverWords();
  const own = (personId: CoverPerson['personId']) => personId === tools.me && styles.own;
  return (
    // A large team is wider than the page; by keyboard one moves along.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label={t('heading')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t('responsibility')}</VisuallyHidden>
            </th>
            {people.map(({ personId, name }) => (
              <th key={personId} scope="col" className={classNames(styles.person, own(personId))}>
                {name}
              </th>
            ))}
            <th scope="col" className={styles.end}>
              {t('alone')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ name, lines }) => (
            <Fragment key={name}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={people.length + 2}>
                  {t(name)}
                </th>
              </tr>
              {lines.map((line) => (
                <tr key={line.responsibility.id}>
                  <th scope="row">
                    <CoverTitle {...{ line, tools, onOpen }} />
                  </th>
                  {line.cells.map((cell) => {
                    const label = words.cell(cell);
                    return (
                      <td key={cell.personId} className={classNames(styles.cell, own(cell.personId))}>
                        {label === undefined ? (
                          <VisuallyHidden>{t('not')}</VisuallyHidden>
                        ) : (
                          <CoverSign steps={rankOf(cell.level)} strand={cell.strand} label={label} />
                        )}
                      </td>
                    );
                  })}
                  <td className={styles.end}>
                    <CoverWho line={line} />
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
