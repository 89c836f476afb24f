import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation, useSearch } from 'wouter';
import type { Actor } from '@roer/domain/access/may';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';
import { openDuosOf } from '@roer/domain/learning/duo';
import { openHandoversOf } from '@roer/domain/learning/open-handovers';
import { useTeam } from '../../live/team.ts';
import { Button } from '../../ui/button.tsx';
import rows from '../../ui/button-row.module.css';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { Loaded } from '../organisation/page-states.tsx';
import { handoverAddress } from '../responsibilities/board-address.ts';
import { TeamActLine } from '../responsibilities/team-act-line.tsx';
import { useTeamAct } from '../responsibilities/team-act.ts';
import { DuoRowLine, HandoverRowLine } from './handover-rows.tsx';
import { toHandOver } from './to-hand-over.ts';
import { useHandoverTools } from './handover-words.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './handover.module.css';

const HandoverStart = lazily(() => import('./handover-start.tsx'));
const DuoStart = lazily(() => import('./duo-start.tsx'));

type HandoverPageProps = { readonly teamId: TeamId; readonly actor: Actor };

/** Team › Overdracht: what is being handed over, and how to begin. */
export default function HandoverPage({ teamId, actor }: HandoverPageProps) {
  const query = useTeam(teamId);
  return <Loaded query={query}>{(snapshot) => <Handovers {...{ teamId, actor, snapshot }} />}</Loaded>;
}

type Opened = 'some' | 'all' | { give: ResponsibilityId } | { duo: ResponsibilityId } | null;

/** A link of the panel asks for one of the two forms. */
const askedFor = (search: string): Opened => {
  const given = new URLSearchParams(search);
  const [give, duo] = [given.get('give'), given.get('duo')];
  // Whether the team has such a responsibility is seen by the form.
  if (give !== null) return { give: give as ResponsibilityId };
  return duo === null ? null : { duo: duo as ResponsibilityId };
};

function Handovers({ teamId, actor, snapshot }: HandoverPageProps & { readonly snapshot: TeamSnapshot }) {
  const t = useTranslations('handover');
  const me = actor.personId;
  const tools = useHandoverTools({ teamId, snapshot, me });
  const { act, ...acted } = useTeamAct(me);
  const [, navigate] = useLocation();
  const search = useSearch();
  const [opened, setOpened] = useState<Opened>(null);
  const form = opened ?? askedFor(search);
  usePageTitle(t('title'));
  const open = openHandoversOf(snapshot);
  const duos = openDuosOf(snapshot);
  const done = Object.values(snapshot.handover).filter(({ state }) => state !== 'open');
  const toMe = open.filter(({ receiver }) => receiver === me);
  const mine = open.filter(({ giver }) => giver === me);
  const others = open.filter(({ giver, receiver }) => giver !== me && receiver !== me);
  const about = (['toMe', 'mine', 'others'] as const).find((which) => ({ toMe, mine, others })[which].length > 0);
  const close = (): void => {
    setOpened(null);
    if (search !== '') navigate(handoverAddress(teamId), { replace: true });
  };
  const some = toHandOver(snapshot, me);
  const list = (heading: string, all: typeof open) =>
    all.length > 0 && (
      <section className={styles.section}>
        <SectionHeading>{heading}</SectionHeading>
        <ul>
          {all.map((handover) => (
            <HandoverRowLine key={handover.id} {...{ handover, tools }} />
          ))}
        </ul>
      </section>
    );
  return (
    <>
      <PageLead above={tools.team.teamName} quiet={t(about ? 'lead.quiet' : 'lead.noneQuiet')}>
        {about ? t(`lead.${about}`, { count: { toMe, mine, others }[about].length }) : t('lead.none')}
      </PageLead>
      <div className={styles.tools}>
        {some.length > 0 && (
          <div className={rows.row}>
            <Button kind="primary" onClick={() => setOpened('some')}>
              {t('start')}
            </Button>
            <Button onClick={() => setOpened('all')}>{t('leave')}</Button>
          </div>
        )}
        {some.length === 0 && <p className={styles.quiet}>{t(mine.length > 0 ? 'allMine' : 'nothingMine')}</p>}
      </div>
      <TeamActLine {...acted} />
      {list(t('toMeHeading'), toMe)}
      {list(t('mineHeading'), mine)}
      {list(t('othersHeading'), others)}
      {duos.length > 0 && (
        <section className={styles.section}>
          <SectionHeading aside={t('duosAside')}>{t('duosHeading')}</SectionHeading>
          <ul>
            {duos.map((duo) => (
              <DuoRowLine key={duo.id} {...{ duo, tools }} />
            ))}
          </ul>
        </section>
      )}
      {list(t('doneHeading'), done)}
      {form !== null && (
        <Suspense>
          {typeof form === 'object' && 'duo' in form ? (
            <DuoStart {...{ tools, act }} responsibilityId={form.duo} onClose={close} />
          ) : (
            <HandoverStart
              {...{ tools, act }}
              isLeaving={form === 'all'}
              first={typeof form === 'object' ? form.give : undefined}
              onClose={close}
            />
          )}
        </Suspense>
      )}
    </>
  );
}
