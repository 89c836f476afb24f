import { useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { addDays, isoWeek } from '@roer/domain/dates';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useLevelHours } from '../../ui/use-level-hours.ts';
import { dayOf } from '../responsibilities/last-day.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import type { OverloadQuestion } from './overload-check.ts';
import { roomChoices } from './room-choices.ts';
import type { RoomChoice } from './room-choices.ts';
import { useOverloadChoice } from './use-overload-choice.ts';
import styles from './overload.module.css';

export type RoomKind = 'dropped' | 'moved' | 'accepted';
const kinds = ['dropped', 'moved', 'accepted'] as const;

type OverloadDialogProps = { readonly question: OverloadQuestion; readonly onClose: () => void };

/**
 * *Er moet iets af*: what is taken on makes a week too full, so what makes room? Something of mine goes back, goes on offer, or it is so for
 * now. Nothing is chosen beforehand, and nothing is refused (rule W2.9).
 */
export default function OverloadDialog({ question, onClose }: OverloadDialogProps) {
  const t = useTranslations('planning.overload');
  const whole = useLevelHours();
  const format = useFormatter();
  const announce = useAnnounce();
  const { overload, taken, after } = question;
  const team = after.find(({ teamId }) => teamId === taken.teamId);
  const sentence = useFailureSentence(team && namesIn(team.snapshot).short);
  const rooms = useMemo(() => roomChoices(question), [question]);
  const [kind, setKind] = useState<RoomKind>();
  const [picked, setPicked] = useState('');
  const [tried, setTried] = useState(false);
  const { choose, busy, failure } = useOverloadChoice(question);
  const offered = kind === 'moved' ? rooms.filter(({ moved }) => moved !== null) : rooms;
  const room = offered.find(({ assignment }) => assignment.id === picked);
  const isKnown = kind !== undefined && (kind === 'accepted' || room !== undefined);
  const available = (each: RoomKind): boolean =>
    each === 'accepted' || rooms.some(({ moved }) => each === 'dropped' || moved !== null);
  const effect = ({ title, excess }: RoomChoice): string =>
    t(excess > 0 ? 'still' : 'thenFits', { title, over: whole(excess) });
  const values = {
    title: taken.title,
    week: isoWeek(overload.monday),
    planned: whole(overload.planned),
    available: whole(overload.available),
    over: whole(overload.excess),
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (!isKnown) return;
    if (!(await choose(kind, room))) return;
    announce(t(`done.${kind}`, { title: room?.title ?? taken.title }));
    onClose();
  };
  return (
    <FormDialog
      title={t('title')}
      above={taken.title}
      onClose={onClose}
      onSubmit={() => void save()}
      submit={t('submit')}
      busy={busy}
      failure={failure && `${t('half', { title: taken.title })} ${sentence(failure)}`}
    >
      <p className={styles.words}>
        {overload.days
          ? t('daysWords', {
              ...values,
              from: dayOf(format, overload.days.from),
              last: dayOf(format, addDays(overload.days.until, -1)),
            })
          : t('words', values)}
      </p>
      <RadioGroup
        label={t('question')}
        error={tried && kind === undefined ? t('needed') : undefined}
        value={kind}
        onChoose={(value) => setKind(kinds.find((each) => each === value))}
        options={kinds
          .filter(available)
          .map((each) => ({ value: each, label: t(`kind.${each}`), hint: t(`kindHint.${each}`) }))}
      />
      {kind !== undefined && kind !== 'accepted' && (
        <SelectField
          label={t(`which.${kind}`)}
          error={tried && !room ? t('whichNeeded') : undefined}
          value={room ? picked : ''}
          onChoose={setPicked}
          options={[
            { value: '', label: t('choose') },
            ...offered.map((each) => ({ value: each.assignment.id, label: effect(each) })),
          ]}
        />
      )}
      <p className={styles.quiet}>{t('whoSees')}</p>
    </FormDialog>
  );
}
