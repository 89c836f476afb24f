import { allowedFields, leavesOf } from './fields.ts';
import type { Town } from './town.ts';

type Recorded = Town['sent'][number];

/** Something that the interpreter found besides narrowed answers. `kind` is what a mutant is recognised by. */
export type Violation = { kind: ViolationKind; detail: string };
export type ViolationKind =
  /** A field, event, mail or line of the log that nobody allowed. */
  | 'unknown'
  /** A release that was published differently later, or to somebody else (P6, P8). */
  | 'changed'
  /** A release before its moment (P5). */
  | 'early'
  /** A release that is not the band of the answers that count (P2, P4, P9, P16). */
  | 'differs'
  /** An answer that its owner did not share, shown with a name. */
  | 'shown'
  /** A roster that was not the same for everybody or did not hold (P9, P17). */
  | 'roster'
  /** An alarm that does not follow from published bands (P7). */
  | 'alarm';

/** The body of an answer of tRPC: what it gives, or null for a refusal. */
export const dataIn = (text: string): unknown => {
  // The envelope of every answer of tRPC.
  const body = JSON.parse(text) as { result?: { data: unknown } };
  return body.result?.data ?? null;
};

/** Fields of an answer about check-ins that are not allowed, with their values and what stands beside them. */
export const unknownFields = ({ about, text }: Recorded): { path: string; value: unknown }[] => {
  const allowed = allowedFields[about];
  if (!allowed) return [];
  const data = dataIn(text);
  return data === null ? [] : leavesOf(data).filter(({ path, value }) => allowed[path]?.(value) !== true);
};

const errorFields = new Set(['error.message', 'error.code', 'error.data.httpStatus', 'error.data.code']);
/** What a team hears when people come and go, which every member may see. */
const toldToTeams = /^membership\.|^person\./;

/** What else left the server and is not on any list. */
export const unknownMessages = (sent: readonly Recorded[]): Violation[] =>
  sent.flatMap((each): Violation[] => {
    const found = (detail: string): Violation[] => [{ kind: 'unknown', detail: `${each.by} ${detail}` }];
    if (each.by === 'log' && each.text.includes('"msg":"Server listening at ')) return [];
    if (each.by === 'mail' || each.by === 'log') return found(each.text.slice(0, 200));
    if (each.by === 'frame') return isKnownFrame(each.text) ? [] : found(each.text.slice(0, 200));
    // Commands that the simulator gives itself are no part of the check-in.
    if (!(each.about in allowedFields)) return [];
    const error = JSON.parse(each.text) as object;
    const paths = 'error' in error ? leavesOf(error).map(({ path }) => path) : [];
    const strange = [...paths.filter((path) => !errorFields.has(path)), ...unknownFields(each).map(({ path }) => path)];
    return strange.flatMap((path) => found(`${each.about} ${path}`));
  });

const isKnownFrame = (frame: string): boolean => {
  if (frame === '41' || frame === '44{"message":"signInNeeded"}' || /^(0|40)\{/.test(frame) || /^43\d+\[/.test(frame))
    return true;
  if (!frame.startsWith('42')) return false;
  // The name of an event and what it says.
  const [event, message] = JSON.parse(frame.slice(2)) as [string, unknown];
  const leaves = leavesOf(message).filter(({ value }) => value !== undefined);
  if (['organisationChanged', 'rightsChanged', 'released', 'learningChanged', 'dashboardChanged'].includes(event))
    return leaves.length === 0;
  if (event === 'sessionEnded') return true;
  if (event === 'teamEnded') return leaves.every(({ path }) => path === 'teamId');
  if (event === 'heads') return leaves.every(({ value }) => Number.isSafeInteger(value));
  if (event === 'change') return leaves.some(({ path, value }) => path === 'action' && toldToTeams.test(String(value)));
  return false;
};
