import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PersonId, TeamId } from '@roer/domain/ids';
import type { ResponsibilityTalent } from '@roer/domain/learning/talent-card';
import { deriveBoard } from '@roer/domain/responsibilities/coverage';
import { today } from '../../live/clock.ts';
import { useTeam } from '../../live/team.ts';
import { Button } from '../../ui/button.tsx';
import { GroupHeading } from '../../ui/section-heading.tsx';
import { Loaded } from '../organisation/page-states.tsx';
import { EnergyChoice } from './energy-choice.tsx';
import styles from './talents.module.css';

type TalentTeamProps = {
  readonly teamId: TeamId;
  readonly teamName: string;
  readonly about: ReadonlyMap<string, ResponsibilityTalent>;
  readonly me: PersonId;
  readonly onSay: (talent: ResponsibilityTalent) => void;
};

/** A quiet row for each responsibility of one of my teams: mine, and those I said something of, first. */
export function TalentTeam({ teamId, ...given }: TalentTeamProps) {
  const query = useTeam(teamId);
  return <Loaded query={query}>{(snapshot) => <Rows snapshot={snapshot} {...given} />}</Loaded>;
}

type RowsProps = Omit<TalentTeamProps, 'teamId'> & { readonly snapshot: Parameters<typeof deriveBoard>[0] };

function Rows({ snapshot, teamName, about, me, onSay }: RowsProps) {
  const t = useTranslations('contribution.talents');
  const day = today();
  const [isAll, setAll] = useState(false);
  // What was said here keeps its place until the page is opened again.
  const [saidBefore] = useState(() => new Set(about.keys()));
  const { own, others } = useMemo(() => {
    const all = deriveBoard(snapshot, { today: day }).flatMap(({ responsibilities }) => responsibilities);
    const isOwn = ({ id, holders, substitutes }: (typeof all)[number]): boolean =>
      saidBefore.has(id) || [...holders, ...substitutes].some(({ personId }) => personId === me);
    return { own: all.filter(isOwn), others: all.filter((row) => !isOwn(row)) };
  }, [snapshot, day, saidBefore, me]);
  const rows = isAll || own.length === 0 ? [...own, ...others] : own;
  return (
    <section className={styles.group}>
      <GroupHeading>{teamName}</GroupHeading>
      {rows.length === 0 && <p className={styles.quiet}>{t('noRows')}</p>}
      <ul>
        {rows.map(({ id, title, holders, substitutes }) => {
          const said = about.get(id);
          const carries = holders.some(({ personId }) => personId === me);
          const standsIn = substitutes.some(({ personId }) => personId === me);
          return (
            <li key={id} className={styles.row}>
              <span className={styles.name}>
                {title}
                {(carries || standsIn) && <small>{t(carries ? 'carries' : 'standsIn')}</small>}
              </span>
              <EnergyChoice
                name={title}
                energy={said?.energy ?? null}
                wantsToLearn={said?.wantsToLearn ?? false}
                onSay={(next) => onSay({ responsibilityId: id, ...next })}
              />
            </li>
          );
        })}
      </ul>
      {rows.length < own.length + others.length && (
        <Button kind="tertiary" onClick={() => setAll(true)}>
          {t('others', { count: others.length, team: teamName })}
        </Button>
      )}
    </section>
  );
}
