import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { emptySnapshot } from '@roer/domain/feed';
import type { RefusedCommand } from '@roer/domain/offline-queue';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import type { Failure } from '../../live/api.ts';
import { useTeamCommand } from '../../live/apply.ts';
import { today } from '../../live/clock.ts';
import { dismissRefused } from '../../live/outbox.ts';
import { useTeam } from '../../live/team.ts';
import { Button } from '../../ui/button.tsx';
import { namesIn } from './people-names.ts';
import { RefusedVersions } from './refused-versions-view.tsx';
import { versionsOf } from './refused-versions.ts';
import styles from './refused.module.css';

/** One thing that could no longer be done: what it was, why, both versions of an edit, and what can be done about it. */
export function RefusedItem({ command }: { readonly command: RefusedCommand }) {
  const t = useTranslations('waiting');
  const format = useFormatter();
  const { data: snapshot = emptySnapshot() } = useTeam(command.teamId);
  const names = namesIn(snapshot);
  const sentence = useFailureSentence(names.short);
  const send = useTeamCommand(command.teamId);
  const [again, setAgain] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const versions = versionsOf(command, snapshot);
  // Kept by this version of the page, or another: a code without a sentence is something unexpected.
  const failure = again ?? (command.failure as Failure);
  const at = new Date(command.at);
  const title = command.title ?? t('something');

  const tryAgain = async (input: object): Promise<void> => {
    setBusy(true);
    const outcome = await send({ name: command.name, input, context: { ...command.context, today: today() } });
    setBusy(false);
    if (outcome.ok || outcome.kept) dismissRefused(command.commandId);
    else setAgain({ code: outcome.code, detail: outcome.detail });
  };

  return (
    <li className={styles.item}>
      <p className={styles.title}>{t(`did.${command.name}`, { title })}</p>
      <p className={styles.words}>
        {t('why', {
          at: format.dateTime(at, { weekday: 'long', hour: 'numeric', minute: '2-digit' }),
          why: sentence(failure),
        })}
      </p>
      <RefusedVersions {...{ command, snapshot, versions }} />
      <div className={styles.buttons}>
        {versions ? (
          <>
            <Button dense busy={busy} onClick={() => void tryAgain(versions.inputWith('mine'))}>
              {t(versions.conflicts.length > 0 ? 'mine' : 'both')}
            </Button>
            {versions.conflicts.length > 0 && (
              <Button dense busy={busy} onClick={() => void tryAgain(versions.inputWith('theirs'))}>
                {t('theirs')}
              </Button>
            )}
          </>
        ) : (
          <Button dense busy={busy} onClick={() => void tryAgain(command.input)}>
            {t('again')}
          </Button>
        )}
        <Button dense kind="tertiary" onClick={() => dismissRefused(command.commandId)}>
          {t('dismiss')}
        </Button>
      </div>
    </li>
  );
}
