import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { openDuosOf, otherOf } from '@roer/domain/learning/duo';
import { nextSession } from '@roer/domain/learning/duo-sessions';
import { openHandoversOf } from '@roer/domain/learning/open-handovers';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { duoAddress, handoverAddress } from '../responsibilities/board-address.ts';
import type { KnownTeam } from '../responsibilities/team-act.ts';
import { useHandoverTools } from './handover-words.ts';
import styles from './handover.module.css';

type MyHandoversProps = { readonly teams: readonly KnownTeam[]; readonly me: PersonId; readonly today: LocalDate };

/** On Vandaag: what comes to me or goes from me, duos that wait for my yes, and the next day of a duo. */
export default function MyHandovers({ teams, me, today }: MyHandoversProps) {
  const t = useTranslations('handover.today');
  const mine = teams.filter(({ snapshot }) => hasAny(snapshot, me, today));
  if (mine.length === 0) return null;
  return (
    <section>
      <SectionHeading>{t('heading')}</SectionHeading>
      <ul>
        {mine.map((team) => (
          <OfTeam key={team.teamId} {...{ team, me, today }} />
        ))}
      </ul>
    </section>
  );
}

/** A planned session shows from two weeks before its day. */
const daysAhead = 14;
const isMine = ({ giver, receiver }: { giver: PersonId; receiver: PersonId | null }, me: PersonId): boolean =>
  giver === me || receiver === me;

const shownDuos = (snapshot: KnownTeam['snapshot'], me: PersonId, today: LocalDate) =>
  openDuosOf(snapshot).filter((duo) => {
    if (!isMine(duo, me)) return false;
    if (duo.state === 'proposed') return duo.proposedBy !== me;
    const plannedOn = nextSession(duo)?.plannedOn ?? null;
    return plannedOn !== null && plannedOn <= addDays(today, daysAhead);
  });

const hasAny = (snapshot: KnownTeam['snapshot'], me: PersonId, today: LocalDate): boolean =>
  openHandoversOf(snapshot).some((row) => isMine(row, me)) || shownDuos(snapshot, me, today).length > 0;

function OfTeam({ team, me, today }: Omit<MyHandoversProps, 'teams'> & { readonly team: KnownTeam }) {
  const t = useTranslations('handover.today');
  const { snapshot, teamId } = team;
  const { nameOf, titleOf, day } = useHandoverTools({ teamId, snapshot, me });
  return (
    <>
      {openHandoversOf(snapshot)
        .filter((row) => isMine(row, me))
        .map(({ id, giver, receiver, responsibilityId }) => (
          <li key={id} className={styles.line}>
            <Link href={handoverAddress(teamId, { id, responsibilityId })}>{titleOf(responsibilityId)}</Link>
            <p>
              {receiver === me
                ? t('toMe', { from: nameOf(giver) })
                : receiver === null
                  ? t('mineNobody')
                  : t('mine', { to: nameOf(receiver) })}
            </p>
          </li>
        ))}
      {shownDuos(snapshot, me, today).map((duo) => {
        const next = nextSession(duo);
        const name = nameOf(otherOf(duo, me));
        return (
          <li key={duo.id} className={styles.line}>
            <Link href={duoAddress(teamId, duo.id)}>{titleOf(duo.responsibilityId)}</Link>
            <p>
              {duo.state === 'proposed' || !next?.plannedOn
                ? t('duoAsked', { name })
                : t('duoNext', { day: day(next.plannedOn), number: next.number, name })}
            </p>
          </li>
        );
      })}
    </>
  );
}
