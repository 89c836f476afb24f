import type { LocalDate } from '@roer/domain/dates';
import type { api } from '../../live/api.ts';

type Everything = Awaited<ReturnType<typeof api.learning.ownLearning.query>>;
type Words = {
  language: string;
  words: (
    key:
      | 'untitled'
      | 'file.title'
      | 'reflection.heading'
      | `steps.${'wish' | 'outcome' | 'obstacle' | 'ifThen'}`
      | `state.${Everything['goals'][number]['state']}`,
  ) => string;
  longDate: (date: LocalDate) => string;
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');

/** A page to read and print: no scripts, nothing from elsewhere. */
export const learningHtml = ({ goals }: Everything, { language, words, longDate }: Words): string => {
  const part = (name: string, text: string): string =>
    text.trim() === '' ? '' : `<h3>${escaped(name)}</h3><p>${escaped(text)}</p>`;
  const parts = goals.map(({ title, state, plan, reflections }) =>
    [
      `<h2>${escaped(title === '' ? words('untitled') : title)}</h2><p>${escaped(words(`state.${state}`))}</p>`,
      ...(['wish', 'outcome', 'obstacle'] as const).map((field) => part(words(`steps.${field}`), plan[field])),
      part(words('steps.ifThen'), [plan.occasion, plan.action].filter((text) => text.trim() !== '').join('\n')),
      ...(reflections.length === 0 ? [] : [`<h3>${escaped(words('reflection.heading'))}</h3>`]),
      ...reflections.map(({ on, text }) => `<p><b>${escaped(longDate(on))}</b><br>${escaped(text)}</p>`),
    ].join('\n'),
  );
  const title = escaped(words('file.title'));
  return `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:44em;margin:2em auto;padding:0 1em}p{white-space:pre-wrap}</style>
<h1>${title}</h1>
${parts.join('\n')}
</html>
`;
};
