import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ResponsibilityId } from '@roer/domain/ids';
import { coverLevels, rankOf } from '@roer/domain/learning/cover-level';
import { Button } from '../../ui/button.tsx';
import { CoverSign } from '../../ui/cover-sign.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { NARROW, useMediaQuery } from '../../ui/use-media-query.ts';
import type { CoverLine, CoverPerson } from './cover-lines.ts';
import { CoverList } from './cover-list.tsx';
import { CoverTable } from './cover-table.tsx';
import type { HandoverTools } from './handover-words.ts';
import styles from './cover.module.css';

type CoverMatrixProps = {
  readonly picture: { leaning: CoverLine[]; shared: CoverLine[]; people: CoverPerson[] };
  readonly tools: HandoverTools;
  readonly onOpen: (responsibilityId: ResponsibilityId) => void;
};

/** Rows until the reader asks for all of them. */
const shownAtFirst = 12;

/** Wie kan wat: everything that the team carries by everybody in it. */
export function CoverMatrix({ picture: { leaning, shared, people }, tools, onOpen }: CoverMatrixProps) {
  const t = useTranslations('learning');
  const isNarrow = useMediaQuery(NARROW);
  const [isAll, setAll] = useState(false);
  const total = leaning.length + shared.length;
  // One more row costs less than a button.
  const hidden = isAll || total <= shownAtFirst + 1 ? 0 : total - shownAtFirst;
  const groups = [
    { name: 'leaning', lines: hidden > 0 ? leaning.slice(0, shownAtFirst) : leaning },
    {
      name: 'shared',
      lines: hidden > 0 ? shared.slice(0, Math.max(0, shownAtFirst - leaning.length)) : shared,
    },
  ] as const;
  const shown = groups.filter(({ lines }) => lines.length > 0);
  const given = { groups: shown, people, tools, onOpen };
  return (
    <section>
      <SectionHeading>{t('who.heading')}</SectionHeading>
      <CoverLegend />
      {isNarrow ? <CoverList {...given} /> : <CoverTable {...given} />}
      {hidden > 0 && (
        <Button kind="tertiary" dense onClick={() => setAll(true)}>
          {t('who.more', { count: hidden })}
        </Button>
      )}
    </section>
  );
}

function CoverLegend() {
  const t = useTranslations('learning');
  return (
    <ul className={styles.legend} aria-label={t('who.legend')}>
      {coverLevels.map((level) => (
        <li key={level}>
          <CoverSign steps={rankOf(level)} />
          {t(`levels.${level}`)}
        </li>
      ))}
      {(['carries', 'standsIn'] as const).map((strand) => (
        <li key={strand}>
          <CoverSign steps={3} strand={strand} />
          {t(`strand.${strand}`)}
        </li>
      ))}
    </ul>
  );
}
