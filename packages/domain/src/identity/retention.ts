/**
 * How long is kept what a job removes when its time is over, in days (rule MD10). The page *What Roer stores about me* tells of each in
 * words. What ends with something else (a session, a link that was made public, an answer, a room of intervisie) goes with that, and is
 * reported to nobody: a count of it could tell what somebody did.
 */
export const retention = {
  /** Changes of a feed, but for the last one of each. */
  changes: 30,
  /** Answers to commands, so that a command that is sent again is done once. */
  commands: 30,
  /** Links to choose a password: from the moment at which they were used or ended. */
  links: 0,
  /** In which weeks the weekly mail was sent. */
  digestsSent: 60,
  /** Who opened a dashboard, as long as a team can see it (rule I2.2). */
  mirrorVisits: 90,
  /** Who signed in, and how often it did not work (rule AU8). */
  signIns: 90,
} as const satisfies Record<string, number>;

export type RetentionKind = keyof typeof retention;

// A literal's keys.
export const retentionKinds = Object.keys(retention) as RetentionKind[];

/** When a kind was last gone through, in epoch milliseconds, and how many rows went then; both null when it never was. */
export type RetentionLine = { kind: RetentionKind; days: number; at: number | null; removed: number | null };
