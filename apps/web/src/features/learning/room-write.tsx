import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { IntervisieId } from '@roer/domain/ids';
import { lineLimits } from '@roer/domain/learning/intervisie';
import type { Phase } from '@roer/domain/learning/intervisie-clock';
import { api } from '../../live/api.ts';
import { newTimelessId } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useDraft } from '../responsibilities/drafts.ts';
import { useIntervisieAct } from './intervisie.ts';

/** Under which name this device keeps what was typed in a room and not sent. */
export const lineDraft = (roomId: IntervisieId): string => `intervisie.${roomId}`;

type RoomWriteProps = { readonly roomId: IntervisieId; readonly phase: Phase };

/** Adds a line. What was typed stays, also when the phase ends or the page is loaded again, until it was added. */
export function RoomWrite({ roomId, phase }: RoomWriteProps) {
  const t = useTranslations('intervisie.notes');
  const { act, busy, failure } = useIntervisieAct();
  const { draft, change, forget } = useDraft(lineDraft(roomId), () => ({ text: '' }));
  const [tried, setTried] = useState(false);
  const text = draft.text.trim();
  const tooLong = text.length > lineLimits.text ? t('tooLong', { most: lineLimits.text }) : undefined;
  const wrong = tooLong ?? (tried && text === '' ? t('empty') : undefined);
  const add = async (): Promise<void> => {
    setTried(true);
    if (text === '' || text.length > lineLimits.text) return;
    const line = { roomId, lineId: newTimelessId<'line'>(), phase, text };
    if (!(await act(() => api.learning.writeIntervisie.mutate(line), t('added')))) return;
    change({ text: '' });
    forget();
    setTried(false);
  };
  return (
    <Form
      onSubmit={() => void add()}
      failure={failure === undefined ? undefined : `${t('notKept')} ${failure}`}
      actions={
        <Button type="submit" busy={busy}>
          {t('add')}
        </Button>
      }
    >
      <TextArea
        label={t(`label.${phase}`)}
        hint={t('hint')}
        error={wrong}
        value={draft.text}
        onText={(typed) => change({ text: typed })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
    </Form>
  );
}
