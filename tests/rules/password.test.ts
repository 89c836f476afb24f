import { describe, expect, it } from 'vitest';
import { passwordWeakness } from '@roer/domain/identity/password';

const email = 'esra.kaya@water.example';

describe('I8 a password', () => {
  it.each([
    'paard batterij nietje',
    'correct horse battery',
    'ik fiets elke dag naar huis',
    '8402913847560',
    'ÿ∂ƒ wat een weer ☂ ja',
  ])('I8 is good enough: %s', (password) => expect(passwordWeakness(password, { email })).toBeNull());

  it.each([
    ['', 'tooShort'],
    ['elf tekens!', 'tooShort'],
    // Six signs of two units each are six characters.
    ['🚲🚲🚲🚲🚲🚲', 'tooShort'],
    ['ab'.repeat(65), 'tooLong'],
    ['Esra.Kaya@water.example', 'isAddress'],
    ['aaaaaaaaaaaa', 'common'],
    ['123456789012', 'common'],
    ['abcdefghijklm', 'common'],
    ['Wachtwoord2026!', 'common'],
    ['welkomwelkom', 'common'],
    ['Welkom gemeente 1', 'common'],
    ['2026-gemeente-', 'common'],
  ])('I8 is not good enough: %s', (password, reason) => {
    expect(passwordWeakness(password, { email })).toBe(reason);
  });
});
