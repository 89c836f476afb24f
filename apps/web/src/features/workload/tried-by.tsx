import { useTranslations } from 'use-intl';
import type { TeamSnapshot } from '@roer/domain/feed';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import type { TriedBy } from '../../live/what-if.ts';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import { useMoveWords } from './move-words.ts';
import { useMoveTimeWords } from './time-words.ts';
import type { WhatIfOnScreen } from './use-what-if.ts';
import styles from './try-out.module.css';

type TriedByProps = {
  readonly snapshot: TeamSnapshot;
  readonly names: PeopleNames;
  readonly theirs: TriedBy;
  readonly asItIs: boolean;
  readonly showAsItIs: WhatIfOnScreen['showAsItIs'];
};

/** "Ada probeert iets uit": what the picture shows after, and the way to see it as it is. */
export default function TriedByThem({ snapshot, names, theirs, asItIs, showAsItIs }: TriedByProps) {
  const t = useTranslations('workload.theirs');
  const words = useTranslations('responsibilities');
  const moveWords = useMoveWords(snapshot, names);
  const when = useMoveTimeWords();
  const name = names.short(theirs.personId) ?? words('formerColleague');
  return (
    <div className={styles.theirs}>
      <span className={styles.ring} aria-hidden>
        <Avatar name={names.full(theirs.personId) ?? name} />
      </span>
      <span className={styles.what}>
        <b>{t('title', { name })}</b> {t('words')}
        {theirs.whatIf.moves.map((move) => {
          const { title, way } = moveWords(move);
          return <small key={move.id}>{`${title}, ${way}, ${when(theirs.whatIf)}`}</small>;
        })}
      </span>
      <Button dense onClick={() => showAsItIs(!asItIs)}>
        {t(asItIs ? 'showTheirs' : 'asItIs')}
      </Button>
    </div>
  );
}
