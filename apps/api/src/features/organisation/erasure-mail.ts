import type { Mail } from '../../platform/mailer.ts';

/** The last mail that somebody gets: in both languages, because nothing tells any more which they read. */
export const erasedMail = ({ to, name, organisation }: { to: string; name: string; organisation: string }): Mail => ({
  to,
  subject: 'Je gegevens in Roer zijn gewist / Your data in Roer have been erased',
  text: [
    `Hallo ${name},`,
    `Je gegevens in Roer van ${organisation} zijn gewist: je account, je naam, je adres en alles wat alleen van jou was. Het werk van je team is gebleven, zonder je naam.`,
    'Heb je hier niet om gevraagd? Neem dan contact op met je organisatie.',
    'Dit is de laatste mail die Roer je stuurt.',
    '– – –',
    `Hello ${name},`,
    `Your data in Roer at ${organisation} have been erased: your account, your name, your address and everything that was yours alone. The work of your team stayed, without your name.`,
    'Did you not ask for this? Then contact your organisation.',
    'This is the last mail that Roer sends you.',
  ]
    .join('\n\n')
    .concat('\n'),
});
