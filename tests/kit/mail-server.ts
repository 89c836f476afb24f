import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = {
  to: string[];
  /** Headers and text, decoded as far as plain UTF-8 mail needs. */ text: string;
};

export type MailServer = {
  /** For SMTP_URL. */
  url: string;
  /** The next mail that arrives, or that arrived and was not taken yet. */
  next: () => Promise<ReceivedMail>;
  /** How many arrived and were not taken. */
  waiting: () => number;
  /** From now on every mail is refused, or taken again. */
  refuse: (refusing: boolean) => void;
  close: () => Promise<void>;
};

/** A real SMTP server on a port of its own. */
export const startMailServer = async (): Promise<MailServer> => {
  let refusing = false;
  const arrived: ReceivedMail[] = [];
  const wanted: ((mail: ReceivedMail) => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusing) return callback(new Error('The mailbox is full'));
        const mail = {
          to: session.envelope.rcptTo.map((recipient) => recipient.address),
          text: readable(Buffer.concat(chunks).toString('utf8')),
        };
        const [first] = wanted.splice(0, 1);
        if (first) first(mail);
        else arrived.push(mail);
        return callback();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  // A server that listens on a port has such an address.
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    next: () => {
      const [mail] = arrived.splice(0, 1);
      return mail ? Promise.resolve(mail) : new Promise((resolve) => void wanted.push(resolve));
    },
    waiting: () => arrived.length,
    refuse: (value) => {
      refusing = value;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

/** Undoes quoted-printable: soft line breaks first, then the bytes. */
const readable = (raw: string): string =>
  Buffer.from(
    raw
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
