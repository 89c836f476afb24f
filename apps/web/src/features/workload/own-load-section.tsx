import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { LocalDate } from '@roer/domain/dates';
import { isoWeek } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { Button } from '../../ui/button.tsx';
import { Level, LevelKey } from '../../ui/level.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { useLevelHours } from '../../ui/use-level-hours.ts';
import { loadAddress } from '../responsibilities/board-address.ts';
import type { KnownTeam } from '../responsibilities/team-act.ts';
import { askedIn, levelWeekIn } from './week-figures.ts';
import { OrganisingEstimateForm } from './organising-estimate.tsx';
import { OwnLoadLead } from './own-load-lead.tsx';
import { OwnWeekWhy } from './own-week-why.tsx';
import { useOwnLoad } from './use-own-load.ts';
import styles from './own-load.module.css';

type OwnLoadSectionProps = { readonly teams: readonly KnownTeam[]; readonly me: PersonId; readonly today: LocalDate };

/** My own twelve weeks over all my teams, each explained in one click, with my own guess of organising. Only I see it. */
export default function OwnLoadSection({ teams, me, today }: OwnLoadSectionProps) {
  const t = useTranslations('planning.own');
  const whole = useLevelHours();
  const { load, estimates, usual } = useOwnLoad({ teams, me, today });
  const [chosen, setChosen] = useState<string>();
  const { weeks } = load;
  const [now] = weeks;
  const shown = weeks.find(({ monday }) => monday === chosen);
  // This week last: too little is left of it to move much.
  const full = [...weeks.slice(1), now].find((week) => week && week.over.likely > 0);
  const [home] = teams;
  const hasHours = weeks.some(({ contract }) => contract > 0);
  const toggle = (monday: string): void => setChosen((before) => (before === monday ? undefined : monday));
  if (!now) return null;
  return (
    <section className={styles.own}>
      <SectionHeading aside={t('onlyYou')}>{t('heading')}</SectionHeading>
      {hasHours ? (
        <>
          <p className={styles.lead}>
            <OwnLoadLead load={load} />
          </p>
          <Level
            sentence={t('sentence')}
            weeks={weeks.map((week) => levelWeekIn(week, 'likely'))}
            nowId={now.monday}
            selectedId={chosen}
            onSelect={toggle}
          />
          <LevelKey mine />
          <div className={styles.asks}>
            <Button kind="tertiary" dense aria-expanded={chosen === now.monday} onClick={() => toggle(now.monday)}>
              {t('whyNow', { week: isoWeek(now.monday), hours: whole(askedIn(now, 'likely')) })}
            </Button>
            {full && home && (
              <Link className={styles.more} href={loadAddress(home.teamId)}>
                {t('whatFits', { week: isoWeek(full.monday) })}
              </Link>
            )}
          </div>
          {shown && <OwnWeekWhy {...{ teams, me, today }} week={shown} />}
        </>
      ) : (
        <p className={styles.lead}>{t('noHours')}</p>
      )}
      {estimates && <OrganisingEstimateForm {...{ today, estimates, usual }} />}
    </section>
  );
}
