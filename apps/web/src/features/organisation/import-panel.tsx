import { useState } from 'react';
import { FileUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
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
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file) void steps.choose(file);
  };
  return (
    <section className={tree.panel} aria-label={t('title')} aria-busy={steps.busy}>
      <h2>{t('title')}</h2>
      {/* Dragging is a short cut for the file control inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={classNames(tree.drop, over && tree.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <label className={classNames(buttonLook({ kind: steps.preview ? 'secondary' : 'primary' }), tree.pick)}>
          <Icon of={FileUp} small />
          {t(steps.fileName === undefined ? 'choose' : 'chooseOther')}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => {
              take(event.currentTarget.files?.[0]);
              // The same file, mended, can be chosen again.
              event.currentTarget.value = '';
            }}
          />
        </label>
        {steps.fileName === undefined ? <span>{t('drop')}</span> : <b>{steps.fileName}</b>}
      </div>
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
