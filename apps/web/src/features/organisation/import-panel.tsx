import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FileDrop } from './file-drop.tsx';
import { ImportPreview } from './import-preview.tsx';
import { useCatalogueImport } from './use-catalogue-import.ts';
import tree from './catalogue.module.css';
import styles from './organisation.module.css';

const takeFocus = (outcome: HTMLElement | null): void => outcome?.focus();

type ImportPanelProps = { readonly knownSources: readonly string[]; readonly onClose: () => void };

/** Importing a catalogue: choose a file, see what would happen, then let it happen. */
export default function ImportPanel({ knownSources, onClose }: ImportPanelProps) {
  const t = useTranslations('catalogue.import');
  const sentence = useFailureSentence();
  const steps = useCatalogueImport(knownSources);
  return (
    <section className={tree.panel} aria-label={t('title')} aria-busy={steps.busy}>
      <h2>{t('title')}</h2>
      <FileDrop
        accept=".csv,.tsv,.txt,text/csv"
        label={t(steps.fileName === undefined ? 'choose' : 'chooseOther')}
        isFirst={!steps.preview}
        onFile={(file) => void steps.choose(file)}
      >
        {steps.fileName === undefined ? <span>{t('drop')}</span> : <b>{steps.fileName}</b>}
      </FileDrop>
      {steps.refused && (
        <ErrorNotice title={t(`refused.${steps.refused.reason}`, { file: steps.refused.fileName })}>
          {t(`refused.${steps.refused.reason}Words`)}
        </ErrorNotice>
      )}
      {steps.fileName !== undefined && !steps.imported && (
        <TextField
          label={t('source')}
          hint={t('sourceHint')}
          maxLength={40}
          autoComplete="off"
          value={steps.source}
          onText={steps.nameSource}
          onBlur={() => void steps.lookAgain()}
          error={steps.source.trim() === '' ? t('sourceMissing') : undefined}
        />
      )}
      {steps.failure && (
        <ErrorNotice
          title={sentence(steps.failure)}
          action={<Button onClick={() => void steps.lookAgain()}>{t('again')}</Button>}
        >
          {t(steps.failure.code === 'unreachable' ? 'unsure' : 'nothingWritten')}
        </ErrorNotice>
      )}
      <div role="status">{steps.busy && <p className={styles.note}>{t('busy')}</p>}</div>
      {steps.imported ? (
        <div role="status">
          {/* The button that was pressed is gone: the focus goes to what came of it. */}
          <p ref={takeFocus} tabIndex={-1} className={tree.sentence}>
            {steps.imported.new + steps.imported.changed === 0 ? t('doneNothing') : t('done', steps.imported)}
          </p>
        </div>
      ) : (
        steps.preview && <ImportPreview preview={steps.preview} steps={steps} />
      )}
      <div>
        <Button kind={steps.imported ? 'secondary' : 'tertiary'} onClick={onClose}>
          {t(steps.imported ? 'ready' : 'stop')}
        </Button>
      </div>
    </section>
  );
}
