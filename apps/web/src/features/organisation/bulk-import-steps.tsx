import { useTranslations } from 'use-intl';
import { importFileReasons } from '@roer/domain/organisation/import-fields';
import type { ImportKind } from '@roer/domain/organisation/import-fields';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { BulkImportColumns } from './bulk-import-columns.tsx';
import { BulkImportExample } from './bulk-import-example.tsx';
import { BulkImportPreview } from './bulk-import-preview.tsx';
import { BulkImportProgress } from './bulk-import-progress.tsx';
import { useImportProblem } from './bulk-import-problem.ts';
import { FileDrop } from './file-drop.tsx';
import { useBulkImport } from './use-bulk-import.ts';
import type { BulkImport } from './use-bulk-import.ts';
import tree from './catalogue.module.css';
import styles from './organisation.module.css';

/** The steps of one import, one below the other: nothing that was chosen goes out of sight. */
export function BulkImportSteps({ kind }: { readonly kind: ImportKind }) {
  const t = useTranslations('imports');
  const steps = useBulkImport(kind);
  if (steps.jobId !== undefined)
    return <BulkImportProgress kind={kind} jobId={steps.jobId} onFinish={steps.finish} key={steps.jobId} />;
  const { fileName, uploaded } = steps;
  return (
    <section className={tree.panel} aria-label={t(`kind.${kind}`)} aria-busy={steps.busy}>
      {fileName === undefined && <BulkImportExample kind={kind} />}
      <FileDrop
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        label={t(fileName === undefined ? 'choose' : 'chooseOther')}
        isFirst={fileName === undefined}
        onFile={(file) => void steps.choose(file)}
      >
        {fileName === undefined ? <span>{t('drop')}</span> : <b>{fileName}</b>}
      </FileDrop>
      <Problems steps={steps} />
      <div role="status">{steps.busy && <p className={styles.note}>{t('busy')}</p>}</div>
      {uploaded?.format?.file === 'xlsx' && uploaded.format.sheets.length > 1 && (
        <SelectField
          label={t('sheet')}
          value={uploaded.format.sheet}
          onChoose={(sheet) => void steps.chooseSheet(sheet)}
          options={uploaded.format.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
        />
      )}
      {uploaded?.uploadId && (
        <>
          <BulkImportColumns kind={kind} uploaded={uploaded} mapping={steps.mapping} onFill={steps.fill} />
          <TryOut steps={steps} />
        </>
      )}
      {steps.preview && <BulkImportPreview preview={steps.preview} steps={steps} />}
    </section>
  );
}

/** The columns that have to be there decide whether there is anything to try. */
function TryOut({ steps }: { readonly steps: BulkImport }) {
  const t = useTranslations('imports');
  const missing = (steps.uploaded?.fields ?? []).filter(
    ({ field, required }) => required && (steps.mapping[field] ?? null) === null,
  );
  return (
    <div className={tree.tools}>
      <Button
        kind={steps.preview ? 'secondary' : 'primary'}
        busy={steps.busy}
        notYet={missing.length > 0 ? t('columns.missing', { count: missing.length }) : undefined}
        onClick={() => void steps.lookAgain()}
      >
        {t(steps.preview ? 'tryAgain' : 'try')}
      </Button>
    </div>
  );
}

function Problems({ steps }: { readonly steps: BulkImport }) {
  const t = useTranslations('imports');
  const sentence = useFailureSentence();
  const problemSentence = useImportProblem();
  const fileProblems = (steps.uploaded?.problems ?? []).filter(({ reason }) =>
    importFileReasons.some((known) => known === reason),
  );
  return (
    <>
      {steps.refused && (
        <ErrorNotice title={t(`refused.${steps.refused.reason}`, { file: steps.refused.fileName })}>
          {t(`refused.${steps.refused.reason}Words`)}
        </ErrorNotice>
      )}
      {steps.uploaded?.uploadId === null && (
        <div className={tree.tools} role="alert">
          <p className={tree.sentence}>
            {t('fileWrong')} <span>{t('nothingWritten')}</span>
          </p>
          <ul className={tree.reasons}>
            {fileProblems.map((problem) => (
              <li key={`${problem.line}-${problem.reason}`}>{problemSentence(problem)}</li>
            ))}
          </ul>
        </div>
      )}
      {steps.failure && <ErrorNotice title={sentence(steps.failure)}>{t('nothingWritten')}</ErrorNotice>}
    </>
  );
}
