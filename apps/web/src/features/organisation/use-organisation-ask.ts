import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CommandId } from '@roer/domain/ids';
import { newId } from '../../live/clock.ts';
import { useAsk } from '../../live/use-ask.ts';
import type { Asked } from '../../live/use-ask.ts';

/** Made once for each press: the number of the command, and an id for something new. A retry names the same. */
type Numbers = { commandId: CommandId; id: string };

/**
 * A command on the organisation, for a form or a button. It carries a number, so asking again while the server cannot be
 * reached does nothing twice; afterwards what is on screen is asked again.
 */
export const useOrganisationAsk = () => {
  const client = useQueryClient();
  const { ask, ...state } = useAsk();
  const command = useCallback(
    async <Answer>(work: (numbers: Numbers) => Promise<Answer>): Promise<Asked<Answer>> => {
      const numbers = { commandId: newId<'command'>(), id: newId() };
      const asked = await ask(() => work(numbers), { again: true });
      if (asked.ok) await client.invalidateQueries({ queryKey: ['organisation'] });
      return asked;
    },
    [ask, client],
  );
  return { ...state, command };
};
