import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { AreaId } from '@roer/domain/ids';
import type { Criticality, DutySchedule, TeamSnapshot } from '@roer/domain/feed';
import type { QueuedCommand } from '@roer/domain/offline-queue';
import { scheduleWords } from './rule-words.ts';
import { textOfEdit } from './refused-versions.ts';
import type { Text, Versions } from './refused-versions.ts';
import styles from './refused.module.css';

type RefusedVersionsProps = {
  readonly command: QueuedCommand;
  readonly snapshot: TeamSnapshot;
  readonly versions: Versions | null;
};

/** Mine beside what stands there now, for the fields that do not fit together; mine alone when the rest is gone. */
export function RefusedVersions({ command, snapshot, versions }: RefusedVersionsProps) {
  const t = useTranslations('waiting');
  const mine = versions?.mine ?? textOfEdit(command);
  const fields = versions ? versions.conflicts : Object.keys(mine).filter((field) => field !== 'areaId');
  if (fields.length === 0) return versions && <p className={styles.words}>{t('fits')}</p>;
  return (
    <table className={styles.versions}>
      <thead>
        <tr>
          <th scope="col">{t('part')}</th>
          <th scope="col">{t('version.mine')}</th>
          {versions && <th scope="col">{t('version.theirs')}</th>}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{t(`field.${asField(field)}`)}</th>
            <td data-of={t('version.mine')}>
              <Value {...{ field, snapshot }} text={mine} />
            </td>
            {versions && (
              <td data-of={t('version.theirs')}>
                <Value {...{ field, snapshot }} text={versions.theirs} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const known = [
  'areaId',
  'title',
  'purpose',
  'criticality',
  'minutesAWeek',
  'season',
  'organising',
  'schedule',
  'body',
  'url',
  'earliestStart',
  'due',
  'leastMinutes',
  'likelyMinutes',
  'mostMinutes',
] as const;
type Field = (typeof known)[number];
const asField = (field: string): Field => known.find((each) => each === field) ?? 'title';

type ValueProps = { readonly field: string; readonly text: Text; readonly snapshot: TeamSnapshot };

/** One field in words. Which type a field has is what `textOfEdit` gave. */
function Value({ field, text, snapshot }: ValueProps) {
  const t = useTranslations('responsibilities');
  const duties = useTranslations('duties');
  const words = useTranslations('waiting');
  const format = useFormatter();
  const value = text[field];
  if (value === null || value === undefined || value === '') return words('nothing');
  switch (asField(field)) {
    case 'areaId':
      return snapshot.area[value as AreaId]?.name ?? words('something');
    case 'criticality':
      return t(`criticality.${value as Criticality}.label`);
    case 'minutesAWeek':
      return t('hoursAWeek', { hours: format.number(Number(value) / 60, { maximumFractionDigits: 2 }) });
    case 'season':
      return (value as number[]).map((percent) => t('percent', { percent })).join(' · ');
    case 'organising':
      return t(value === true ? 'form.isOrganising' : 'form.isCore');
    case 'schedule':
      return scheduleWords(value as DutySchedule, { t: duties, format });
    case 'earliestStart':
    case 'due':
      return format.dateTime(middayOf(String(value)), { day: 'numeric', month: 'long', year: 'numeric' });
    case 'leastMinutes':
    case 'likelyMinutes':
    case 'mostMinutes':
      return words('hours', { hours: format.number(Number(value) / 60, { maximumFractionDigits: 2 }) });
    case 'title':
    case 'purpose':
    case 'body':
    case 'url':
      return String(value);
  }
}
