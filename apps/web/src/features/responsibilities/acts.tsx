import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import type { Delivery } from '@roer/domain/feed';
import type { CommandId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import type { DecisionContext } from '@roer/domain/responsibilities/facts';
import { isUndoable } from '@roer/domain/responsibilities/undoable';
import type { Failure } from '../../live/api.ts';
import { useTeamCommand } from '../../live/apply.ts';
import type { Outcome } from '../../live/apply.ts';
import { newId, today } from '../../live/clock.ts';
import { onDelivery } from '../../live/recent.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import type { BoardCommand } from './commands.ts';

/** Something that a person does here. `done` says in words what was done; `about` where a failure is shown. */
export type Act = { command: BoardCommand; done: string; about: ResponsibilityId | null };
type Done = Act & { commandId: CommandId };

export type Acts = {
  context: DecisionContext;
  act: (act: Act) => Promise<Outcome>;
  /** How often something was done or undone here: one's own act may move rows at once. */
  acted: number;
  /** What was done last and can be undone, in words. */
  lastDone: string | undefined;
  undo: () => void;
  forgetDone: () => void;
  failed: { about: ResponsibilityId | null; failure: Failure } | null;
  forgetFailure: () => void;
};

const undoLimit = 20;

/** How an undo is decided comes after the first paint; without it the server's word is waited for. */
const loadUndo = () => import('@roer/domain/responsibilities/undo');

const ActsContext = createContext<Acts | null>(null);

export const useActs = (): Acts => {
  const acts = use(ActsContext);
  if (!acts) throw new Error('Acts are given by ActsProvider.');
  return acts;
};

/** What this page's reader does to one team: shown at once, explained when it failed, undone on request or with Ctrl Z. */
export function ActsProvider(props: { teamId: TeamId; actor: Actor; children: ReactNode }) {
  const { teamId, actor } = props;
  const t = useTranslations('responsibilities.done');
  const announce = useAnnounce();
  const send = useTeamCommand(teamId);
  const delivered = useOwnDeliveries(actor);
  // Read at every rendering: a board may stay open past midnight.
  const day = today();
  const context = useMemo(() => ({ actorId: actor.personId, today: day }), [actor.personId, day]);
  const [done, setDone] = useState<readonly Done[]>([]);
  const [barOpen, setBarOpen] = useState(false);
  const [acted, setActed] = useState(0);
  const [failed, setFailed] = useState<Acts['failed']>(null);
  const lastAct = done.at(-1);

  const act = useCallback(
    (given: Act): Promise<Outcome> => {
      setFailed(null);
      setActed((count) => count + 1);
      const commandId = newId<'command'>();
      const outcome = send({ ...given.command, commandId });
      const entry: Done = { ...given, commandId };
      if (isUndoable(given.command.action)) setDone((before) => [...before, entry].slice(-undoLimit));
      else announce(given.done);
      setBarOpen(isUndoable(given.command.action));
      return outcome.then((result) => {
        if (result.ok) return result;
        setDone((before) => before.filter((other) => other !== entry));
        if (!result.kept) setFailed({ about: given.about, failure: { code: result.code, detail: result.detail } });
        return result;
      });
    },
    [send, announce],
  );

  const undo = useCallback(() => {
    if (!lastAct) return;
    setActed((count) => count + 1);
    setDone((before) => before.filter((other) => other !== lastAct));
    setBarOpen(false);
    setFailed(null);
    const takeBack = async (): Promise<void> => {
      const { commandId } = lastAct;
      const undoing = await loadUndo().catch(() => null);
      // Sent behind it, in order; until it arrived there is nothing to show but that neither was given.
      const undone = await send({
        name: 'undo',
        input: { undoes: commandId },
        context,
        decide: (facts) => {
          const delivery = delivered.current.get(commandId);
          return delivery && undoing ? undoing.decideUndo(facts, delivery, context) : [];
        },
      });
      if (undone.ok) announce(t('undone'));
      else if (!undone.kept) setFailed({ about: lastAct.about, failure: { code: undone.code, detail: undone.detail } });
    };
    void takeBack();
  }, [lastAct, send, announce, delivered, context, t]);

  useUndoKey(undo);
  useEffect(() => void loadUndo().catch(() => undefined), []);

  const acts = useMemo<Acts>(
    () => ({
      context,
      act,
      acted,
      lastDone: barOpen ? lastAct?.done : undefined,
      undo,
      forgetDone: () => setBarOpen(false),
      failed,
      forgetFailure: () => setFailed(null),
    }),
    [context, act, acted, barOpen, lastAct, undo, failed],
  );
  return <ActsContext value={acts}>{props.children}</ActsContext>;
}

/** What the feed confirmed of one's own commands: an undo is decided on what really changed. */
const useOwnDeliveries = (actor: Actor) => {
  const delivered = useRef(new Map<CommandId, Delivery>());
  useEffect(
    () =>
      onDelivery((delivery) => {
        if (delivery.actorId !== actor.personId) return;
        delivered.current.set(delivery.commandId, delivery);
        const [oldest] = delivered.current.keys();
        if (delivered.current.size > 2 * undoLimit && oldest) delivered.current.delete(oldest);
      }),
    [actor.personId],
  );
  return delivered;
};

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** Ctrl Z (Cmd Z) outside fields, where it belongs to what is being typed. */
const useUndoKey = (undo: () => void): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const wanted = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!wanted || isField(event.target)) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [undo]);
};
