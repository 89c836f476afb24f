import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Actor } from '@roer/domain/access/may';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { HandoverId, TeamId } from '@roer/domain/ids';
import { leftToTick } from '@roer/domain/learning/handover-items';
import type { HandoverRow } from '@roer/domain/learning/handover-rows';
import { useTeam } from '../../live/team.ts';
import { buttonLook } from '../../ui/button.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Loaded } from '../organisation/page-states.tsx';
import { boardAddress, handoverAddress } from '../responsibilities/board-address.ts';
import { TeamActLine } from '../responsibilities/team-act-line.tsx';
import { useTeamAct } from '../responsibilities/team-act.ts';
import { HandoverActs } from './handover-acts.tsx';
import { HandoverItems } from './handover-items.tsx';
import { useHandoverTools } from './handover-words.ts';
import type { HandoverTools } from './handover-words.ts';
import styles from './handover.module.css';

type OneHandoverProps = { readonly teamId: TeamId; readonly id: HandoverId; readonly actor: Actor };

/** Team › Overdracht › one of them: the list that giver and receiver tick, each their own side, and how it ends. */
export default function OneHandoverPage({ teamId, id, actor }: OneHandoverProps) {
  const query = useTeam(teamId);
  return (
    <Loaded query={query}>
      {(snapshot) => <OneHandover {...{ teamId, actor, snapshot }} handover={snapshot.handover[id]} />}
    </Loaded>
  );
}

type Shown = Omit<OneHandoverProps, 'id'> & {
  readonly snapshot: TeamSnapshot;
  readonly handover: HandoverRow | undefined;
};

function OneHandover({ teamId, actor, snapshot, handover }: Shown) {
  const t = useTranslations('handover');
  const tools = useHandoverTools({ teamId, snapshot, me: actor.personId });
  const { act, ...acted } = useTeamAct(actor.personId);
  usePageTitle(t('title'));
  const back = (
    <p className={styles.back}>
      <Link href={handoverAddress(teamId)}>{t('back')}</Link>
    </p>
  );
  if (!handover)
    return (
      <>
        <PageLead above={tools.team.teamName}>{t('page.goneTitle')}</PageLead>
        <p className={styles.words}>{t('page.goneWords')}</p>
        {back}
      </>
    );
  const { responsibilityId, receiver } = handover;
  const left = leftToTick(handover);
  const isOpen = handover.state === 'open';
  return (
    <>
      <PageLead
        above={tools.team.teamName}
        quiet={
          isOpen && receiver !== null ? t('page.quiet', { count: Math.max(left.giver, left.receiver) }) : undefined
        }
      >
        <Lead {...{ tools, handover }} />
      </PageLead>
      <TeamActLine {...acted} />
      {isOpen ? (
        <div className={styles.columns}>
          <HandoverItems {...{ tools, handover, act }} />
          <HandoverActs {...{ tools, handover, act }} />
        </div>
      ) : (
        <>
          <p className={styles.words}>{t('page.endedWords')}</p>
          <Link href={boardAddress(teamId, responsibilityId)} className={buttonLook({ kind: 'secondary' })}>
            {t('toBoard')}
          </Link>
        </>
      )}
      {back}
    </>
  );
}

/** The sentence of the page: who hands what over to whom, or what came of it. */
function Lead({ tools, handover }: { readonly tools: HandoverTools; readonly handover: HandoverRow }) {
  const t = useTranslations('handover.page');
  const { nameOf, titleOf, me } = tools;
  const { giver, receiver, state } = handover;
  const words = {
    title: titleOf(handover.responsibilityId),
    from: nameOf(giver),
    to: receiver ? nameOf(receiver) : '',
  };
  if (state === 'accepted') return t(receiver === me ? 'acceptedMe' : 'accepted', words);
  if (state !== 'open') return t('returned', words);
  if (giver === me) return t(receiver === null ? 'giverNobody' : 'giver', words);
  if (receiver === me) return t('receiver', words);
  return t(receiver === null ? 'otherNobody' : 'other', words);
}
