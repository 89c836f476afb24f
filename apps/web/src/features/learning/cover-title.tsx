import { useTranslations } from 'use-intl';
import type { ResponsibilityId } from '@roer/domain/ids';
import type { CoverLine } from './cover-lines.ts';
import { useCoverWords } from './cover-words.ts';
import type { HandoverTools } from './handover-words.ts';
import styles from './cover.module.css';

type CoverTitleProps = {
  readonly line: CoverLine;
  readonly tools: HandoverTools;
  readonly onOpen: (responsibilityId: ResponsibilityId) => void;
};

/** The name of a row, which opens what there is to do about it, and who hands it over before when. */
export function CoverTitle({ line: { responsibility }, tools, onOpen }: CoverTitleProps) {
  const t = useTranslations('learning.who');
  const leaves = Object.values(tools.snapshot.leaveIntent)
    .filter(({ responsibilityId }) => responsibilityId === responsibility.id)
    .toSorted((one, other) => one.before.localeCompare(other.before));
  return (
    <>
      <button type="button" className={styles.title} onClick={() => onOpen(responsibility.id)}>
        {responsibility.title}
      </button>
      {leaves.map(({ id, personId, before }) => (
        <small key={id} className={styles.leaves}>
          {t('leaves', {
            me: String(personId === tools.me),
            name: tools.nameOf(personId),
            day: tools.day(before),
          })}
        </small>
      ))}
    </>
  );
}

/** How many can do it alone, in words. */
export function CoverWho({ line }: { readonly line: CoverLine }) {
  const { who } = useCoverWords();
  const { length } = line.independent;
  return <span className={[styles.nobody, styles.only][length]}>{who(line)}</span>;
}
