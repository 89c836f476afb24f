import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteRow, TeamSnapshot } from '@roer/domain/feed';
import type { NoteId } from '@roer/domain/ids';
import { deriveAsleep } from '@roer/domain/responsibilities/asleep';
import { decideRemoveNote, decideWriteNote, noteLimits, notesOf } from '@roer/domain/responsibilities/notes';
import { teamCommandInputs } from '@roer/domain/responsibilities/schema';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { hostOf, piecesOf, typedAddress, webAddress } from '@roer/domain/responsibilities/web-address';
import { after, aTeam, by, refusalOf, responsibility, theId, today } from './team-builder.ts';

// The brand exists only for the compiler.
const noteId = (number: number) => `00000099-0000-7000-8000-${String(number).padStart(12, '0')}` as NoteId;
const responsibilityId = theId('responsibility', 1);
const plain = { title: 'Sleutel', body: 'In de kast.\nTweede plank.', url: null };
const write = (facts: TeamSnapshot, changed: object = {}, { person = 1, day = today } = {}) =>
  decideWriteNote(facts, { noteId: noteId(1), responsibilityId, version: 0, ...plain, ...changed }, by(person, day));
const remove = (facts: TeamSnapshot, changed: object = {}) =>
  decideRemoveNote(facts, { noteId: noteId(1), responsibilityId, version: 1, ...changed });
const withNote = (facts = aTeam()) => after(facts, write(facts));
const row = (facts: TeamSnapshot): NoteRow | undefined => facts.note[noteId(1)];

describe('writing a note', () => {
  it('N1 anybody of the team, at an open responsibility, with who and when', () => {
    const facts = withNote();
    expect(row(facts)).toEqual({
      ...plain,
      id: noteId(1),
      responsibilityId,
      personId: theId('person', 1),
      writtenOn: today,
      version: 1,
    });
    const changed = after(facts, write(facts, { version: 1, title: 'Sleutels' }, { person: 2, day: '2026-11-30' }));
    expect(row(changed)).toMatchObject({
      title: 'Sleutels',
      personId: theId('person', 2),
      writtenOn: '2026-11-30',
      version: 2,
    });
    expect(refusalOf(() => write(aTeam({ responsibilities: [] }))).code).toBe('notFound');
    const closed = aTeam({ responsibilities: [responsibility(1, { closedOn: today })] });
    expect(refusalOf(() => write(closed)).code).toBe('responsibilityClosed');
  });

  it('N1 wakes a responsibility that was asleep for want of a trace', () => {
    const facts = aTeam();
    const slept = responsibility(1);
    expect(deriveAsleep(facts, slept, today)).toMatchObject({ because: 'quiet' });
    expect(deriveAsleep(withNote(facts), slept, today)).toBeNull();
  });

  it('N2 not over a version that was not read, and not twice the same', () => {
    const facts = withNote();
    expect(write(facts, { version: 1 })).toEqual([]);
    const changed = after(facts, write(facts, { version: 1, body: '' }));
    expect(refusalOf(() => write(changed, { version: 1, body: 'Other' })).code).toBe('changedMeanwhile');
    expect(refusalOf(() => write(aTeam(), { version: 1 })).code).toBe('notFound');
    expect(refusalOf(() => write(facts, { version: 0, title: 'Other' })).code).toBe('badInput');
  });

  it('N2 of another responsibility is not there', () => {
    const facts = withNote(aTeam({ responsibilities: [responsibility(1), responsibility(2)] }));
    const elsewhere = { responsibilityId: theId('responsibility', 2), version: 1 };
    expect(refusalOf(() => write(facts, { ...elsewhere, title: 'Other' })).code).toBe('notFound');
    expect(refusalOf(() => remove(facts, elsewhere)).code).toBe('notFound');
  });

  it('N3 at most a hundred at one responsibility; changing one of them stays possible', () => {
    let facts = aTeam({ responsibilities: [responsibility(1), responsibility(2)] });
    for (let number = 1; number <= noteLimits.perResponsibility; number += 1)
      facts = after(facts, write(facts, { noteId: noteId(number) }));
    expect(notesOf(facts, responsibilityId)).toHaveLength(100);
    const another = { noteId: noteId(101) };
    expect(refusalOf(() => write(facts, another)).code).toBe('badInput');
    expect(write(facts, { version: 1, title: 'Other' })).toHaveLength(1);
    expect(write(facts, { ...another, responsibilityId: theId('responsibility', 2) })).toHaveLength(1);
  });
});

