import { useTranslations } from 'use-intl';
import type { ResponsibilityId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { UndoBar } from '../../ui/undo-bar.tsx';
import { useActs } from './acts.tsx';
import type { PeopleNames } from './people-names.ts';

/** What I just did here, with a way back. */
export function ActsUndoBar() {
  const { lastDone, undo, forgetDone } = useActs();
  return <UndoBar done={lastDone} onUndo={undo} onClose={forgetDone} />;
}

type ActsFailureProps = { readonly about: ResponsibilityId | null; readonly names: PeopleNames };

/** What did not work, where it happened. */
export function ActsFailure({ about, names }: ActsFailureProps) {
  const t = useTranslations('responsibilities');
  const sentence = useFailureSentence(names.short);
  const { failed, forgetFailure } = useActs();
  if (!failed || failed.about !== about) return null;
  return (
    <ErrorNotice
      title={t('failedTitle')}
      action={
        <Button kind="tertiary" onClick={forgetFailure}>
          {t('failedRead')}
        </Button>
      }
    >
      {sentence(failed.failure)}
    </ErrorNotice>
  );
}
