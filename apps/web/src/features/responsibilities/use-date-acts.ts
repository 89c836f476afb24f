import { useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import { dutyCommands } from '@roer/domain/responsibilities/duty-commands';
import type { Occurrence } from '@roer/domain/responsibilities/occurrences';
import { useActs } from './acts.tsx';
import { teamCommand } from './commands.ts';
import { useShortDate } from './use-short-date.ts';

/** What can be done with one date of a duty. */
export const useDateActs = ({ duty, recurrenceDate, on }: Occurrence) => {
  const t = useTranslations('duties.done');
  const { act, context } = useActs();
  const shortDate = useShortDate();
  const { title, responsibilityId: about } = duty;
  const which = { responsibilityId: about, dutyId: duty.id, recurrenceDate };
  const settle = (state: 'done' | 'skipped', reason: string): void => {
    const command = teamCommand(dutyCommands.settleOccurrence, { ...which, state, reason }, context);
    void act({ command, done: t(state === 'done' ? 'settle' : 'skip', { title, date: shortDate(on) }), about });
  };
  return {
    done: (): void => settle('done', ''),
    skip: (reason: string): void => settle('skipped', reason),
    /** Null puts it back on the day of the rule. */
    move: (movedTo: LocalDate | null): void => {
      const command = teamCommand(dutyCommands.moveOccurrence, { ...which, movedTo }, context);
      void act({ command, done: t('move', { title, date: shortDate(movedTo ?? recurrenceDate) }), about });
    },
    reopen: (): void => {
      const command = teamCommand(dutyCommands.reopenOccurrence, which, context);
      void act({ command, done: t('reopen', { title, date: shortDate(on) }), about });
    },
  };
};
