import type { ContributionPage } from './contribution.ts';

/** Every text of a page that its readers see. */
const textsOf = ({ from, talents, carries, results }: ContributionPage): string[] => [
  from,
  ...talents,
  ...carries.map(({ title }) => title),
  ...results.flatMap(({ text, evidence }) => [
    text,
    ...(evidence ? [evidence.title, 'about' in evidence ? evidence.about : ''] : []),
  ]),
];

/**
 * Which of these people a page seems to name, by their full or first name as a word of its own: its owner is asked to look
 * again (rule R9.11). A first name can be a word too, so it is only a question.
 */
export const namedColleagues = (page: ContributionPage, names: readonly string[]): string[] => {
  const text = textsOf(page).join('\n');
  const words = new Set(text.match(/[\p{L}\p{M}-]+/gu));
  return names.filter((name) => {
    const [first = ''] = name.split(' ');
    return name !== '' && (text.includes(name) || (first.length > 2 && words.has(first)));
  });
};
