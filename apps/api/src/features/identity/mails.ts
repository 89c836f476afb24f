import type { Mail } from '../../platform/mailer.ts';

type Letter = { to: string; name: string; organisation: string; link: string };

/** Both languages in one mail: which one somebody reads is not known before they have signed in. */
const letter = ({
  to,
  subject,
  dutch,
  english,
}: {
  to: string;
  subject: string;
  dutch: string;
  english: string;
}): Mail => ({
  to,
  subject,
  text: `${dutch}\n\n– – –\n\n${english}\n`,
});

/** The mail with which somebody joins. */
export const invitationMail = ({ to, name, organisation, link }: Letter): Mail =>
  letter({
    to,
    subject: `Welkom bij Roer van ${organisation} / Welcome to Roer at ${organisation}`,
    dutch: [
      `Hallo ${name},`,
      `Je bent uitgenodigd voor Roer van ${organisation}. In Roer zie je samen met je team wie wat draagt.`,
      `Kies een wachtwoord, dan kun je beginnen:\n${link}`,
      'De link werkt één keer en verloopt na 14 dagen. Werkt hij niet meer? Vraag je beheerder dan om een nieuwe.',
    ].join('\n\n'),
    english: [
      `Hello ${name},`,
      `You have been invited to Roer at ${organisation}. In Roer you and your team see who holds what.`,
      `Choose a password to start:\n${link}`,
      'The link works once and expires after 14 days. Does it no longer work? Then ask your administrator for a new one.',
    ].join('\n\n'),
  });

/** The mail that tells somebody that they can sign in by the identity provider. */
export const doorMail = ({ to, name, organisation, link, provider }: Letter & { provider: string }): Mail =>
  letter({
    to,
    subject: `Welkom bij Roer van ${organisation} / Welcome to Roer at ${organisation}`,
    dutch: [
      `Hallo ${name},`,
      `Je bent uitgenodigd voor Roer van ${organisation}. In Roer zie je samen met je team wie wat draagt.`,
      `Log in met ${provider}. Je hebt er geen apart wachtwoord voor nodig:\n${link}`,
    ].join('\n\n'),
    english: [
      `Hello ${name},`,
      `You have been invited to Roer at ${organisation}. In Roer you and your team see who holds what.`,
      `Sign in with ${provider}. You need no other password for it:\n${link}`,
    ].join('\n\n'),
  });

/** The mail with which somebody chooses a new password. */
export const resetMail = ({ to, name, organisation, link }: Letter): Mail =>
  letter({
    to,
    subject: 'Een nieuw wachtwoord voor Roer / A new password for Roer',
    dutch: [
      `Hallo ${name},`,
      `Er is een nieuw wachtwoord aangevraagd voor Roer van ${organisation}. Kies het hier:\n${link}`,
      'De link werkt één keer en verloopt na een uur. Heb je hier niet om gevraagd? Dan hoef je niets te doen: je wachtwoord blijft zoals het is.',
    ].join('\n\n'),
    english: [
      `Hello ${name},`,
      `A new password was requested for Roer at ${organisation}. Choose it here:\n${link}`,
      'The link works once and expires after an hour. Did you not ask for this? Then you do not need to do anything: your password stays as it is.',
    ].join('\n\n'),
  });
