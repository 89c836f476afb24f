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
    subject: `Welkom bij Roer van ${organisation}`,
    dutch: [
      `Hallo ${name},`,
      `Je bent uitgenodigd voor Roer van ${organisation}. In Roer zie je samen met je team wie wat doet.`,
      `Kies een wachtwoord en je kunt beginnen:\n${link}`,
      'De link werkt 14 dagen en één keer. Is hij verlopen? Vraag je beheerder dan om een nieuwe.',
    ].join('\n\n'),
    english: [
      `Hello ${name},`,
      `You have been invited to Roer of ${organisation}. In Roer you and your team see who does what.`,
      `Choose a password and you can start:\n${link}`,
      'The link works for 14 days and once. Has it expired? Ask your administrator for a new one.',
    ].join('\n\n'),
  });

/** The mail with which somebody chooses a new password. */
export const resetMail = ({ to, name, organisation, link }: Letter): Mail =>
  letter({
    to,
    subject: 'Een nieuw wachtwoord voor Roer',
    dutch: [
      `Hallo ${name},`,
      `Er is een nieuw wachtwoord gevraagd voor Roer van ${organisation}. Kies het hier:\n${link}`,
      'De link werkt een uur en één keer. Heb je hier niet om gevraagd? Dan hoef je niets te doen: je wachtwoord blijft zoals het is.',
    ].join('\n\n'),
    english: [
      `Hello ${name},`,
      `Somebody asked for a new password for Roer of ${organisation}. Choose it here:\n${link}`,
      'The link works for an hour and once. Did you not ask for this? Then there is nothing to do: your password stays as it is.',
    ].join('\n\n'),
  });
