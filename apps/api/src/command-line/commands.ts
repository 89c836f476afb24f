import type { Command } from './command.ts';

/** What can be typed behind `pnpm roer`. */
export const commands: Readonly<Record<string, Command>> = {
  'create-administrator': {
    summary: 'makes somebody administrator and prints a link with which they choose a password, once',
    options: { organisation: '<name>', name: '<name>', email: '<address>' },
    beginsEmpty: true,
    load: async () => (await import('./create-administrator.ts')).createAdministrator,
  },
  'verify-audit': {
    summary:
      'seals what was done and checks that nothing of it was changed; prints how many entries, and the last digest',
    options: { earlier: '[<number>:<digest>]' },
    load: async () => (await import('./verify-audit.ts')).verifyAudit,
  },
  'rotate-keys': {
    summary: 'locks all keys of people with the first key of PERSON_KEYS_FILE; restart Roer with that key before',
    options: {},
    load: async () => (await import('./rotate-keys.ts')).rotateKeys,
  },
  'close-period': {
    summary: 'closes the periods of the check-in whose time is over and that nobody closed, and opens what is due',
    options: {},
    load: async () => (await import('./close-period.ts')).closePeriod,
  },
  'erase-person': {
    summary: 'tells what goes and what stays when somebody is erased, asks, and erases them; --yes does not ask',
    options: { person: '<address or id>', yes: '' },
    load: async () => (await import('./erase-person.ts')).erasePersonByOperator,
  },
  export: {
    summary:
      'writes everything of an organisation into one file, but for unreleased answers, keys and what is sealed with them',
    files: '<file>',
    options: { organisation: '[<name>]' },
    load: async () => (await import('./export.ts')).exportOrganisation,
  },
  restore: {
    summary: 'puts such a file into an empty database: all of it, or nothing',
    files: '<file>',
    options: {},
    beginsEmpty: true,
    load: async () => (await import('./restore.ts')).restoreOrganisation,
  },
  import: {
    summary: 'shows what files with people, responsibilities or a catalogue would bring; with --yes it brings them in',
    files: '<file>…',
    options: {
      kind: '[people|responsibilities|catalogue]',
      source: '[<name of a catalogue>]',
      sheet: '[<name>]',
      organisation: '[<name>]',
      'skip-wrong-rows': '',
      yes: '',
    },
    load: async () => (await import('./import.ts')).importFiles,
  },
};
