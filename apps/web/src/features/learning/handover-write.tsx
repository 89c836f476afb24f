import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { handoverCommands } from '@roer/domain/learning/handover-commands';
import { handoverLimits } from '@roer/domain/learning/handover-items';
import { newId } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { teamCommand } from '../responsibilities/commands.ts';
import { useDraft } from '../responsibilities/drafts.ts';
import type { HandoverPart } from './handover-items.tsx';
import styles from './handover.module.css';

/** The giver adds what to watch out for, or anything else. What was typed survives a closed page. */
export function HandoverWrite(part: HandoverPart) {
  const t = useTranslations('handover.write');
  const [showsOther, setShowsOther] = useState(false);
  return (
    <div className={styles.write}>
      <OneField key="pitfall" kind="pitfall" {...part} />
      {showsOther ? (
        <OneField key="other" kind="other" {...part} />
      ) : (
        <Button kind="tertiary" dense onClick={() => setShowsOther(true)}>
          {t('addOther')}
        </Button>
      )}
    </div>
  );
}

function OneField({ kind, tools, handover, act }: HandoverPart & { readonly kind: 'pitfall' | 'other' }) {
  const t = useTranslations('handover');
  const { draft, change, forget } = useDraft(`handover:${handover.id}:${kind}`, () => ({ text: '' }));
  const [tried, setTried] = useState(false);
  const text = draft.text.trim();
  const isFit = text !== '' && text.length <= handoverLimits.text;
  const add = async (): Promise<void> => {
    setTried(!isFit);
    if (!isFit) return;
    const { id: handoverId, responsibilityId } = handover;
    const line = { itemId: newId<'handoverItem'>(), version: 0, kind, subjectId: null, text };
    const input = { handoverId, responsibilityId, ...line };
    const command = teamCommand(handoverCommands.writeHandoverItem, input, { actorId: tools.me, today: tools.today });
    change({ text: '' });
    const isDone = await act([{ team: tools.team, command }], t('done.write'));
    if (isDone) forget();
    else change({ text });
  };
  return (
    <Form
      onSubmit={() => void add()}
      actions={
        <Button dense type="submit">
          {t('write.add')}
        </Button>
      }
    >
      <TextArea
        label={t(`write.${kind}`)}
        hint={t(`write.${kind}Hint`)}
        error={tried && !isFit ? t('write.wrong', { most: handoverLimits.text }) : undefined}
        value={draft.text}
        onText={(next) => change({ text: next })}
      />
    </Form>
  );
}
