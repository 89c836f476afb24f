import { CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { PersonId } from '@roer/domain/ids';
import { today } from '../../live/clock.ts';
import { buttonLook } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import { MyList } from './my-list.tsx';
import { myWork } from './my-responsibilities.ts';
import type { MyTeam } from './my-responsibilities.ts';
import { MyOffers } from './my-offers.tsx';
import { MyStrip } from './my-strip.tsx';
import { useTodayLead } from './today-lead.ts';
import styles from './today.module.css';

type MyWorkProps = { readonly teams: readonly MyTeam[]; readonly me: PersonId; readonly above: string };

/** Everything that is mine, once all my teams are there. */
export function MyWork({ teams, me, above }: MyWorkProps) {
  const t = useTranslations('today');
  const lead = useTodayLead();
  const { total, carries, standsIn, asked, proposed } = useMemo(
    () => myWork({ teams, me, today: today() }),
    [teams, me],
  );
  const { sentence, quiet } = lead({ carries: carries.length, standsIn: standsIn.length, asked: asked.length });
  const mine = carries.length + standsIn.length;
  const [first] = teams;
  const [answered, setAnswered] = useState<string>();
  const hasOffers = asked.length + proposed.length > 0 || answered !== undefined;
  return (
    <>
      <PageLead above={above} quiet={quiet}>
        {sentence}
      </PageLead>
      {teams.map((team) => (
        <MyStrip key={team.teamId} team={team} me={me} isNamed={teams.length > 1} />
      ))}
      <div className={classNames(styles.columns, hasOffers && styles.withOffers)}>
        <section className={styles.work}>
          <SectionHeading
            aside={total > 0 && t('mineOf', { mine, total })}
            more={
              first &&
              teams.length === 1 && (
                <Link href={boardAddress(first.teamId)} className={styles.more}>
                  {t('others')}
                </Link>
              )
            }
          >
            {t('mine')}
          </SectionHeading>
          {mine === 0 && first && (
            <>
              <p className={styles.words}>{t('takeWords')}</p>
              <Link href={boardAddress(first.teamId)} className={buttonLook({ kind: 'primary' })}>
                {t('takeSomething')}
              </Link>
            </>
          )}
          <MyList strand="holder" items={carries} me={me} isNamed={teams.length > 1} />
          <MyList strand="substitute" items={standsIn} me={me} isNamed={teams.length > 1} />
          {mine > 0 && (
            <p className={styles.all}>
              <Icon of={CircleCheck} />
              {t('all')}
            </p>
          )}
        </section>
        {hasOffers && (
          <div className={styles.offers}>
            <div className={styles.asked}>
              {answered !== undefined && (
                <p className={styles.all}>
                  <Icon of={CircleCheck} />
                  {answered}
                </p>
              )}
              <MyOffers
                heading={t('asksAnswer')}
                offers={asked}
                me={me}
                isNamed={teams.length > 1}
                onAnswered={setAnswered}
              />
            </div>
            <MyOffers
              heading={t('iAsked')}
              offers={proposed}
              me={me}
              isNamed={teams.length > 1}
              onAnswered={setAnswered}
            />
          </div>
        )}
      </div>
    </>
  );
}
