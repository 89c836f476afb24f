import type { QueryClient } from '@tanstack/react-query';
import type { TeamId } from '@roer/domain/ids';
import { failureOf } from './api.ts';
import { answeredWithin, TooLong } from './answered-within.ts';
import { connectionNow, setConnection } from './connection.ts';
import { emptyDevice, keepLiveMoment, keepWho, keptWho, ownDevice } from './device.ts';
import type { Owner } from './device.ts';
import { keepOnlyTeams, keepTeams } from './kept-teams.ts';
import { closeOutbox, keepTeamsOnly, openOutbox } from './outbox.ts';

/** Milliseconds between two notes that there is a connection: what is shown without one is that old at most. */
const noteEvery = 30_000;
/** Longer and this device's memory of who is here is believed, until the server can be asked. */
const patience = 6000;

let fromDevice = false;
let close: (() => void) | null = null;

/** Whether who is here was told by this device, because the server could not be asked. */
export const rememberedOnly = (): boolean => fromDevice;

/**
 * Who is here: as the server says it, and without a connection as this device remembers it. Whoever it is finds what they
 * left here unsent; a stranger finds nothing, and nothing stays.
 */
export const askWhoIsHere = async <Me extends object>(
  client: QueryClient,
  parts: {
    ask: () => Promise<Me | null>;
    ownerOf: (me: Me) => Owner;
    teamsOf: (me: Me) => TeamId[];
  },
): Promise<Me | null> => {
  const asked = parts.ask();
  try {
    const me = await answeredWithin(patience, asked);
    fromDevice = false;
    if (me === null) {
      forgetWhoWasHere();
      return null;
    }
    const owner = parts.ownerOf(me);
    const teamIds = parts.teamsOf(me);
    // Without waiting: the first page must not wait for a disk.
    const owned = ownDevice(owner);
    void owned.then(() => keepWho({ me, owner })).then(() => keepOnlyTeams(teamIds));
    enter(client, owner);
    keepTeamsOnly(teamIds);
    return me;
  } catch (error) {
    const isSilent = error instanceof TooLong || failureOf(error).code === 'unreachable';
    const kept = isSilent ? await keptWho<Me>() : undefined;
    if (!kept) return asked;
    fromDevice = true;
    void ownDevice(kept.owner);
    enter(client, kept.owner);
    setConnection({ state: 'lost', since: kept.at });
    return kept.me;
  }
};

const enter = (client: QueryClient, owner: Owner): void => {
  openOutbox(client, owner);
  if (close) return;
  const stop = keepTeams(client);
  const note = (): void => {
    if (connectionNow().state === 'live') keepLiveMoment();
  };
  const timer = setInterval(note, noteEvery);
  addEventListener('pagehide', note);
  close = () => {
    stop();
    clearInterval(timer);
    removeEventListener('pagehide', note);
  };
};

/** Nobody is here any more: nothing of who was stays on this device. */
export const forgetWhoWasHere = (): void => {
  closeOutbox();
  close?.();
  close = null;
  void emptyDevice();
};
