import type { PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';

/** Somebody who looks at a team's pages at this moment, and at which responsibility. Never when: it is not known. */
export type PresentPerson = { personId: PersonId; responsibilityId: ResponsibilityId | null };

type Look = PresentPerson & { teamId: TeamId };

export type Presence = {
  /** What the page of one socket shows from now on; null when it is hidden, elsewhere or gone. */
  look: (socketId: string, look: Look | null) => void;
  /** The socket may no longer look at this team. */
  away: (socketId: string, teamId: TeamId) => void;
  /** Who looks at a team now. Somebody with several pages open is there once, at what they looked at last. */
  at: (teamId: TeamId) => PresentPerson[];
  close: () => void;
};

/**
 * Who is looking, in memory alone and only as long as they look: nothing is stored or logged, and nothing can be asked
 * about the past (rules PR1–PR4). `tell` is called at most once per team in `tellEvery` milliseconds.
 */
export const openPresence = (options: {
  tell: (teamId: TeamId, people: PresentPerson[]) => void;
  tellEvery: number;
}): Presence => {
  /** In order of looking, latest last. */
  const looks = new Map<string, Look>();
  const told = new Map<TeamId, string>();
  const waiting = new Map<TeamId, ReturnType<typeof setTimeout>>();

  const at = (teamId: TeamId): PresentPerson[] => {
    const people = new Map<PersonId, PresentPerson>();
    for (const { personId, responsibilityId, teamId: where } of looks.values())
      if (where === teamId) people.set(personId, { personId, responsibilityId });
    return [...people.values()];
  };

  const tell = (teamId: TeamId): void => {
    const people = at(teamId);
    const words = JSON.stringify(people.toSorted((one, other) => (one.personId < other.personId ? -1 : 1)));
    if (words === (told.get(teamId) ?? '[]')) return;
    if (people.length === 0) told.delete(teamId);
    else told.set(teamId, words);
    options.tell(teamId, people);
  };

  /** The first at once, and what comes in the moment after it together. */
  const changed = (teamId: TeamId): void => {
    if (waiting.has(teamId)) return;
    tell(teamId);
    const timer = setTimeout(() => {
      waiting.delete(teamId);
      tell(teamId);
    }, options.tellEvery);
    timer.unref();
    waiting.set(teamId, timer);
  };

  const look: Presence['look'] = (socketId, next) => {
    const before = looks.get(socketId);
    looks.delete(socketId);
    if (next) looks.set(socketId, next);
    if (before && before.teamId !== next?.teamId) changed(before.teamId);
    if (next) changed(next.teamId);
  };

  return {
    look,
    away: (socketId, teamId) => {
      if (looks.get(socketId)?.teamId === teamId) look(socketId, null);
    },
    at,
    close: () => {
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
};
