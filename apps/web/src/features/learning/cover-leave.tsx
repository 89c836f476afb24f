import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { addDays } from '@roer/domain/dates';
import type { ResponsibilityId } from '@roer/domain/ids';
import { furthestLeave, leaveIntentOf } from '@roer/domain/learning/leave-intent';
import { localDate } from '@roer/domain/responsibilities/schema';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDraft } from '../responsibilities/drafts.ts';
import type { HandoverTools } from './handover-words.ts';
import type { CoverActs } from './use-cover-acts.ts';

type CoverLeaveProps = {
  readonly tools: HandoverTools;
  readonly acts: CoverActs;
  readonly responsibilityId: ResponsibilityId;
};

/** A holder says before which day they hand it over; never why. */
export function CoverLeave({ tools, acts, responsibilityId }: CoverLeaveProps) {
  const t = useTranslations('learning.leave');
  const { snapshot, me, today, teamId } = tools;
  const known = leaveIntentOf(snapshot, { responsibilityId, personId: me });
  const { draft, change, forget } = useDraft<{ day: string }>(`leave.${teamId}.${responsibilityId}`, () => ({
    day: known?.before ?? '',
  }));
  const [tried, setTried] = useState(false);
  const [first, last] = [addDays(today, 1), addDays(today, furthestLeave)];
  const isDay = localDate.safeParse(draft.day).success && draft.day >= first && draft.day <= last;
  const save = (): void => {
    setTried(!isDay);
    if (!isDay) return;
    acts.planLeave(responsibilityId, draft.day);
    forget();
  };
  return (
    <section>
      <h3>{t('heading')}</h3>
      {known && <p>{t('known', { day: tools.day(known.before) })}</p>}
      <Form
        onSubmit={save}
        actions={
          <>
            <Button dense type="submit">
              {t('save')}
            </Button>
            {known && (
              <Button
                dense
                kind="tertiary"
                onClick={() => {
                  change({ day: '' });
                  forget();
                  acts.withdrawLeave(responsibilityId);
                }}
              >
                {t('withdraw')}
              </Button>
            )}
          </>
        }
      >
        <TextField
          type="date"
          label={t('label')}
          hint={t('hint')}
          min={first}
          max={last}
          value={draft.day}
          onText={(day) => change({ day })}
          error={tried && !isDay ? t('wrong') : undefined}
        />
      </Form>
    </section>
  );
}
