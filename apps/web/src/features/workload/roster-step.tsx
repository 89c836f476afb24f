import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import Lock from 'lucide-react/icons/lock';
import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { middayOf } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import type { RosterView } from '@roer/domain/workload/check-in';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import rows from '../../ui/button-row.module.css';
import { RosterChanges } from './roster-changes.tsx';
import { RosterTeam } from './roster-team.tsx';
import { useAnswerDays } from './epoch-words.ts';
import type { CheckIn } from './use-check-in.ts';
import { RefusedNotice } from './refused-notice.tsx';
import styles from './roster.module.css';

const bold = (words: ReactNode) => <b>{words}</b>;

type RosterStepProps = {
  readonly roster: RosterView;
  readonly isConfirmed: boolean;
  readonly checkIn: CheckIn;
  readonly meId: PersonId;
};

/** Whose answers are counted with mine: to be looked at and confirmed before the first answer (rule P17). */
export function RosterStep({ roster, isConfirmed, checkIn, meId }: RosterStepProps) {
  const t = useTranslations('check-in.names');
  const format = useFormatter();
  const date = (day: string) => format.dateTime(middayOf(day), { day: 'numeric', month: 'long' });
  const isLater = checkIn.view?.state === 'group' && roster.opensOn > (checkIn.view.now?.startsOn ?? '');
  return (
    <div className={styles.page}>
      <PageLead quiet={t('leadQuiet')}>{t('lead')}</PageLead>
      <p className={styles.intro}>
        {t(isLater ? 'introLater' : 'intro', { from: date(roster.opensOn), until: date(roster.until) })}
      </p>
      <RefusedNotice checkIn={checkIn} />
      <section className={styles.sheet}>
        {roster.teams.map((team) => (
          <RosterTeam key={team.name} team={team} meId={meId} />
        ))}
        {roster.teams.length > 1 && <p className={styles.note}>{t('joined')}</p>}
        <RosterChanges roster={roster} />
        {isConfirmed ? (
          <div className={styles.confirmed}>
            <p>{t('confirmed')}</p>
            <Link href="/check-in" className={buttonLook({ kind: 'secondary' })}>
              {t('onwards')}
            </Link>
          </div>
        ) : (
          <Question {...{ roster, checkIn }} />
        )}
      </section>
      <Afterwards {...{ checkIn, roster }} />
    </div>
  );
}

function Question({ roster, checkIn }: Pick<RosterStepProps, 'roster' | 'checkIn'>) {
  const t = useTranslations('check-in.names');
  const sentence = useFailureSentence();
  const format = useFormatter();
  const wrongId = useId();
  // Only on this screen: nothing of it is kept anywhere.
  const [isWrong, setWrong] = useState(false);
  return (
    <>
      <h3>{t('right')}</h3>
      {checkIn.failure && <ErrorNotice title={sentence(checkIn.failure)} />}
      <div className={rows.row}>
        <Button kind="primary" busy={checkIn.busy} onClick={() => void checkIn.confirm(roster)}>
          {t('yes')}
        </Button>
        <Button kind="tertiary" aria-expanded={isWrong} aria-controls={wrongId} onClick={() => setWrong(!isWrong)}>
          {t('no')}
        </Button>
      </div>
      <div id={wrongId} className={styles.wrong} hidden={!isWrong}>
        <p>{t('wrong.wait')}</p>
        <p>{t('wrong.ask')}</p>
        <p>{t('wrong.when', { date: format.dateTime(middayOf(roster.until), { day: 'numeric', month: 'long' }) })}</p>
        <p>{t('wrong.nothing')}</p>
      </div>
      <p className={styles.secret}>
        <Icon of={Lock} small />
        {t('secret')}
      </p>
    </>
  );
}

/** What comes after the names, and when. */
function Afterwards({ roster, checkIn }: Pick<RosterStepProps, 'roster' | 'checkIn'>) {
  const t = useTranslations('check-in.names');
  const { daysOf, daysAfter } = useAnswerDays();
  const { view } = checkIn;
  const isNow = view?.state === 'group' && view.now !== null && roster.opensOn <= view.now.startsOn;
  const first = isNow && view.now ? daysOf(view.now) : daysAfter(roster.opensOn);
  return <p className={styles.after}>{t.rich('after', { b: bold, ...first })}</p>;
}
