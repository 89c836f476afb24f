import { useTranslations } from 'use-intl';
import { rankOf } from '@roer/domain/learning/cover-level';
import { CoverSign } from '../../ui/cover-sign.tsx';
import { GroupHeading } from '../../ui/section-heading.tsx';
import type { CoverCell } from './cover-lines.ts';
import type { CoverGroups } from './cover-table.tsx';
import { CoverTitle, CoverWho } from './cover-title.tsx';
import { useCoverWords } from './cover-words.ts';
import styles from './cover.module.css';

/** Who carries it first, then who stands in, then the others, as in a row of the table from strong to thin. */
const order = ({ strand }: CoverCell): number => (strand === 'carries' ? 0 : strand === 'standsIn' ? 1 : 2);

/** The picture where a table does not fit: of each responsibility only who has something to do with it. */
export function CoverList({ groups, tools, onOpen }: CoverGroups) {
  const t = useTranslations('learning.who');
  const words = useCoverWords();
  return groups.map(({ name, lines }) => (
    <div key={name} className={styles.listed}>
      <GroupHeading>{t(name)}</GroupHeading>
      <ul>
        {lines.map((line) => {
          const cells = line.cells
            .filter((cell) => words.cell(cell) !== undefined)
            .toSorted((one, other) => order(one) - order(other));
          return (
            <li key={line.responsibility.id} className={styles.line}>
              <div className={styles.named}>
                <div>
                  <CoverTitle {...{ line, tools, onOpen }} />
                </div>
                <CoverWho line={line} />
              </div>
              {cells.length > 0 && (
                <ul className={styles.cells}>
                  {cells.map((cell) => (
                    <li key={cell.personId}>
                      {cell.name}
                      <CoverSign steps={rankOf(cell.level)} strand={cell.strand} label={words.cell(cell)} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  ));
}
