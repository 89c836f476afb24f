import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { obstacleLimits } from '@roer/domain/insights/obstacles';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { newId } from '../../live/clock.ts';
import { useAsk } from '../../live/use-ask.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useDraft } from '../responsibilities/drafts.ts';
import { askedKey } from '../../live/asked-key.ts';
import type { Asked } from './asked-of-me.tsx';
import { fits } from './obstacle-draft.ts';
import styles from './obstacles.module.css';

type AnswerFormProps = { readonly asked: Asked; readonly onClose: () => void };

/** The answer to what a team asks: once, for the whole team to read. What was typed stays until it was sent. */
export default function AnswerForm({ asked, onClose }: AnswerFormProps) {
  const t = useTranslations('insights.answer');
  const manager = useTranslations('insights.manager');
  const sentence = useFailureSentence();
  const client = useQueryClient();
  const announce = useAnnounce();
  const { busy, failure, ask } = useAsk();
  const { draft, change, forget } = useDraft(`answer.${asked.id}`, () => ({ body: '' }));
  const [tried, setTried] = useState(false);
  // One number a form: what was sent and not answered is not done twice.
  const [commandId, setCommandId] = useState(() => newId<'command'>());
  const isRight = fits(draft.body, obstacleLimits.answer);
  const save = async (): Promise<void> => {
    setTried(true);
    if (!isRight) return;
    const input = { commandId, teamId: asked.team.id, obstacleId: asked.id, body: draft.body.trim() };
    const { ok } = await ask(() => api.insights.answerObstacle.mutate(input), { again: true });
    // Also when somebody was first, or the team took it back: then the page shows that.
    await client.invalidateQueries({ queryKey: [askedKey] });
    if (!ok) return;
    forget();
    announce(t('done'));
    onClose();
  };
  return (
    <FormDialog
      shape="sheet"
      above={manager('of', { team: asked.team.name })}
      title={asked.title}
      onClose={onClose}
      onSubmit={() => void save()}
      submit={t('send')}
      busy={busy}
      failure={failure && sentence(failure)}
      holdsWork={draft.body !== ''}
    >
      <p className={styles.text}>{asked.body}</p>
      <TextArea
        label={t('label')}
        hint={t('hint')}
        error={tried && !isRight ? t('needed', { most: obstacleLimits.answer }) : undefined}
        value={draft.body}
        rows={6}
        onText={(body) => {
          // Another text is another answer.
          setCommandId(newId<'command'>());
          change({ body });
        }}
      />
      <p className={styles.warn}>{t('warn', { team: asked.team.name })}</p>
    </FormDialog>
  );
}
