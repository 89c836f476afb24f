export type Mail = { to: string; subject: string; text: string };

/** Sends one mail. Rejects when the mail server did not take it. */
export type Mailer = { send: (mail: Mail) => Promise<void> };
