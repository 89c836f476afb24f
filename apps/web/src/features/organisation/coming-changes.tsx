import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { middayOf } from '@roer/domain/dates';
import type { TeamId } from '@roer/domain/ids';
import { useComing } from './reorganising-queries.ts';
import { upcomingPlace } from './upcoming-place.ts';
import styles from './reorganising.module.css';

type ComingChangesProps = { readonly teams: readonly { readonly teamId: TeamId; readonly teamName: string }[] };

/** On Vandaag: that a team of mine will change, on which day, and where it says what that means. Nothing when nothing is announced. */
export default function ComingChanges({ teams }: ComingChangesProps) {
  const t = useTranslations('reorganising.coming');
  const format = useFormatter();
  const { data: plans = [] } = useComing();
  return plans.map(({ id, name, effectiveOn, teamId }) => {
    const team = teams.find((each) => each.teamId === teamId)?.teamName;
    if (team === undefined) return null;
    const date = format.dateTime(middayOf(effectiveOn), { weekday: 'long', day: 'numeric', month: 'long' });
    return (
      <p key={`${id} ${teamId}`} className={styles.coming}>
        {t.rich('line', {
          team,
          date,
          name,
          link: (words) => <Link href={`/team/${teamId}/members#${upcomingPlace}`}>{words}</Link>,
        })}
      </p>
    );
  });
}