describe('removing a note', () => {
  it('N4 as it was read; what is not there changes nothing', () => {
    const facts = withNote();
    expect(after(facts, remove(facts)).note).toEqual({});
    expect(remove(aTeam())).toEqual([]);
    const changed = after(facts, write(facts, { version: 1, title: 'Other' }));
    expect(refusalOf(() => remove(changed)).code).toBe('changedMeanwhile');
    const closed = { ...facts, responsibility: { [responsibilityId]: responsibility(1, { closedOn: today }) } };
    expect(remove(closed)).toHaveLength(1);
  });

  it('N4 is undone: the words are back, and so is the one who wrote them', () => {
    const facts = withNote();
    const removal = remove(facts);
    const removed = after(facts, removal);
    const undone = after(removed, decideUndo(removed, { action: 'note.remove', changes: removal }, by(2)));
    expect(row(undone)).toEqual({ ...row(facts), version: 2 });
  });
});

describe('addresses', () => {
  const input = {
    commandId: theId('command', 1),
    teamId: theId('team', 1),
    responsibilityId,
    noteId: noteId(1),
    ...plain,
    version: 0,
  };
  const isTaken = (changed: object): boolean => teamCommandInputs.writeNote.safeParse({ ...input, ...changed }).success;

  it.each([
    ['https://gemeente.nl/beleid?a=1#top', 'https://gemeente.nl/beleid?a=1#top'],
    [' http://intranet/werk ', 'http://intranet/werk'],
    ['HTTPS://Gemeente.NL', 'https://gemeente.nl/'],
    ['https://münchen.example/ü', 'https://xn--mnchen-3ya.example/%C3%BC'],
    ['javascript:alert(1)', null],
    ['JaVaScRiPt:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,<script>alert(1)</script>', null],
    ['vbscript:x', null],
    ['file:///etc/passwd', null],
    ['ftp://gemeente.nl', null],
    ['mailto:a@gemeente.nl', null],
    ['//gemeente.nl', null],
    ['https://', null],
    ['https://gemeente.nl@evil.example/', null],
    ['https://a:b@evil.example/', null],
    [`https://gemeente.nl/${'a'.repeat(2000)}`, null],
    [`https://gemeente.nl/${'é'.repeat(1000)}`, null],
    ['', null],
  ])('N5 keeps %s as %s', (text, kept) => {
    expect(webAddress(text)).toBe(kept);
    expect(kept === null || isTaken({ url: kept })).toBe(true);
    if (kept !== text) expect(isTaken({ url: text })).toBe(false);
  });

  it.each([
    ['gemeente.nl/beleid', 'https://gemeente.nl/beleid'],
    ['www.gemeente.nl', 'https://www.gemeente.nl/'],
    ['gemeente.nl:8080/a', 'https://gemeente.nl:8080/a'],
    ['http://gemeente.nl', 'http://gemeente.nl/'],
    ['javascript:alert(1)', null],
    ['javascript:1', null],
    ['data:1', null],
    ['kast', null],
    ['twee woorden', null],
    ['', null],
  ])('N5 reads %s as people type it', (text, kept) => {
    expect(typedAddress(text)).toBe(kept);
  });

  it('N5 names the host that a link leads to, without www and never hidden', () => {
    expect(hostOf('https://www.gemeente.nl/a')).toBe('gemeente.nl');
    expect(hostOf('https://gemeente.nl.evil.example:8443/')).toBe('gemeente.nl.evil.example:8443');
  });

  it('N5 finds addresses in a text, and leaves everything else a text', () => {
    expect(piecesOf('Zie https://gemeente.nl/a, en (http://intranet/b).\n<b>javascript:alert(1)</b>')).toEqual([
      { text: 'Zie ', address: null },
      { text: 'https://gemeente.nl/a', address: 'https://gemeente.nl/a' },
      { text: ', en (', address: null },
      { text: 'http://intranet/b', address: 'http://intranet/b' },
      { text: ').\n<b>javascript:alert(1)</b>', address: null },
    ]);
    expect(piecesOf('')).toEqual([]);
  });

  it('N5 the pieces are the text, and every address of them is one', () => {
    const word = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.constantFrom('https://', 'http://a@b', 'javascript:x', ' ', '\n'),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('');
        const pieces = piecesOf(text);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const { address } of pieces) expect(address === null || webAddress(address) === address).toBe(true);
      }),
    );
  });

  it('N1 N3 texts have a length', () => {
    expect(isTaken({ title: 'a'.repeat(120), body: 'a'.repeat(4000) })).toBe(true);
    for (const changed of [{ title: ' ' }, { title: 'a'.repeat(121) }, { body: 'a'.repeat(4001) }, { version: -1 }])
      expect(isTaken(changed)).toBe(false);
  });
});
