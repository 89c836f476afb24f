import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { today as dayNow } from '../../live/clock.ts';
import { dayOf } from '../responsibilities/last-day.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import type { KnownTeam } from '../responsibilities/team-act.ts';

/** What every page about handing over needs: the team, who is reading, how people are called and how a day is said. */
export type HandoverTools = {
  team: KnownTeam;
  teamId: TeamId;
  snapshot: TeamSnapshot;
  me: PersonId;
  today: LocalDate;
  /** "jou" for the reader: never what a sentence begins with. */
  nameOf: (personId: PersonId) => string;
  day: (date: LocalDate) => string;
  titleOf: (responsibilityId: string) => string;
};

export const useHandoverTools = ({
  teamId,
  snapshot,
  me,
}: Pick<HandoverTools, 'teamId' | 'snapshot' | 'me'>): HandoverTools => {
  const words = useTranslations('responsibilities');
  const t = useTranslations('handover');
  const format = useFormatter();
  const names = useMemo(() => namesIn(snapshot), [snapshot]);
  return {
    team: { teamId, teamName: snapshot.team[teamId]?.name ?? '', snapshot },
    teamId,
    snapshot,
    me,
    today: dayNow(),
    nameOf: (personId) => (personId === me ? t('you') : (names.short(personId) ?? words('formerColleague'))),
    day: (date) => dayOf(format, date),
    titleOf: (responsibilityId) => snapshot.responsibility[responsibilityId]?.title ?? '',
  };
};
