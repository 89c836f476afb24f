import { useFormatter, useLocale, useTranslations } from 'use-intl';
import type { AuditLine } from '@roer/domain/audit/log';
import type { LocalDate } from '@roer/domain/dates';
import { dateAt, middayOf } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { csvText } from '@roer/domain/responsibilities/overview-csv';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { today } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { overviewFile, saveFile } from '../../live/save-file.ts';
import { useAuditWords } from './audit-words.ts';
import type { useOrganisationLog, useTeamLog } from './use-audit.ts';
import styles from './audit.module.css';

type AuditListProps = {
  readonly query: ReturnType<typeof useOrganisationLog> | ReturnType<typeof useTeamLog>;
  /** Whose log it is, for the name of the file. */
  readonly of: string;
  /** Whether only a part was asked for. */
  readonly isNarrowed: boolean;
  /** Left out when somebody was chosen already. */
  readonly onChoosePerson: ((person: { personId: PersonId; name: string }) => void) | null;
};

/** The lines that were asked for, by day, the latest first; more of them on request, and all that is shown as a file. */
export function AuditList({ query, of, isNarrowed, onChoosePerson }: AuditListProps) {
  const t = useTranslations('audit');
  const sentence = useFailureSentence();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  if (!data) {
    if (!error) return <SkeletonRows rows={8} />;
    return (
      <ErrorNotice
        title={sentence(failureOf(error))}
        action={<Button onClick={() => void refetch()}>{t('again')}</Button>}
      />
    );
  }
  const lines = data.pages.flatMap((page) => page.lines);
  if (lines.length === 0)
    return (
      <EmptyState sign="asleep" title={t(isNarrowed ? 'empty.title' : 'empty.yetTitle')}>
        {t(isNarrowed ? 'empty.words' : 'empty.yetWords')}
      </EmptyState>
    );
  return (
    <>
      <div className={styles.tools}>
        <Download lines={lines} of={of} />
      </div>
      {[...Map.groupBy(lines, ({ at }) => dateAt(at))].map(([day, ofDay]) => (
        <Day key={day} day={day} lines={ofDay} onChoosePerson={onChoosePerson} />
      ))}
      {error && <ErrorNotice title={sentence(failureOf(error))} />}
      {hasNextPage && (
        <div className={styles.more}>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

type DayProps = Pick<AuditListProps, 'onChoosePerson'> & {
  readonly day: LocalDate;
  readonly lines: readonly AuditLine[];
};

function Day({ day, lines, onChoosePerson }: DayProps) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const words = useAuditWords();
  return (
    <section className={styles.day}>
      <h2>{format.dateTime(middayOf(day), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}</h2>
      <ul>
        {lines.map((line) => {
          const { actor, at, id } = line;
          return (
            <li key={`${at} ${id}`}>
              <time dateTime={new Date(at).toISOString()}>
                {format.dateTime(at, { hour: 'numeric', minute: '2-digit' })}
              </time>
              <p>{words.sentence(line)}</p>
              {actor.kind === 'person' && onChoosePerson && (
                <button type="button" className={styles.only} onClick={() => onChoosePerson(actor)}>
                  {t('onlyOf', { name: actor.name })}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Download({ lines, of }: { readonly lines: readonly AuditLine[]; readonly of: string }) {
  const t = useTranslations('audit');
  const locale = useLocale();
  const format = useFormatter();
  const words = useAuditWords();
  const save = (): void => {
    const heads = (['day', 'time', 'who', 'what', 'about'] as const).map((column) => t(`column.${column}`));
    const rows = lines.map((line) => [
      dateAt(line.at),
      format.dateTime(line.at, { hour: 'numeric', minute: '2-digit' }),
      words.who(line),
      words.what(line),
      words.about(line) ?? '',
    ]);
    const text = csvText([heads, ...rows], locale === 'nl-NL' ? ';' : ',');
    saveFile(text, overviewFile({ name: t('fileName'), team: of, day: today() }));
  };
  return (
    <Button kind="tertiary" dense onClick={save}>
      {t('download')}
    </Button>
  );
}
