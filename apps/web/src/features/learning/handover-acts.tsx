import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { handoverCommands } from '@roer/domain/learning/handover-commands';
import { leftToTick } from '@roer/domain/learning/handover-items';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { newId } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { LooksHere } from '../presence/looks-here.tsx';
import { teamCommand } from '../responsibilities/commands.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import { refusalTo } from '../responsibilities/refusal.ts';
import { useTakeOn } from '../responsibilities/take-on.ts';
import { afterOf } from '../responsibilities/commands.ts';
import type { HandoverPart } from './handover-items.tsx';
import { useWhich } from './use-which-handover.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './handover.module.css';

// Asks before it gives back, and changes: only for who hands over.
const HandoverGiver = lazily(() => import('./handover-giver.tsx'));

/** Who and by when, and what I can do: take it on, say no, give it back, keep it. */
export function HandoverActs(part: HandoverPart) {
  const t = useTranslations('handover');
  const { tools, handover } = part;
  const { nameOf, day, me, snapshot } = tools;
  const { giver, receiver, before, responsibilityId } = handover;
  return (
    <aside className={styles.aside} aria-labelledby="handover-who">
      <SectionHeading id="handover-who">{t('acts.heading')}</SectionHeading>
      <p>
        {receiver === null
          ? t('whoNobody', { from: nameOf(giver) })
          : t('who', { from: nameOf(giver), to: nameOf(receiver) })}
      </p>
      {before !== null && <p className={styles.quiet}>{t('before', { day: day(before) })}</p>}
      <LooksHere {...{ responsibilityId }} names={namesIn(snapshot)} />
      {receiver === me && <ForReceiver {...part} />}
      {giver === me && (
        <Suspense>
          <HandoverGiver {...part} />
        </Suspense>
      )}
      {receiver === null && giver !== me && <ForOthers {...part} />}
    </aside>
  );
}

function ForReceiver(part: HandoverPart) {
  const t = useTranslations('handover');
  const { tools, handover, act } = part;
  const { input, context, title } = useWhich(part);
  const takeOn = useTakeOn();
  const { team, nameOf } = tools;
  const left = leftToTick(handover);
  const accept = teamCommand(
    handoverCommands.acceptHandover,
    { ...input, assignmentId: newId<'assignment'>() },
    context,
  );
  const isUnfinished = left.giver + left.receiver > 0;
  const name = nameOf(handover.giver);
  return (
    <div className={styles.acts}>
      <p>{t('acts.acceptWords', { from: name })}</p>
      <Button
        kind="primary"
        notYet={isUnfinished ? t('acts.notYet', { mine: left.receiver, theirs: left.giver, name }).trim() : undefined}
        onClick={() =>
          takeOn({
            teamId: tools.teamId,
            title,
            after: afterOf(accept),
            go: async () => ({ ok: await act([{ team, command: accept }], t('done.accept', { title })) }),
          })
        }
      >
        {t('acts.accept')}
      </Button>
      <Button
        kind="tertiary"
        onClick={() =>
          void act(
            [{ team, command: teamCommand(handoverCommands.declineHandover, input, context) }],
            t('done.decline', { title }),
          )
        }
      >
        {t('acts.decline')}
      </Button>
    </div>
  );
}

function ForOthers(part: HandoverPart) {
  const t = useTranslations('handover');
  const { tools, act } = part;
  const { input, context, title } = useWhich(part);
  const sentence = useFailureSentence();
  const command = teamCommand(handoverCommands.receiveHandover, input, context);
  const refusal = refusalTo(tools.snapshot, command);
  return (
    <div className={styles.acts}>
      <Button
        kind="primary"
        notYet={refusal ? sentence(refusal) : undefined}
        onClick={() => void act([{ team: tools.team, command }], t('done.receive', { title }))}
      >
        {t('acts.receive')}
      </Button>
    </div>
  );
}
