import { describe, expect, it } from 'vitest';
import { returnTo } from '@roer/web/features/identity/return-to.ts';

const asked = (address: string): string => returnTo(`?${new URLSearchParams({ returnTo: address })}`);

describe('where somebody goes after signing in', () => {
  it.each(['/', '/team/1?open=2', '/organisation/people#x', '/a%2f%2fb'])(
    'is an address of this site: %s',
    (address) => {
      expect(asked(address)).toBe(address);
    },
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    '//[',
    '',
  ])('is never another site’s: %j', (address) => {
    const { origin } = new URL(asked(address), 'https://roer.water.example');
    expect(origin).toBe('https://roer.water.example');
  });
});
