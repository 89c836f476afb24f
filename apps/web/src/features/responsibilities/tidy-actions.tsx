import { useTranslations } from 'use-intl';
import { editCommands } from '@roer/domain/responsibilities/edit-commands';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { useActs } from './acts.tsx';
import type { PanelTools } from './carry-actions.tsx';
import { teamCommand } from './commands.ts';
import { refusalTo } from './refusal.ts';
import styles from './panel.module.css';

type TidyActionsProps = PanelTools & { readonly onEdit: () => void };

/** Change what is written about it, close it, or open it again. */
export function TidyActions({ snapshot, names, responsibility, onEdit }: TidyActionsProps) {
  const t = useTranslations('responsibilities');
  const sentence = useFailureSentence(names.short);
  const { act, context } = useActs();
  const { id: responsibilityId, title } = responsibility;
  const about = responsibilityId;
  if (responsibility.closedOn !== null) {
    const command = teamCommand(editCommands.reopen, { responsibilityId }, context);
    return (
      <div className={styles.tidy}>
        <Button onClick={() => void act({ command, done: t('done.reopen', { title }), about })}>
          {t('act.reopen')}
        </Button>
      </div>
    );
  }
  const closing = teamCommand(editCommands.close, { responsibilityId }, context);
  const refusal = refusalTo(snapshot, closing);
  return (
    <div className={styles.tidy}>
      <Button dense onClick={onEdit}>
        {t('act.edit')}
      </Button>
      <Button
        kind="tertiary"
        dense
        notYet={refusal ? sentence(refusal) : undefined}
        onClick={() => void act({ command: closing, done: t('done.close', { title }), about })}
      >
        {t('act.close')}
      </Button>
    </div>
  );
}
