import { useTranslations } from 'use-intl';
import type { ImportField, ImportKind, ImportMapping } from '@roer/domain/organisation/import-fields';
import { SelectField } from '../../ui/select-field.tsx';
import type { Uploaded } from './use-bulk-import.ts';
import styles from './bulk-import.module.css';

type BulkImportColumnsProps = {
  readonly kind: ImportKind;
  readonly uploaded: Uploaded;
  readonly mapping: ImportMapping;
  readonly onFill: (mapping: ImportMapping) => void;
};

const none = '';

/** Which column of the file says what, field by field, with what stands in it. */
export function BulkImportColumns({ kind, uploaded, mapping, onFill }: BulkImportColumnsProps) {
  const t = useTranslations('imports');
  const { columns, fields } = uploaded;
  const options = [
    { value: none, label: t('columns.none') },
    ...columns.map(({ index, header }) => ({ value: String(index), label: header })),
  ];
  const choose = (field: ImportField, value: string): void =>
    onFill({ ...mapping, [field]: value === none ? null : Number(value) });
  return (
    <fieldset className={styles.columns}>
      <legend>
        {t('columns.title')} <span>{t('columns.rows', { count: uploaded.rows })}</span>
      </legend>
      <p className={styles.words}>{t('columns.words')}</p>
      <div className={styles.fields}>
        {fields.map(({ field, required }) => {
          const column = columns.find(({ index }) => index === mapping[field]);
          const hint = hintOf(kind, field);
          return (
            <SelectField
              key={field}
              label={t(`field.${field}`)}
              optional={!required}
              hint={
                column
                  ? t('columns.samples', {
                      samples: column.samples.filter((sample) => sample !== '').join(' · ') || '–',
                    })
                  : hint && t(`hint.${hint}`)
              }
              value={column ? String(column.index) : none}
              onChoose={(value) => choose(field, value)}
              options={options}
            />
          );
        })}
      </div>
    </fieldset>
  );
}

const explained = [
  'people.team',
  'people.hours',
  'people.home',
  'responsibilities.team',
  'responsibilities.hours',
  'responsibilities.holders',
  'responsibilities.substitutes',
  'responsibilities.area',
  'responsibilities.criticality',
] as const;

/** Fields whose meaning is not in their name have words of their own when no column fills them. */
const hintOf = (kind: ImportKind, field: ImportField) => explained.find((each) => each === `${kind}.${field}`);
