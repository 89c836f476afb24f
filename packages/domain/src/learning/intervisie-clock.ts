/** The five phases of the incident method, in their order. */
export const phases = ['incident', 'questions', 'analysis', 'advice', 'intention'] as const;
export type Phase = (typeof phases)[number];

/** Minutes of each phase unless somebody chooses others, and the least and most of one. */
export const usualMinutes: Readonly<Record<Phase, number>> = {
  incident: 10,
  questions: 15,
  analysis: 15,
  advice: 10,
  intention: 10,
};
export const minuteLimits = { least: 1, most: 60 } as const;
/** What the clock gets when a phase needs longer. */
export const moreMinutes = 5;

const minute = 60_000;

/**
 * The one clock of a room, by the server's time in epoch milliseconds: `phase` (an index, `phases.length` when all are over) began at
 * `startedAt`. `lengths` are milliseconds. What comes after it is derived, so nothing is stored when time moves on.
 */
export type IntervisieClock = {
  readonly phase: number;
  readonly startedAt: number;
  readonly lengths: readonly number[];
  /** Since when it stands still; null while it runs. */
  readonly pausedAt: number | null;
};

/** Where a room is at a moment. `left` is milliseconds; over: since when. */
export type PhaseNow =
  | { readonly state: 'running' | 'paused'; readonly phase: Phase; readonly endsAt: number; readonly left: number }
  | { readonly state: 'over'; readonly since: number };

/** A clock that starts `now`, with minutes of each phase. */
export const startClock = (minutes: readonly number[], now: number): IntervisieClock => ({
  phase: 0,
  startedAt: now,
  lengths: phases.map((phase, index) => (minutes[index] ?? usualMinutes[phase]) * minute),
  pausedAt: null,
});

/** The same clock, told from the phase that it is in at `now`. */
export const caughtUp = (clock: IntervisieClock, now: number): IntervisieClock => {
  const at = clock.pausedAt ?? now;
  let { phase, startedAt } = clock;
  while (phase < phases.length) {
    const ends = startedAt + (clock.lengths[phase] ?? 0);
    if (at < ends) break;
    startedAt = ends;
    phase += 1;
  }
  return { ...clock, phase, startedAt };
};

/** Which phase it is at `now` and when it ends: the same for everybody with the same `now` (rule L6.2). */
export const derivePhase = (clock: IntervisieClock, now: number): PhaseNow => {
  const { phase, startedAt, lengths, pausedAt } = caughtUp(clock, now);
  const name = phases[phase];
  if (name === undefined) return { state: 'over', since: startedAt };
  const endsAt = startedAt + (lengths[phase] ?? 0);
  return { state: pausedAt === null ? 'running' : 'paused', phase: name, endsAt, left: endsAt - (pausedAt ?? now) };
};

/** When the last phase ends if nobody does anything; null while the clock stands still. */
export const plannedEnd = ({ phase, startedAt, lengths, pausedAt }: IntervisieClock): number | null =>
  pausedAt === null ? lengths.slice(phase).reduce((sum, length) => sum + length, startedAt) : null;

export const clockActs = ['next', 'more', 'pause', 'resume'] as const;
export type ClockAct = (typeof clockActs)[number];

/** What somebody does to the clock, with the phase that they saw and when it would end: what they did not see, they do not change. */
export type ClockCommand = { readonly act: ClockAct; readonly phase: Phase; readonly endsAt: number };

/**
 * Moves the clock at `now`. A command about another phase or another end than there is now, such as one that time or somebody else was ahead
 * of, changes nothing; so a retry does nothing twice (rule L6.3).
 */
export const moveClock = (
  clock: IntervisieClock,
  { act, phase, endsAt }: ClockCommand,
  now: number,
): IntervisieClock => {
  const here = derivePhase(clock, now);
  const told = caughtUp(clock, now);
  if (here.state === 'over' || here.phase !== phase || here.endsAt !== endsAt) return told;
  switch (act) {
    case 'next':
      return { ...told, phase: told.phase + 1, startedAt: now, pausedAt: null };
    case 'more':
      return {
        ...told,
        lengths: told.lengths.map((length, index) => (index === told.phase ? length + moreMinutes * minute : length)),
      };
    case 'pause':
      return here.state === 'paused' ? told : { ...told, pausedAt: now };
    case 'resume':
      return told.pausedAt === null
        ? told
        : { ...told, startedAt: told.startedAt + (now - told.pausedAt), pausedAt: null };
  }
};
