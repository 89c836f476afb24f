export type Mail = { to: string; subject: string; text: string; html?: string; headers?: Record<string, string> };

export type Mailer = {
  /** Sends one mail. Rejects when the mail server did not take it. */
  send: (mail: Mail) => Promise<void>;
  /** Whether the mail server answers now, for who sends to many. */
  isReachable?: () => Promise<boolean>;
};
