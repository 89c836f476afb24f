import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { deadlineWorkCommands } from '@roer/domain/workload/deadline-work-commands';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import type { Failure } from '../../live/api.ts';
import { useTeamCommand } from '../../live/apply.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { teamCommand } from '../responsibilities/commands.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import type { MyDeadline } from './my-deadlines.ts';
import type { LastDone } from './use-last-done.ts';
import { dayWords } from './when-words.ts';
import styles from './today.module.css';

type DeadlineLineProps = {
  readonly deadline: MyDeadline;
  readonly me: PersonId;
  readonly today: LocalDate;
  readonly lastDone: LastDone;
};

/** One work with a date of which a part is mine: by when, how much of it is mine, and a tick when it is done. */
export function DeadlineLine({ deadline: { team, work, percent }, me, today, lastDone }: DeadlineLineProps) {
  const t = useTranslations('planning.deadline');
  const errors = useTranslations('responsibilities');
  const format = useFormatter();
  const announce = useAnnounce();
  const sentence = useFailureSentence(namesIn(team.snapshot).short);
  const send = useTeamCommand(team.teamId);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { title, responsibilityId, id: workId, due, doneOn } = work;
  const give = async (done: boolean): Promise<void> => {
    setFailure(null);
    const command = teamCommand(
      deadlineWorkCommands.settleDeadlineWork,
      { responsibilityId, workId, done },
      { actorId: me, today },
    );
    const outcome = await send(command);
    if (outcome.ok || outcome.kept) return;
    setFailure({ code: outcome.code, detail: outcome.detail });
    lastDone.forget();
  };
  const tick = (done: boolean): void => {
    const words = t(done ? 'done.settle' : 'done.reopen', { title });
    lastDone.remember({ words, quiet: true, undo: () => void give(!done) });
    announce(words);
    void give(done);
  };
  const isDone = doneOn !== null;
  const date =
    due === today ? t('today') : t(due < today ? 'overdue' : 'due', { date: dayWords(due, { format, today }) });
  const hours = t('myPart', {
    share: percent,
    hours: format.number((work.likelyMinutes * percent) / 6000, { maximumFractionDigits: 1 }),
  });
  const when = isDone ? t('isDone') : `${date}, ${hours}`;
  return (
    <li className={styles.duty}>
      <Checkbox
        aria-label={`${title}, ${when}`}
        checked={isDone}
        onTick={tick}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.repeat) tick(!isDone);
        }}
      >
        <span className={classNames(isDone && styles.struck)}>{title}</span>
      </Checkbox>
      <span aria-hidden className={classNames(styles.when, !isDone && due === today && styles.dueToday)}>
        {when}
      </span>
      <span />
      {failure && (
        <div className={styles.failure}>
          <ErrorNotice
            title={sentence(failure)}
            action={
              <Button kind="tertiary" dense onClick={() => setFailure(null)}>
                {errors('failedRead')}
              </Button>
            }
          />
        </div>
      )}
    </li>
  );
}
