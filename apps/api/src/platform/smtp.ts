import { createTransport } from 'nodemailer';
import type { Mailer } from './mailer.ts';

/** Sends mail by the server at an SMTP URL (`smtp://user:password@host:587`, `smtps://…`), in the name of `from`. */
export const openMailer = ({ url, from }: { url: string; from: string }): Mailer => {
  const transport = createTransport(url, { from });
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ to, subject, text });
    },
  };
};
