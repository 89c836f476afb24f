import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useAsk } from '../../live/use-ask.ts';
import { useAskLearningAgain } from './goals.ts';

/**
 * Does something about learning, which may all be done twice, asks again what the page shows and says that it was done. `failure` is why it
 * did not work, in a sentence.
 */
export const useLearningAct = () => {
  const { busy, failure, ask } = useAsk();
  const askAgain = useAskLearningAgain();
  const announce = useAnnounce();
  const sentence = useFailureSentence();
  const act = async (work: () => Promise<unknown>, done?: string): Promise<boolean> => {
    const { ok } = await ask(work, { again: true });
    await askAgain();
    if (ok && done !== undefined) announce(done);
    return ok;
  };
  return { busy, act, failure: failure && sentence(failure) };
};
