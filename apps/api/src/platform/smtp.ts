import { createTransport } from 'nodemailer';
import type { Mailer } from './mailer.ts';

/** Sends mail by the server at an SMTP URL (`smtp://user:password@host:587`, `smtps://…`), in the name of `from`. */
export const openMailer = ({ url, from }: { url: string; from: string }): Mailer => {
  // A mail server that does not answer must not keep anybody waiting for minutes.
  const transport = createTransport(
    { url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    { from },
  );
  return {
    send: async (mail) => {
      await transport.sendMail(mail);
    },
    isReachable: () =>
      transport.verify().then(
        () => true,
        () => false,
      ),
  };
};
