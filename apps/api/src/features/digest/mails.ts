import type { DigestLanguage } from '@roer/db/digest';
import type { LocalDate } from '@roer/domain/dates';
import type { DigestDate, TeamDigest } from '@roer/domain/responsibilities/digest';
import type { Mail } from '../../platform/mailer.ts';

export type NamedDigest = TeamDigest & { team: string };
type Letter = {
  to: string;
  name: string;
  language: DigestLanguage;
  teams: readonly NamedDigest[];
  /** Where Roer is, and where the mails are stopped. */
  address: string;
  stop: string;
};

/** As many titles as somebody reads; the rest is counted. */
const mostTitles = 25;

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const words = {
  nl: {
    locale: 'nl-NL',
    subject: 'Jouw week in Roer',
    hello: (name: string) => `Hallo ${name},`,
    week: (count: number) =>
      `Deze week ${count === 1 ? 'komt' : 'komen'} ${many(count, 'taak', 'taken')} van jou langs.`,
    open: (count: number) => `${many(count, 'taak', 'taken')} van eerder ${count === 1 ? 'staat' : 'staan'} nog open.`,
    asked: (count: number) => `${many(count, 'vraag wacht', 'vragen wachten')} op jouw antwoord.`,
    anybody: (count: number) =>
      `In je teams ${count === 1 ? 'staat' : 'staan'} ${many(count, 'vraag of aanbod', 'vragen en aanbiedingen')} open voor wie wil.`,
    standsIn: 'achtervang',
    rest: (count: number) => `en nog ${count}`,
    openRoer: 'Bekijk het in Roer',
    why: 'Je krijgt deze mail op maandag, omdat je dat in Roer hebt gekozen.',
    stop: 'Stop deze mail',
  },
  en: {
    locale: 'en-GB',
    subject: 'Your week in Roer',
    hello: (name: string) => `Hello ${name},`,
    week: (count: number) => `${many(count, 'duty of yours comes', 'duties of yours come')} round this week.`,
    open: (count: number) => `${many(count, 'earlier duty is', 'earlier duties are')} still open.`,
    asked: (count: number) => `${many(count, 'question waits', 'questions wait')} for your answer.`,
    anybody: (count: number) =>
      `${many(count, 'request or offer is', 'requests and offers are')} open to anybody in your teams.`,
    standsIn: 'standing in',
    rest: (count: number) => `and ${count} more`,
    openRoer: 'See it in Roer',
    why: 'You get this mail on Mondays because you chose so in Roer.',
    stop: 'Stop this mail',
  },
} as const;

/** One paragraph: a sentence, and the titles under it. */
type Part = { sentence: string; lines: string[] };

/** The weekly mail, in text and in simple HTML (rule J4). */
export const digestMail = (letter: Letter): Mail => {
  const w = words[letter.language];
  const first = oneLine(letter.name).split(' ')[0] ?? letter.name;
  const parts = partsOf(letter);
  const text = [
    w.hello(first),
    ...parts.map(({ sentence, lines }) => [sentence, ...lines.map((line) => `- ${line}`)].join('\n')),
    `${w.openRoer}: ${letter.address}`,
    `${w.why}\n${w.stop}: ${letter.stop}`,
  ].join('\n\n');
  const html = [
    `<p>${escaped(w.hello(first))}</p>`,
    ...parts.map(({ sentence, lines }) => {
      const list = lines.map((line) => `<li>${escaped(line)}</li>`).join('');
      return `<p>${escaped(sentence)}</p>${list === '' ? '' : `<ul>${list}</ul>`}`;
    }),
    `<p><a href="${escaped(letter.address)}">${w.openRoer}</a></p>`,
    `<p>${escaped(w.why)} <a href="${escaped(letter.stop)}">${w.stop}</a></p>`,
  ].join('\n');
  return {
    to: letter.to,
    subject: w.subject,
    text: `${text}\n`,
    html: `<!doctype html><html lang="${letter.language}"><meta charset="utf-8"><title>${w.subject}</title><body>\n${html}\n</body></html>\n`,
    headers: {
      // RFC 8058: the mail program may stop the mails with one press.
      'List-Unsubscribe': `<${letter.stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  };
};

const partsOf = ({ language, teams }: Letter): Part[] => {
  const w = words[language];
  const total = (of: (team: NamedDigest) => number): number => teams.reduce((sum, team) => sum + of(team), 0);
  const titles = (of: (team: NamedDigest) => DigestDate[]): string[] => {
    const dated = teams.flatMap((team) => of(team).map((date) => ({ ...date, team: team.team })));
    const lines = dated
      .toSorted((one, other) => one.on.localeCompare(other.on))
      .map(({ title, on, team, standsIn }) => {
        const beside = [...(standsIn ? [w.standsIn] : []), ...(teams.length > 1 ? [oneLine(team)] : [])];
        return `${dayOf(on, w.locale)}: ${oneLine(title)}${beside.length > 0 ? ` (${beside.join(', ')})` : ''}`;
      });
    const rest = lines.length - mostTitles;
    return rest > 0 ? [...lines.slice(0, mostTitles), w.rest(rest)] : lines;
  };
  const counted = [
    { count: total(({ week }) => week.length), sentence: w.week, lines: titles(({ week }) => week) },
    { count: total(({ open }) => open.length), sentence: w.open, lines: titles(({ open }) => open) },
    { count: total(({ asked }) => asked), sentence: w.asked, lines: [] },
    { count: total(({ anybody }) => anybody), sentence: w.anybody, lines: [] },
  ];
  return counted
    .filter(({ count }) => count > 0)
    .map(({ count, sentence, lines }) => ({ sentence: sentence(count), lines }));
};

const dayOf = (date: LocalDate, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** What people wrote, without line ends and signs that turn the direction of reading: they add no sentences to ours. */
const oneLine = (words: string): string => words.replaceAll(/[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (words: string): string => words.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
