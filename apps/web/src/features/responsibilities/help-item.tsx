import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { HelpRow } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { helpCommands } from '@roer/domain/responsibilities/help-commands';
import { today } from '../../live/clock.ts';
import { PersonName } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { teamCommand } from './commands.ts';
import { namesIn } from './people-names.ts';
import type { KnownTeam, TeamAct } from './team-act.ts';
import styles from './help.module.css';

type HelpItemProps = {
  readonly team: KnownTeam;
  readonly help: HelpRow;
  readonly me: PersonId;
  /** Named where there are several teams. */
  readonly teamName: string | null;
  readonly act: TeamAct['act'];
};

/** What somebody asks or offers: what it is, of whom and when, who answered, and what I can do about it. */
export function HelpItem(props: HelpItemProps) {
  const { help, me, team } = props;
  const t = useTranslations('offers.help');
  const words = useTranslations('responsibilities');
  const names = namesIn(team.snapshot);
  const isMine = help.personId === me;
  return (
    <li className={styles.item}>
      <span className={styles.kind}>{t(help.kind)}</span>
      <div className={styles.words}>
        <p id={`help-${help.id}`}>{help.text}</p>
        <p className={styles.about}>
          <PersonName
            name={names.full(help.personId) ?? words('formerColleague')}
            label={isMine ? t('you') : (names.short(help.personId) ?? words('formerColleague'))}
            isMe={isMine}
          />
          <About {...props} />
        </p>
      </div>
      <Answer {...props} />
    </li>
  );
}

function About({ help, team, teamName }: HelpItemProps) {
  const t = useTranslations('offers.help');
  const format = useFormatter();
  const title = help.responsibilityId && team.snapshot.responsibility[help.responsibilityId]?.title;
  const parts = [
    title && t('about', { title }),
    help.on && format.dateTime(middayOf(help.on), { weekday: 'long', day: 'numeric', month: 'long' }),
    help.minutes !== null && t('minutes', { hours: format.number(help.minutes / 60, { maximumFractionDigits: 1 }) }),
    teamName,
  ].filter((part) => typeof part === 'string');
  return <span>{parts.join(', ')}</span>;
}

function Answer({ help, me, team, act }: HelpItemProps) {
  const t = useTranslations('offers.help');
  const words = useTranslations('responsibilities');
  const names = namesIn(team.snapshot);
  const { kind, acceptedBy } = help;
  const nameOf = (personId: PersonId) => names.short(personId) ?? words('formerColleague');
  const give = (name: 'acceptHelp' | 'releaseHelp' | 'withdrawHelp', done: string): void => {
    const context = { actorId: me, today: today() };
    void act([{ team, command: teamCommand(helpCommands[name], { helpId: help.id }, context) }], done);
  };
  // What a button is about stands beside it; a screen reader hears them together.
  const about = { 'aria-describedby': `help-${help.id}` };
  return (
    <div className={styles.answer}>
      {acceptedBy !== null && (
        <span className={styles.accepted}>
          {acceptedBy === me ? t(`acceptedMe.${kind}`) : t(`accepted.${kind}`, { name: nameOf(acceptedBy) })}
        </span>
      )}
      {acceptedBy === me && (
        <Button kind="tertiary" dense {...about} onClick={() => give('releaseHelp', t('done.release'))}>
          {t('release')}
        </Button>
      )}
      {help.personId === me && (
        <Button kind="tertiary" dense {...about} onClick={() => give('withdrawHelp', t('done.withdraw'))}>
          {t('withdraw')}
        </Button>
      )}
      {help.personId !== me && acceptedBy === null && (
        <Button
          dense
          {...about}
          onClick={() => give('acceptHelp', t(`done.accept.${kind}`, { name: nameOf(help.personId) }))}
        >
          {t(`accept.${kind}`)}
        </Button>
      )}
    </div>
  );
}
