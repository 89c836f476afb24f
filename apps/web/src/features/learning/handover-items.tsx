import { useTranslations } from 'use-intl';
import { handoverCommands } from '@roer/domain/learning/handover-commands';
import { notListed } from '@roer/domain/learning/handover-prefill';
import type { HandoverItem, HandoverRow } from '@roer/domain/learning/handover-rows';
import { newId } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { GroupHeading, SectionHeading } from '../../ui/section-heading.tsx';
import { teamCommand } from '../responsibilities/commands.ts';
import type { TeamAct } from '../responsibilities/team-act.ts';
import { HandoverLine } from './handover-line.tsx';
import { HandoverWrite } from './handover-write.tsx';
import type { HandoverTools } from './handover-words.ts';
import styles from './handover.module.css';

export type HandoverPart = {
  readonly tools: HandoverTools;
  readonly handover: HandoverRow;
  readonly act: TeamAct['act'];
};

const groups: readonly {
  name: 'pitfall' | 'duty' | 'deadlineWork' | 'notes' | 'other';
  kinds: HandoverItem['kind'][];
}[] = [
  { name: 'pitfall', kinds: ['pitfall'] },
  { name: 'duty', kinds: ['duty'] },
  { name: 'deadlineWork', kinds: ['deadlineWork'] },
  { name: 'notes', kinds: ['note', 'link'] },
  { name: 'other', kinds: ['other'] },
];

/** Everything that belongs to it, by kind, with a tick of each side. */
export function HandoverItems({ tools, handover, act }: HandoverPart) {
  const t = useTranslations('handover.items');
  const isGiver = handover.giver === tools.me;
  return (
    <section>
      <SectionHeading aside={t('aside')}>{t('heading')}</SectionHeading>
      {handover.items.length === 0 && <p className={styles.words}>{t('none')}</p>}
      {groups.map(({ name, kinds }) => {
        const items = handover.items.filter(({ kind }) => kinds.includes(kind));
        if (items.length === 0) return null;
        return (
          <div key={name} className={styles.group}>
            <GroupHeading aside={items.length}>{t(name)}</GroupHeading>
            <ul>
              {items.map((item) => (
                <HandoverLine key={item.id} {...{ tools, handover, act, item }} />
              ))}
            </ul>
          </div>
        );
      })}
      {isGiver && <NotListed {...{ tools, handover, act }} />}
      {isGiver && <HandoverWrite {...{ tools, handover, act }} />}
    </section>
  );
}

/** What came to the responsibility after the list was made. */
function NotListed({ tools, handover, act }: HandoverPart) {
  const t = useTranslations('handover');
  const lines = notListed(tools.snapshot, handover);
  if (lines.length === 0) return null;
  const add = (): void =>
    void act(
      lines.map((line) => {
        const { id: handoverId, responsibilityId } = handover;
        const input = { handoverId, responsibilityId, itemId: newId<'handoverItem'>(), version: 0, ...line };
        const context = { actorId: tools.me, today: tools.today };
        return { team: tools.team, command: teamCommand(handoverCommands.writeHandoverItem, input, context) };
      }),
      t('done.write'),
    );
  return (
    <div className={styles.missing}>
      <p>
        {t('items.missing', { count: lines.length })}: {lines.map(({ text }) => text).join(', ')}
      </p>
      <Button dense onClick={add}>
        {t('items.addMissing')}
      </Button>
    </div>
  );
}
