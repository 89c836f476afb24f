import { useEffect, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';
import { onDelivery } from '../../live/recent.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { changeWords } from './change-words.ts';
import { namesIn } from './people-names.ts';

export type RecentChange = { words: string; isLive: boolean };
const groundTime = 6000;

/** What colleagues changed since this page opened: the ground lasts six seconds, the words until the row was opened. */
export const useRecentChanges = ({
  teamId,
  actor,
  snapshot,
}: {
  teamId: TeamId;
  actor: Actor;
  snapshot: TeamSnapshot | undefined;
}) => {
  const t = useTranslations('responsibilities.change');
  const format = useFormatter();
  const announce = useAnnounce();
  const [recent, setRecent] = useState<ReadonlyMap<ResponsibilityId, RecentChange>>(new Map());
  const latest = useRef({ snapshot, t, format, announce });
  useEffect(() => {
    latest.current = { snapshot, t, format, announce };
  });

  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = onDelivery((delivery) => {
      const { snapshot, ...tools } = latest.current;
      if (delivery.feed !== teamId || delivery.actorId === actor.personId || !snapshot) return;
      const names = namesIn(snapshot);
      const nameOf = (personId: Parameters<typeof names.short>[0]) => names.short(personId) ?? tools.t('colleague');
      const words = changeWords(delivery, { ...tools, nameOf });
      if (words.size === 0) return;
      setRecent((before) => new Map([...before, ...[...words].map(([id, text]) => [id, live(text)] as const)]));
      for (const [id, text] of words) {
        const title = snapshot.responsibility[id]?.title;
        tools.announce(title === undefined ? `${text}.` : `${title}: ${text}.`);
      }
      const timer = setTimeout(() => {
        timers.delete(timer);
        setRecent((before) => new Map([...before].map(([id, change]) => [id, settledIf(change, words.get(id))])));
      }, groundTime);
      timers.add(timer);
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [teamId, actor.personId]);

  const markRead = (id: ResponsibilityId): void =>
    setRecent((before) => (before.has(id) ? new Map([...before].filter(([other]) => other !== id)) : before));
  return { recent, markRead };
};

const live = (words: string): RecentChange => ({ words, isLive: true });
const settledIf = (change: RecentChange, words: string | undefined): RecentChange =>
  change.words === words ? { ...change, isLive: false } : change;
