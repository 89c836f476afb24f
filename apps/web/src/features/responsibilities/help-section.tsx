import { Suspense, useState } from 'react';
import Plus from 'lucide-react/icons/plus';
import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import type { HelpRow } from '@roer/domain/feed';
import { currentHelp } from '@roer/domain/responsibilities/help';
import { today } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { HelpItem } from './help-item.tsx';
import { TeamActLine } from './team-act-line.tsx';
import { useTeamAct } from './team-act.ts';
import type { KnownTeam } from './team-act.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './help.module.css';

const HelpDialog = lazily(() => import('./help-dialog.tsx'));

type HelpSectionProps = { readonly teams: readonly KnownTeam[]; readonly actor: Actor };

/** Vraag en aanbod: what colleagues ask and offer, over the teams that are given. Uses later sentences. */
export default function HelpSection({ teams, actor }: HelpSectionProps) {
  const t = useTranslations('offers.help');
  const [asking, setAsking] = useState(false);
  const { act, ...acted } = useTeamAct(actor.personId);
  const day = today();
  const items = teams
    .flatMap((team) => currentHelp(team.snapshot, day).map((help) => ({ team, help })))
    .toSorted((one, other) => dayOfHelp(one.help).localeCompare(dayOfHelp(other.help)));
  return (
    <section>
      <SectionHeading
        more={
          <Button kind="tertiary" icon={<Icon of={Plus} small />} onClick={() => setAsking(true)}>
            {t('add')}
          </Button>
        }
      >
        {t('title')}
      </SectionHeading>
      {items.length === 0 ? (
        <p className={styles.empty}>
          <b>{t('emptyTitle')}</b> {t('emptyWords')}
        </p>
      ) : (
        <ul>
          {items.map(({ team, help }) => (
            <HelpItem
              key={help.id}
              {...{ team, help, act }}
              me={actor.personId}
              teamName={teams.length > 1 ? team.teamName : null}
            />
          ))}
        </ul>
      )}
      <TeamActLine {...acted} />
      {asking && (
        <Suspense>
          <HelpDialog
            {...{ teams }}
            me={actor.personId}
            onClose={() => setAsking(false)}
            onMake={(team, command) => void act([{ team, command }], t('done.make'))}
          />
        </Suspense>
      )}
    </section>
  );
}

const dayOfHelp = ({ on, expiresOn }: HelpRow): string => on ?? expiresOn;
