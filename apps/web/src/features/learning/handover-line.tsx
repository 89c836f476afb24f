import { Suspense, useState } from 'react';
import Check from 'lucide-react/icons/check';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useTranslations } from 'use-intl';
import { handoverCommands } from '@roer/domain/learning/handover-commands';
import { titleOfItem } from '@roer/domain/learning/handover-prefill';
import type { HandoverItem } from '@roer/domain/learning/handover-rows';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { teamCommand } from '../responsibilities/commands.ts';
import { NoteBody, OutLink } from '../responsibilities/notes-text.tsx';
import { useRecurrence } from '../responsibilities/use-recurrence.ts';
import type { HandoverPart } from './handover-items.tsx';
import { lazily } from '../../i18n/lazily.ts';
import styles from './handover.module.css';

const HandoverEdit = lazily(() => import('./handover-edit.tsx'));

type HandoverLineProps = HandoverPart & { readonly item: HandoverItem };

/** One line: what it is called now, when it comes next, and the two ticks; my own is a box, the other's is told in words. */
export function HandoverLine({ tools, handover, act, item }: HandoverLineProps) {
  const t = useTranslations('handover');
  const [editing, setEditing] = useState(false);
  const { me, today, snapshot, team } = tools;
  const title = titleOfItem(snapshot, item);
  const isOwn = item.kind === 'pitfall' || item.kind === 'other';
  const which = { handoverId: handover.id, responsibilityId: handover.responsibilityId, itemId: item.id };
  const context = { actorId: me, today };
  const tick = (ticked: boolean): void => {
    const command = teamCommand(handoverCommands.tickHandoverItem, { ...which, ticked }, context);
    void act([{ team, command }], t('done.tick', { ticked: ticked ? 'yes' : 'no', title }));
  };
  const remove = (): void =>
    void act([{ team, command: teamCommand(handoverCommands.removeHandoverItem, which, context) }], t('done.remove'));
  const choices = isOwn ? (['edit', 'remove'] as const) : (['remove'] as const);
  return (
    <li className={styles.item}>
      <div className={styles.itemWords}>
        <ItemWords {...{ tools, item, title }} />
      </div>
      <div className={styles.ticks}>
        <Side side="giver" {...{ tools, handover, item, title }} onTick={tick} />
        <Side side="receiver" {...{ tools, handover, item, title }} onTick={tick} />
      </div>
      {handover.giver === me && (
        <MenuButton
          className={styles.menu}
          label={t('items.menu', { title })}
          groups={[{ id: 'item', items: choices.map((id) => ({ id, label: t(`items.${id}`) })) }]}
          onChoose={(id) => (id === 'edit' ? setEditing(true) : remove())}
        >
          <Icon of={Ellipsis} small />
          <VisuallyHidden>{t('items.menu', { title })}</VisuallyHidden>
        </MenuButton>
      )}
      {editing && (
        <Suspense>
          <HandoverEdit {...{ tools, handover, act, item }} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </li>
  );
}

type ItemWordsProps = Pick<HandoverLineProps, 'tools' | 'item'> & { readonly title: string };

function ItemWords({ tools, item, title }: ItemWordsProps) {
  const t = useTranslations('handover.items');
  const recurrence = useRecurrence();
  const { snapshot, today, day } = tools;
  const { kind, subjectId, text } = item;
  if (subjectId === null) return <NoteBody text={text} />;
  if (kind === 'duty') {
    const duty = snapshot.duty[subjectId];
    const next = duty && recurrence?.nextOccurrence(snapshot.occurrence, duty, { today });
    const isGone = !duty || duty.endedOn !== null;
    return (
      <>
        <p>{title}</p>
        {(isGone || next) && (
          <p className={styles.quiet}>{isGone ? t('gone') : next && t('next', { day: day(next.on) })}</p>
        )}
      </>
    );
  }
  if (kind === 'deadlineWork') {
    const work = snapshot.deadlineWork[subjectId];
    return (
      <>
        <p>{title}</p>
        <p className={styles.quiet}>{work ? t('due', { day: day(work.due) }) : t('gone')}</p>
      </>
    );
  }
  const note = snapshot.note[subjectId];
  return (
    <>
      <p>{note?.url ? <OutLink address={note.url}>{title}</OutLink> : title}</p>
      {note && note.body !== '' && <NoteBody text={note.body} />}
      {!note && <p className={styles.quiet}>{t('gone')}</p>}
    </>
  );
}

type SideProps = Omit<HandoverLineProps, 'act'> & {
  readonly side: 'giver' | 'receiver';
  readonly title: string;
  readonly onTick: (ticked: boolean) => void;
};

/** The tick of one of the two. */
function Side({ side, tools, handover, item, title, onTick }: SideProps) {
  const t = useTranslations('handover.items');
  const isTicked = side === 'giver' ? item.byGiver : item.byReceiver;
  const personId = handover[side];
  const label = t(side === 'giver' ? 'told' : 'clear');
  if (personId === tools.me)
    return (
      <Checkbox checked={isTicked} onTick={onTick} aria-label={t(side === 'giver' ? 'toldFor' : 'clearFor', { title })}>
        {label}
      </Checkbox>
    );
  const name = personId === null ? '' : tools.nameOf(personId);
  const words =
    personId === null
      ? t('notYetAnybody')
      : side === 'giver'
        ? t(isTicked ? 'toldBy' : 'notToldBy', { name })
        : t(isTicked ? 'clearTo' : 'notClearTo', { name });
  return (
    <p className={styles.other}>
      {isTicked && <Icon of={Check} small />}
      {words}
    </p>
  );
}
