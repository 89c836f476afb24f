import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import { phases } from '@roer/domain/learning/intervisie-clock';
import { api } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { SureButton } from './sure-button.tsx';
import { useIntervisieAct, useKeptIntervisie } from './intervisie.ts';
import type { Kept } from './intervisie.ts';
import { saveText } from './save-text.ts';
import styles from './intervisie.module.css';

/** What I kept of my own cases. Nobody else can ask for it. */
export function IntervisieKept() {
  const t = useTranslations('intervisie.kept');
  const { data } = useKeptIntervisie();
  const { busy, act, failure } = useIntervisieAct();
  if (!data || data.kept.length === 0) return null;
  return (
    <section className={styles.section}>
      <SectionHeading aside={t('aside')}>{t('title')}</SectionHeading>
      {failure !== undefined && <ErrorNotice title={failure} />}
      <ul className={styles.kept}>
        {data.kept.map((kept) => (
          <KeptItem
            key={kept.id}
            kept={kept}
            busy={busy}
            onRemove={() => void act(() => api.learning.removeKeptIntervisie.mutate({ roomId: kept.id }), t('removed'))}
          />
        ))}
      </ul>
    </section>
  );
}

type KeptItemProps = { readonly kept: Kept; readonly busy: boolean; readonly onRemove: () => void };

function KeptItem({ kept, busy, onRemove }: KeptItemProps) {
  const t = useTranslations('intervisie');
  const format = useFormatter();
  const date = format.dateTime(middayOf(kept.keptOn), { day: 'numeric', month: 'long', year: 'numeric' });
  const parts = phases.flatMap((phase) => {
    const lines = kept.lines.filter((line) => line.phase === phase);
    return lines.length === 0 ? [] : [{ phase, lines }];
  });
  const download = (): void => {
    const text = parts.flatMap(({ phase, lines }) => [
      `${t(`phase.${phase}`)}`,
      ...lines.map((line) => `${line.writer}: ${line.text}`),
      '',
    ]);
    saveText([t('kept.of', { date }), '', ...text].join('\r\n'), `${t('kept.file', { date: kept.keptOn })}.txt`);
  };
  return (
    <li>
      <details>
        <summary>{t('kept.of', { date })}</summary>
        {parts.map(({ phase, lines }) => (
          <section key={phase}>
            <h3>{t(`phase.${phase}`)}</h3>
            <ul className={styles.lines}>
              {lines.map((line, index) => (
                // Of what was kept nothing changes any more.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index}>
                  <b>{line.writer}</b>
                  <p>{line.text}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </details>
      <div className={styles.buttons}>
        <Button dense onClick={download}>
          {t('kept.download')}
        </Button>
        <SureButton
          label={t('kept.remove')}
          sure={t('kept.removeSure')}
          yes={t('kept.removeYes')}
          busy={busy}
          onSure={onRemove}
        />
      </div>
    </li>
  );
}
