import { expect, it } from 'vitest';
import { mutants } from './mutants.ts';
import { patched, tryPatches } from './plant.ts';

it('a planted fault has its place in the sources of now, and says so when it has none', () => {
  for (const { patches } of mutants) expect(tryPatches(patches).size).toBeGreaterThan(0);
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  const patch = { file: 'a.ts', find: 'b', replace: 'c' };
  expect(patched('abd', patch)).toBe('acd');
  expect(() => patched('ad', patch)).toThrow('0 times');
  expect(() => patched('bab', patch)).toThrow('2 times');
});
