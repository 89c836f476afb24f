import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messageArguments } from './message-arguments.ts';

const folder = new URL('../../apps/web/src/i18n/', import.meta.url);
const filesOf = (language: string) =>
  readdirSync(new URL(`${language}/`, folder))
    .filter((name) => name.endsWith('.json'))
    .toSorted();

function sentencesOf(language: string, file: string): Map<string, string> {
  const sentences = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') sentences.set(path, value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
    else throw new Error(`${language}/${file}: ${path} is not a sentence`);
  };
  walk(JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')), '');
  return sentences;
}

describe('sentences in two languages', () => {
  it('UI1 both languages have the same files, and their two bundles have each of them once', () => {
    expect(filesOf('en')).toEqual(filesOf('nl'));
    expect(filesOf('nl').length).toBeGreaterThan(0);
    for (const language of ['nl', 'en']) {
      const bundles = ['bundle', 'later'].map((name) =>
        readFileSync(new URL(`${language}/${name}.ts`, folder), 'utf8'),
      );
      for (const file of filesOf(language))
        expect(bundles.filter((bundle) => bundle.includes(`'./${file}'`)).length, file).toBe(1);
    }
  });

  it.each(filesOf('nl'))('UI1 %s has the same keys in both languages, none empty', (file) => {
    const dutch = sentencesOf('nl', file);
    const english = sentencesOf('en', file);
    expect([...english.keys()].toSorted()).toEqual([...dutch.keys()].toSorted());
    for (const [key, sentence] of [...dutch, ...english]) expect(sentence.trim(), key).not.toBe('');
  });

  it.each(filesOf('nl'))('UI2 %s asks for the same values in both languages', (file) => {
    const english = sentencesOf('en', file);
    const read = (key: string, sentence: string) => {
      try {
        return messageArguments(sentence);
      } catch (error) {
        throw new Error(`${file}: ${key}`, { cause: error });
      }
    };
    for (const [key, sentence] of sentencesOf('nl', file)) {
      expect(read(key, english.get(key) ?? ''), `${file}: ${key}`).toEqual(read(key, sentence));
    }
  });

  it('UI2 sees through branches, and notices what is out of balance', () => {
    expect(messageArguments('{n, plural, one {<b>{who}</b> komt} other {# komen}}')).toEqual([
      '<b>',
      'n: plural',
      'who: text',
    ]);
    for (const broken of ['{n', 'n}', '<b>x', 'x</b>', '{n, plural, one {x}}'])
      expect(() => messageArguments(broken)).toThrow(Error);
  });
});
