import * as store from '@roer/db/check-in-own';
import type { PersonId } from '@roer/domain/ids';
import type { CheckInView, RosterView, WindowId } from '@roer/domain/workload/check-in';
import { isOwnSince } from '@roer/domain/workload/cells';
import { deriveCheckInView, windowsFrom } from '@roer/domain/workload/check-in-view';
import { epochAt, epochTimes, epochsInWindow } from '@roer/domain/workload/epoch';
import { readOwnAppointments } from '@roer/db/organisation-membership';
import type { Transaction } from '../../platform/transaction.ts';
import { rosterDigest } from './receipts.ts';

/** What an answer to any question of the own check-in is made of. */
export type OwnCheckIn = {
  view: CheckInView;
  /** The epoch that takes answers of this person, with what seals them; null when none does. */
  open: { number: number; windowId: WindowId; publicKey: Buffer } | null;
};

/** More than a window that holds, one that was announced, and the one before. */
const windowsLookedAt = 4;

/** Reads the own check-in of whoever asks. The same statements run whatever is asked of it. */
export const readCheckIn = async (
  transaction: Transaction,
  { available, demo }: { available: boolean; demo: boolean },
): Promise<OwnCheckIn> => {
  const { client, actor, now, today } = transaction;
  const { personId } = actor;
  const windows = await store.readWindows(client, windowsLookedAt);
  const current = epochAt(now);
  const [cells, open, appointments, outsider] = await Promise.all([
    store.readOwnCells(client, { personId, windows: windows.map(({ id }) => id) }),
    store.readOpenEpoch(client, current),
    readOwnAppointments(client, { personId, today }),
    store.readOutsider(client, { personId, today, windowId: windows[0]?.id ?? null }),
  ]);
  const firsts = windows.map(({ first }) => first);
  const rosters = new Map<number, RosterView>();
  for (const first of windowsFrom(firsts, now)) {
    const place = firsts.indexOf(first);
    const window = windows[place];
    const cell = cells.find(({ windowId }) => windowId === window?.id);
    if (!window || !cell) continue;
    if (!isOwnSince(outsider.provenOn, { ...window, demo })) continue;
    const previous = windows[place + 1] ?? null;
    const roster = await store.readRoster(client, { cellId: cell.cellId, previous: previous?.id ?? null });
    rosters.set(first, rosterView(roster, { window, previous, demo }));
  }
  const view = deriveCheckInView(
    { available, demo, windows: firsts, rosters, isOpen: open !== null, actor: { appointments }, outsider },
    now,
  );
  const answers = view.state === 'group' && view.accepting && open ? { number: current, ...open } : null;
  return { view, open: answers };
};

const rosterView = (
  { teams, members, before }: store.RosterRecord,
  { window, previous, demo }: { window: store.WindowRecord; previous: store.WindowRecord | null; demo: boolean },
): RosterView => {
  const { id, first } = window;
  const { announcedOn } = previous ?? window;
  const known = new Set<PersonId>(before.map(({ personId }) => personId));
  const present = new Set<PersonId>(members.map(({ personId }) => personId));
  return {
    windowId: id,
    digest: rosterDigest({
      windowId: id,
      teamIds: teams.map((team) => team.id),
      personIds: members.map(({ personId }) => personId),
    }),
    opensOn: epochTimes(first).startsOn,
    until: epochTimes(first + epochsInWindow).startsOn,
    teams: teams.map((team) => ({
      name: team.name,
      people: members
        .filter(({ teamId }) => teamId === team.id)
        .map(({ personId, name, addedBy, adder, provenOn }) => {
          const isNew = previous !== null && !known.has(personId);
          // Without proof nobody can answer with it.
          const newAccess = !isNew && provenOn !== null && !isOwnSince(provenOn, { announcedOn, demo });
          return { personId, name, isNew, addedBy: isNew ? addedBy : null, adder: isNew ? adder : null, newAccess };
        }),
    })),
    left: before.filter(({ personId }) => !present.has(personId)).map(({ name }) => name),
  };
};
