import { expect, it } from 'vitest';
import { createTranslator } from 'use-intl/core';
import { wordsOfCatalogueProblem, wordsOfImportProblem } from '@roer/api/command-line/import-words';
import { catalogueFields, catalogueFileProblemCodes } from '@roer/domain/organisation/catalogue-problem';
import type { CatalogueProblemCode } from '@roer/domain/organisation/catalogue-problem';
import {
  importFields,
  importFileReasons,
  importKinds,
  importRowReasons,
} from '@roer/domain/organisation/import-fields';
import catalogue from '@roer/web/i18n/en/catalogue.json' with { type: 'json' };
import imports from '@roer/web/i18n/en/imports.json' with { type: 'json' };

it('OP13 says what is wrong with a file in the words of the page', () => {
  const page = createTranslator({ locale: 'en-GB', messages: imports });
  const fields = importKinds.flatMap((kind) => importFields[kind].map(({ field }) => field));
  for (const reason of [...importFileReasons, ...importRowReasons])
    for (const field of fields) {
      const words = page(`problem.${reason}`, { value: 'dertig', line: 1204, field: page(`field.${field}`) });
      const problem = { field, reason, value: 'dertig', otherLine: 1204 };
      expect(wordsOfImportProblem({ ...problem, line: null, column: null })).toBe(words);
      expect(wordsOfImportProblem({ ...problem, line: 7, column: null })).toBe(page('onLine', { line: 7, words }));
      expect(wordsOfImportProblem({ ...problem, line: 7, column: 'Uren' })).toBe(
        page('inColumn', { line: 7, column: 'Uren', words }),
      );
    }
});

it('OP13 says what is wrong with a catalogue in the words of the page', () => {
  const page = createTranslator({ locale: 'en-GB', messages: catalogue, namespace: 'problem' });
  // Keys of the sentences are the codes, beside the two that place them.
  const codes = Object.keys(catalogue.problem).filter((key) => !['onLine', 'inColumn'].includes(key));
  expect(codes).toEqual(expect.arrayContaining([...catalogueFileProblemCodes]));
  for (const code of codes as CatalogueProblemCode[])
    for (const value of catalogueFields) {
      const reason = page(code, { value, line: 1204 });
      const problem = { code, value, otherLine: 1204 };
      expect(wordsOfCatalogueProblem({ ...problem, line: null, column: null })).toBe(reason);
      expect(wordsOfCatalogueProblem({ ...problem, line: 7, column: null })).toBe(page('onLine', { line: 7, reason }));
      expect(wordsOfCatalogueProblem({ ...problem, line: 7, column: 'id' })).toBe(
        page('inColumn', { line: 7, column: 'id', reason }),
      );
    }
});
