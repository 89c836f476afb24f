import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { handoverCommands } from '@roer/domain/learning/handover-commands';
import { handoverLimits } from '@roer/domain/learning/handover-items';
import type { HandoverItem } from '@roer/domain/learning/handover-rows';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { teamCommand } from '../responsibilities/commands.ts';
import { useDraft } from '../responsibilities/drafts.ts';
import type { HandoverPart } from './handover-items.tsx';

type HandoverEditProps = HandoverPart & { readonly item: HandoverItem; readonly onClose: () => void };

/** The giver changes their own words. Both tick them again. */
export default function HandoverEdit({ tools, handover, act, item, onClose }: HandoverEditProps) {
  const t = useTranslations('handover');
  const { draft, change, forget } = useDraft(`handover-item:${item.id}`, () => ({
    text: item.text,
    version: item.version,
  }));
  const [tried, setTried] = useState(false);
  const text = draft.text.trim();
  const isFit = text !== '' && text.length <= handoverLimits.text;
  const isChanged = draft.version !== item.version;
  const close = (): void => {
    forget();
    onClose();
  };
  const save = async (): Promise<void> => {
    setTried(!isFit);
    if (!isFit) return;
    const which = { handoverId: handover.id, responsibilityId: handover.responsibilityId, itemId: item.id };
    const words = { version: item.version, kind: item.kind, subjectId: item.subjectId, text };
    const command = teamCommand(
      handoverCommands.writeHandoverItem,
      { ...which, ...words },
      { actorId: tools.me, today: tools.today },
    );
    onClose();
    if (await act([{ team: tools.team, command }], t('done.write'))) forget();
  };
  return (
    <FormDialog
      title={t('write.editTitle')}
      onClose={close}
      onSubmit={() => void save()}
      submit={t('write.save')}
      holdsWork
    >
      {isChanged && <p role="alert">{t('write.changed', { text: item.text })}</p>}
      <TextArea
        label={t(item.kind === 'pitfall' ? 'write.pitfall' : 'write.other')}
        hint={t('write.again')}
        error={tried && !isFit ? t('write.wrong', { most: handoverLimits.text }) : undefined}
        value={draft.text}
        onText={(next) => change({ text: next })}
      />
    </FormDialog>
  );
}
