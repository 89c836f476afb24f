import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { handoverCommands } from '@roer/domain/learning/handover-commands';
import { Button } from '../../ui/button.tsx';
import { teamCommand } from '../responsibilities/commands.ts';
import type { HandoverPart } from './handover-items.tsx';
import { SureButton } from './sure-button.tsx';
import { useWhich } from './use-which-handover.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './handover.module.css';

const HandoverChange = lazily(() => import('./handover-change.tsx'));

/** What who hands over can do about it: name somebody else, keep it, or give it back, which leaves a visible gap (rule R6.6). */
export default function HandoverGiver(part: HandoverPart) {
  const t = useTranslations('handover');
  const { tools, act } = part;
  const { input, context, title } = useWhich(part);
  const [changing, setChanging] = useState(false);
  const { team } = tools;
  return (
    <div className={styles.acts}>
      <Button onClick={() => setChanging(true)}>{t('acts.change')}</Button>
      <Button
        kind="tertiary"
        onClick={() =>
          void act(
            [{ team, command: teamCommand(handoverCommands.withdrawHandover, input, context) }],
            t('done.withdraw', { title }),
          )
        }
      >
        {t('acts.withdraw')}
      </Button>
      <SureButton
        label={t('acts.return')}
        sure={t('acts.returnSure', { title })}
        yes={t('acts.returnYes')}
        busy={false}
        onSure={() =>
          void act(
            [{ team, command: teamCommand(handoverCommands.returnHandover, input, context) }],
            t('done.return', { title }),
          )
        }
      />
      {changing && (
        <Suspense>
          <HandoverChange {...part} onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </div>
  );
}
