import * as Y from 'yjs';
import { goalTexts } from '@roer/domain/learning/goal';
import type { GoalField, GoalTextPart } from '@roer/domain/learning/goal';
import type { Failure } from '../../live/api.ts';
import { typedChange } from './typed-change.ts';

export type Texts = Partial<Record<GoalField, string>>;

/** How what was typed is under way. `waiting`: it stands on this device until there is a connection. `refused`: the server does not take it. */
export type Sending = { state: 'sent' | 'sending' | 'waiting' } | { state: 'refused'; failure: Failure };

/** What a shared text asks of the page around it. */
type Outside = {
  send: (update: Uint8Array) => Promise<Failure | null>;
  keep: (document: Uint8Array) => void;
  forget: () => void;
  /** Calls back after so many milliseconds; gives how to call it off. */
  later: (work: () => void, milliseconds: number) => () => void;
};

/** Milliseconds: between two sendings while somebody types, and until what was not answered is sent again, at most. */
const pause = 300;
const longest = 5000;

/** Base64 of bytes of any length, and back. */
export const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCodePoint(byte);
  return btoa(text);
};
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0);

/**
 * One part of a goal that two people write in at once. What is typed here is kept on the device until the server has it, and sent again until
 * it answers; what comes from there is merged. Both lose nothing: whatever order it comes in, it gives the same text.
 */
export const openSharedText = (part: GoalTextPart, outside: Outside) => {
  const document = new Y.Doc({ gc: true });
  const fields: readonly GoalField[] = goalTexts[part];
  const listeners = new Set<() => void>();
  let texts: Texts = {};
  let sending: Sending = { state: 'sent' };
  /** What the server is known to have. */
  let there: Uint8Array | null = null;
  let isDirty = false;
  let isUnderWay = false;
  let tries = 0;
  let callOff: (() => void) | null = null;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const say = (next: Sending): void => {
    sending = next;
    tell();
  };
  const read = (): void => {
    texts = Object.fromEntries(fields.map((field) => [field, document.getText(field).toString()]));
    tell();
  };
  document.on('update', read);

  const plan = (milliseconds: number): void => {
    callOff?.();
    callOff = outside.later(() => {
      callOff = null;
      void send();
    }, milliseconds);
  };
  const send = async (): Promise<void> => {
    if (isUnderWay || !isDirty) return;
    // Until the server's text was here nothing can go to it.
    if (there === null) return say({ state: 'waiting' });
    isUnderWay = true;
    isDirty = false;
    const vector = Y.encodeStateVector(document);
    const failure = await outside.send(Y.encodeStateAsUpdate(document, there));
    isUnderWay = false;
    if (failure === null) {
      there = vector;
      tries = 0;
      if (isDirty) plan(pause);
      else {
        outside.forget();
        say({ state: 'sent' });
      }
      return;
    }
    isDirty = true;
    const comesBack = failure.code === 'unreachable' || failure.code === 'tooManyRequests';
    say(comesBack ? { state: 'waiting' } : { state: 'refused', failure });
    tries += 1;
    if (comesBack) plan(Math.min(longest, pause * 2 ** tries));
  };
  const changed = (): void => {
    isDirty = true;
    outside.keep(Y.encodeStateAsUpdate(document));
    if (sending.state !== 'waiting') say({ state: 'sending' });
    if (!isUnderWay && callOff === null) plan(pause);
  };

  return {
    /** For React: the same object until something changed. */
    texts: (): Texts => texts,
    sending: (): Sending => sending,
    listen: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** What a field holds now. */
    type: (field: GoalField, value: string): void => {
      const text = document.getText(field);
      const { at, removed, added } = typedChange(text.toString(), value);
      if (removed === 0 && added === '') return;
      document.transact(() => {
        text.delete(at, removed);
        text.insert(at, added);
      });
      changed();
    },
    /** The server's text, whenever it came. */
    merge: (state: Uint8Array): void => {
      Y.applyUpdate(document, state);
      there ??= Y.encodeStateVectorFromUpdate(state);
      if (isDirty) plan(0);
    },
    /** What stood on this device and was never answered. */
    restore: (kept: Uint8Array): void => {
      Y.applyUpdate(document, kept);
      changed();
    },
    /** Sends at once what waits: there is a connection again, or the page goes. */
    hurry: (): void => {
      tries = 0;
      void send();
    },
    /** A place in a field that stays where it is while somebody else types before it. */
    mark: (field: GoalField, index: number): Y.RelativePosition =>
      Y.createRelativePositionFromTypeIndex(document.getText(field), index, -1),
    placeOf: (mark: Y.RelativePosition): number | null =>
      Y.createAbsolutePositionFromRelativePosition(mark, document)?.index ?? null,
    end: (): void => {
      callOff?.();
      // What was typed in the last moment goes along; it stands on the device until it is answered.
      void send();
      document.destroy();
      listeners.clear();
    },
  };
};

export type SharedText = ReturnType<typeof openSharedText>;
