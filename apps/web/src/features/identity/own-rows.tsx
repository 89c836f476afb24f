import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { StoredKind } from '@roer/domain/identity/stored';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api, failureOf } from '../../live/api.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useDataWords } from './data-words.ts';
import type { OwnRow } from './my-data.ts';
import styles from './stored.module.css';

/** As many as one can look through; the download holds all. */
const most = 50;

/** The rows of one kind, asked when they are wanted. */
export default function OwnRows({ kind }: { readonly kind: StoredKind }) {
  const t = useTranslations('account.myData');
  const sentence = useFailureSentence();
  const rows = useQuery({
    queryKey: ['account', 'rows', kind],
    queryFn: () => api.identity.ownRows.query({ kind, from: 0 }),
  });
  if (rows.isError) return <ErrorNotice title={sentence(failureOf(rows.error))} />;
  if (!rows.data) return <p role="status">{t('loading')}</p>;
  const tables = Object.entries(rows.data).filter(([, each]) => each.length > 0);
  if (tables.length === 0) return <p className={styles.mine}>{t('nothing')}</p>;
  return tables.map(([table, each]) => <OwnTable key={table} rows={each} />);
}

function OwnTable({ rows }: { readonly rows: readonly OwnRow[] }) {
  const t = useTranslations('account.myData');
  const words = useDataWords();
  const columns = Object.keys(rows[0] ?? {});
  return (
    <>
      <ul className={styles.rows}>
        {rows.slice(0, most).map((row) => (
          <li key={JSON.stringify(row)}>
            <dl>
              {columns
                .filter((column) => row[column] !== null && row[column] !== '')
                .map((column) => (
                  <div key={column}>
                    <dt>{words.column(column)}</dt>
                    <dd>{words.value(row[column] ?? null)}</dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ul>
      {rows.length > most && <p className={styles.mine}>{t('more')}</p>}
    </>
  );
}
