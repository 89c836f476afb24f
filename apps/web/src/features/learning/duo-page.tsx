import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Actor } from '@roer/domain/access/may';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { DuoId, TeamId } from '@roer/domain/ids';
import { otherOf } from '@roer/domain/learning/duo';
import { duoCommands } from '@roer/domain/learning/duo-commands';
import { nextSession } from '@roer/domain/learning/duo-sessions';
import type { DuoRow } from '@roer/domain/learning/handover-rows';
import { useTeam } from '../../live/team.ts';
import { Button } from '../../ui/button.tsx';
import rows from '../../ui/button-row.module.css';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { Loaded } from '../organisation/page-states.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import { teamCommand } from '../responsibilities/commands.ts';
import { TeamActLine } from '../responsibilities/team-act-line.tsx';
import { useTeamAct } from '../responsibilities/team-act.ts';
import { DuoSessionSheet } from './duo-session.tsx';
import type { SessionNumber } from '@roer/domain/learning/duo';
import { isSessionNumber } from './session-number.ts';
import { useHandoverTools } from './handover-words.ts';
import type { HandoverTools } from './handover-words.ts';
import styles from './handover.module.css';

type DuoPageProps = { readonly teamId: TeamId; readonly id: DuoId; readonly actor: Actor };

/** Team › a duo: five sessions in which one tells the other what they know, with questions that help. */
export default function DuoPage({ teamId, id, actor }: DuoPageProps) {
  const query = useTeam(teamId);
  return (
    <Loaded query={query}>{(snapshot) => <OneDuo {...{ teamId, actor, snapshot }} duo={snapshot.duo[id]} />}</Loaded>
  );
}

type OneDuoProps = Omit<DuoPageProps, 'id'> & { readonly snapshot: TeamSnapshot; readonly duo: DuoRow | undefined };

function OneDuo({ teamId, actor, snapshot, duo }: OneDuoProps) {
  const t = useTranslations('handover');
  const me = actor.personId;
  const tools = useHandoverTools({ teamId, snapshot, me });
  const { act, ...acted } = useTeamAct(me);
  const lead = useDuoLead(tools);
  usePageTitle(t('duoTitle'));
  if (!duo)
    return (
      <>
        <PageLead above={tools.team.teamName}>{t('duo.goneTitle')}</PageLead>
        <p className={styles.words}>{t('duo.goneWords')}</p>
      </>
    );
  const { id: duoId, responsibilityId, state } = duo;
  const isMine = duo.giver === me || duo.receiver === me;
  const context = { actorId: me, today: tools.today };
  const input = { duoId, responsibilityId };
  const { sentence, quiet } = lead(duo);
  const next = nextSession(duo);
  return (
    <>
      <PageLead above={tools.team.teamName} quiet={quiet}>
        {sentence}
      </PageLead>
      <TeamActLine {...acted} />
      {state === 'proposed' && isMine && (
        <div className={styles.tools}>
          <div className={rows.row}>
            {duo.proposedBy !== me && (
              <Button
                kind="primary"
                onClick={() =>
                  void act(
                    [{ team: tools.team, command: teamCommand(duoCommands.agreeDuo, input, context) }],
                    t('duo.done.agree'),
                  )
                }
              >
                {t('duo.agree')}
              </Button>
            )}
            <Button
              onClick={() =>
                void act(
                  [{ team: tools.team, command: teamCommand(duoCommands.withdrawDuo, input, context) }],
                  t('duo.done.decline'),
                )
              }
            >
              {t(duo.proposedBy === me ? 'duo.takeBack' : 'duo.decline')}
            </Button>
          </div>
        </div>
      )}
      <section className={styles.section}>
        <SectionHeading aside={t('duo.sessionsAside')}>{t('duo.sessions')}</SectionHeading>
        <div className={styles.sessions}>
          {duo.sessions.map((session) =>
            isSessionNumber(session.number) ? (
              <DuoSessionSheet
                key={session.number}
                {...{ tools, duo, act, session }}
                number={session.number}
                isNext={state === 'running' && next?.number === session.number}
              />
            ) : null,
          )}
        </div>
      </section>
      <div className={styles.back}>
        {state === 'running' && isMine && (
          <Button
            kind="tertiary"
            onClick={() =>
              void act(
                [{ team: tools.team, command: teamCommand(duoCommands.endDuo, input, context) }],
                t('duo.done.end'),
              )
            }
          >
            {t('duo.end')}
          </Button>
        )}
        <p>
          <Link href={boardAddress(teamId, responsibilityId)}>{t('toBoard')}</Link>
        </p>
      </div>
    </>
  );
}

/** The sentence of the page, and what comes next in grey. */
const useDuoLead = ({ me, nameOf, titleOf }: HandoverTools) => {
  const t = useTranslations('handover.duo');
  const nextWords = (number: SessionNumber): string => {
    const name = t(`prompts.s${number}.name`);
    // The name of one is a question, and ends as it is.
    return t('lead.next', { number, name, end: name.endsWith('?') ? '' : '.' });
  };
  return (duo: DuoRow): { sentence: string; quiet: string | undefined } => {
    const { giver, receiver, state } = duo;
    const words = {
      title: titleOf(duo.responsibilityId),
      from: nameOf(giver),
      to: nameOf(receiver),
      name: nameOf(otherOf(duo, me)),
    };
    const isMine = giver === me || receiver === me;
    if (state === 'proposed') {
      const whose = !isMine ? 'proposedOther' : duo.proposedBy === me ? 'proposedByMe' : 'proposedToMe';
      return { sentence: t(`lead.${whose}`, words), quiet: undefined };
    }
    if (state === 'ended') return { sentence: t('lead.ended', words), quiet: t('lead.endedQuiet') };
    const whose = giver === me ? 'giver' : receiver === me ? 'receiver' : 'running';
    const next = nextSession(duo)?.number;
    return {
      sentence: t(`lead.${whose}`, words),
      quiet: isSessionNumber(next) ? nextWords(next) : undefined,
    };
  };
};
