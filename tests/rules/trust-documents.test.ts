import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { storedGroups, storedKindNames, storedKinds } from '@roer/domain/identity/stored';
import accountEnglish from '../../apps/web/src/i18n/en/account.json' with { type: 'json' };
import checkInEnglish from '../../apps/web/src/i18n/en/check-in.json' with { type: 'json' };
import accountDutch from '../../apps/web/src/i18n/nl/account.json' with { type: 'json' };
import checkInDutch from '../../apps/web/src/i18n/nl/check-in.json' with { type: 'json' };

const docs = path.join(import.meta.dirname, '../../docs');
const trust = path.join(docs, 'trust');
const read = (file: string): string => readFileSync(path.join(trust, file), 'utf8');
const names = ['accessibility', 'dpia', 'kinds', 'register', 'works-council'];
const languages = ['nl', 'en'] as const;
const screen = {
  nl: { stored: accountDutch.stored, claims: checkInDutch.aboutMe.claims },
  en: { stored: accountEnglish.stored, claims: checkInEnglish.aboutMe.claims },
};
const about = {
  nl: {
    title: 'Welke gegevens Roer bewaart, per soort',
    lead: 'De zinnen van de pagina *Wat Roer over mij bewaart*, die iedereen over zichzelf ziet. Een test houdt ze gelijk.',
    head: ['Soort', 'Wat', 'Waarom', 'Wie het ziet', 'Hoe lang'],
  },
  en: {
    title: 'What Roer stores, by kind',
    lead: 'The sentences of the page *What Roer stores about me*, which everybody sees about themselves. A test keeps them the same.',
    head: ['Kind', 'What', 'Why', 'Who sees it', 'How long'],
  },
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const kindsIn = (language: (typeof languages)[number]): string => {
  const { title, lead, head } = about[language];
  const { groups, kinds } = screen[language].stored;
  const parts = storedGroups.map((group) => [
    `## ${groups[group]}`,
    '',
    row(head),
    row(head.map(() => '---')),
    ...storedKindNames
      .filter((kind) => storedKinds[kind].group === group)
      .map((kind) => {
        const { title: name, what, why, who, long } = kinds[kind];
        return row([name, what, why, who, long]);
      }),
    '',
  ]);
  return [`# ${title}`, '', lead, '', ...parts.flat()].join('\n');
};

/** The depth of each heading, and how many lines of each table and list stand under it. */
const shapeOf = (text: string): string[] => {
  const parts = text.split(/^(?=#+ )/m);
  return parts.map((part) => {
    const [depth = ''] = /^#+/.exec(part) ?? [];
    const count = (line: RegExp): number => part.match(line)?.length ?? 0;
    return `${depth} rows ${count(/^\|/gm)} items ${count(/^(- |\d+\. )/gm)}`;
  });
};

describe('the documents for whoever has to judge Roer', () => {
  it('TD1 are all there in both languages, with the same parts', () => {
    expect(readdirSync(trust).toSorted()).toEqual(
      names.flatMap((name) => languages.map((language) => `${name}.${language}.md`)).toSorted(),
    );
    for (const name of names) expect(shapeOf(read(`${name}.nl.md`)), name).toEqual(shapeOf(read(`${name}.en.md`)));
  });

  it.each(languages)('TD2 tell of every kind in the words of the page: %s', async (language) => {
    await expect(kindsIn(language)).toMatchFileSnapshot(path.join(trust, `kinds.${language}.md`));
  });

  it.each(languages)('TD3 give the figures of the attacks and the words on the screen: %s', (language) => {
    const text = read(`works-council.${language}.md`);
    const measured = /^\| 500 \|.*$/m.exec(readFileSync(path.join(docs, 'privacy.md'), 'utf8'))?.[0];
    expect(measured).toBeDefined();
    expect(text).toContain(measured);
    for (const claim of Object.values(screen[language].claims)) expect(text).toContain(`- ${claim}\n`);
  });

  it('TD4 link to what is there', () => {
    const broken = readdirSync(trust).flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)#]+)[^)]*\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(path.join(trust, target)))
        .map((target) => `${file}: ${target}`),
    );
    expect(broken).toEqual([]);
  });
});
