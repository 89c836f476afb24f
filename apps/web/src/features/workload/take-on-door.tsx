import { Suspense, useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Actor } from '@roer/domain/access/may';
import { lazyWithSentences } from '../../i18n/later-sentences.tsx';
import { TakeOnContext } from '../responsibilities/take-on.ts';
import type { TakenOn } from '../responsibilities/take-on.ts';
import type { OverloadQuestion } from './overload-check.ts';

const OverloadDialog = lazyWithSentences(() => import('./overload-dialog.tsx'));

type TakeOnDoorProps = { readonly actor: Actor; readonly children: ReactNode };

/** Asks what makes room when what somebody takes on makes a week of theirs too full (rule W2.9). */
export function TakeOnDoor({ actor, children }: TakeOnDoorProps) {
  const client = useQueryClient();
  const [question, setQuestion] = useState<OverloadQuestion | null>(null);
  const takeOn = useCallback(
    (taken: TakenOn): void => {
      const look = async (): Promise<void> => {
        // Whatever goes wrong with counting, nobody is held up by it.
        const asked = await import('./overload-check.ts')
          .then(({ questionFor }) => questionFor(taken, { client, actor }))
          .catch(() => null);
        if (asked) setQuestion(asked);
        else await taken.go();
      };
      void look();
    },
    [client, actor],
  );
  return (
    <TakeOnContext value={takeOn}>
      {children}
      {question && (
        <Suspense>
          <OverloadDialog question={question} onClose={() => setQuestion(null)} />
        </Suspense>
      )}
    </TakeOnContext>
  );
}
