import Lock from 'lucide-react/icons/lock';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { statements } from '@roer/domain/workload/check-in';
import type { AnswerValue, EpochView, RosterView } from '@roer/domain/workload/check-in';
import { now } from '../../live/clock.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import type { Choices } from './check-in-copy.ts';
import { clockIsOff } from './check-in-step.ts';
import { useAnswerDays } from './epoch-words.ts';
import { GroupLine } from './group-line.tsx';
import { NotSent } from './not-sent.tsx';
import { RefusedNotice } from './refused-notice.tsx';
import { StatementScale } from './statement-scale.tsx';
import type { CheckIn } from './use-check-in.ts';
import styles from './check-in.module.css';

type StatementsFormProps = { readonly epoch: EpochView; readonly roster: RosterView; readonly checkIn: CheckIn };

/** Five statements and two open choices. Nothing is chosen beforehand, and everything may stay empty. */
export function StatementsForm({ epoch, roster, checkIn }: StatementsFormProps) {
  const t = useTranslations('check-in.form');
  const { daysOf } = useAnswerDays();
  const { copy, view } = checkIn;
  const draft = checkIn.draftOf(epoch.number);
  const isAgain = copy?.sent === epoch.number;
  const choose = (index: number, choice: AnswerValue): void =>
    // As many as there were.
    checkIn.write(epoch.number, { choices: draft.choices.with(index, choice) as unknown as Choices });
  return (
    <div className={styles.main}>
      <PageLead quiet={t('leadQuiet')}>{t('lead')}</PageLead>
      <p className={styles.intro}>{t('intro')}</p>
      <GroupLine {...{ roster, checkIn }} />
      {isAgain && <p className={styles.again}>{t(draft.keep ? 'againKept' : 'again')}</p>}
      {view && clockIsOff(view, now()) && <p className={styles.again}>{t('clock', { until: daysOf(epoch).until })}</p>}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void checkIn.send(epoch, roster);
        }}
      >
        {statements.map((statement, index) => (
          <StatementScale
            key={statement}
            number={index + 1}
            statement={statement}
            choice={draft.choices[index] ?? 0}
            onChoose={(choice) => choose(index, choice)}
          />
        ))}
        <div className={styles.choices}>
          <Checkbox checked={draft.keep} onTick={(keep) => checkIn.write(epoch.number, { keep })}>
            {t('keep')}
            <small>{t('keepHint')}</small>
          </Checkbox>
          <Checkbox checked={draft.share} onTick={(share) => checkIn.write(epoch.number, { share })}>
            {t('share')}
            <small>{t('shareHint')}</small>
          </Checkbox>
        </div>
        <RefusedNotice checkIn={checkIn} />
        <NotSent checkIn={checkIn} keeps={draft.keep} />
        <div className={styles.actions}>
          <Button kind="primary" type="submit" busy={checkIn.busy}>
            {t('send')}
          </Button>
          <Link href="/" className={buttonLook({ kind: 'tertiary' })}>
            {t('skip')}
          </Link>
        </div>
        <p className={styles.secret}>
          <Icon of={Lock} small />
          {t('until', { until: daysOf(epoch).until })}
        </p>
      </form>
    </div>
  );
}
