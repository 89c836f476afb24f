import type { QueryClient } from '@tanstack/react-query';
import type { TeamId } from '@roer/domain/ids';
import { answeredWithin, TooLong } from './answered-within.ts';
import { failureOf } from './api.ts';
import { setConnection } from './connection.ts';
import type { Owner } from './device.ts';
import { home } from './home.ts';

/** Milliseconds after which this device's memory of who is here is believed, until the server can be asked. */
const patience = 6000;

let fromDevice = false;

/** Whether who is here was told by this device, because the server could not be asked. */
export const rememberedOnly = (): boolean => fromDevice;

type Asking<Me> = {
  ask: () => Promise<Me | null>;
  ownerOf: (me: Me) => Owner;
  teamsOf: (me: Me) => TeamId[];
};

/**
 * Who is here: as the server says it, and without a connection as this device remembers it. Whoever it is finds what they
 * left here unsent; a stranger finds nothing, and nothing stays (rule F12).
 */
export const askWhoIsHere = async <Me extends object>(client: QueryClient, asking: Asking<Me>): Promise<Me | null> => {
  const asked = asking.ask();
  try {
    const me = await answeredWithin(patience, asked);
    fromDevice = false;
    if (me === null) void forgetWhoWasHere();
    else {
      const given = { me, owner: asking.ownerOf(me), teamIds: asking.teamsOf(me) };
      // Without waiting: the first page needs nothing of it.
      void home().then(({ arrive }) => arrive(client, given));
    }
    return me;
  } catch (error) {
    const isSilent = error instanceof TooLong || failureOf(error).code === 'unreachable';
    const { keptWho } = await import('./device.ts');
    const kept = isSilent ? await keptWho<Me>() : undefined;
    if (!kept) return asked;
    fromDevice = true;
    void home().then(({ arriveAgain }) => arriveAgain(client, kept.owner));
    setConnection({ state: 'lost', since: kept.at });
    return kept.me;
  }
};

/** Nobody is here any more: nothing of who was stays on this device. */
export const forgetWhoWasHere = (): Promise<void> => home().then(({ leave }) => leave());
