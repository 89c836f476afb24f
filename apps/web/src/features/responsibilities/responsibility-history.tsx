import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { RowChange } from '@roer/domain/feed';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';
import { api } from '../../live/api.ts';
import { now } from '../../live/clock.ts';
import { onDelivery } from '../../live/recent.ts';
import { Button } from '../../ui/button.tsx';
import { historySentence } from './history-sentence.ts';
import styles from './panel.module.css';

const shownFirst = 5;

const isAbout = (change: RowChange, id: ResponsibilityId): boolean => {
  const row = change.after ?? change.before;
  return row !== null && (row.id === id || ('responsibilityId' in row && row.responsibilityId === id));
};

/** What happened to it, latest first; asked again when something happens while it is open. */
export function ResponsibilityHistory(props: { teamId: TeamId; responsibilityId: ResponsibilityId }) {
  const { teamId, responsibilityId } = props;
  const t = useTranslations('responsibilities');
  const sentences = useTranslations('responsibilities.history');
  const format = useFormatter();
  const client = useQueryClient();
  const [all, setAll] = useState(false);
  const key = ['history', teamId, responsibilityId] as const;
  const { data: entries, isError } = useQuery({
    queryKey: key,
    queryFn: () => api.responsibilities.history.query({ teamId, responsibilityId }),
    staleTime: 0,
  });
  useEffect(
    () =>
      onDelivery((delivery) => {
        if (delivery.feed !== teamId || !delivery.changes.some((change) => isAbout(change, responsibilityId))) return;
        void client.invalidateQueries({ queryKey: ['history', teamId, responsibilityId] });
      }),
    [client, teamId, responsibilityId],
  );
  const year = new Date(now()).getFullYear();
  const dayOf = (at: number) =>
    format.dateTime(
      at,
      new Date(at).getFullYear() === year
        ? { day: 'numeric', month: 'short' }
        : { day: 'numeric', month: 'short', year: 'numeric' },
    );
  return (
    <>
      <h3>{t('panel.history')}</h3>
      {isError && <p>{t('panel.historyFailed')}</p>}
      {entries?.length === 0 && <p>{t('panel.noHistory')}</p>}
      <ul className={styles.history}>
        {entries?.slice(0, all ? undefined : shownFirst).map((entry) => (
          <li key={entry.id}>
            <time dateTime={new Date(entry.at).toISOString()}>{dayOf(entry.at)}</time>
            <span>{historySentence(entry, { t: sentences, format })}</span>
          </li>
        ))}
      </ul>
      {entries && entries.length > shownFirst && !all && (
        <div className={styles.more}>
          <Button kind="tertiary" dense onClick={() => setAll(true)}>
            {t('panel.moreHistory', { count: entries.length - shownFirst })}
          </Button>
        </div>
      )}
    </>
  );
}
