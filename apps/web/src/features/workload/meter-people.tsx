import { useTranslations } from 'use-intl';
import type { PersonId } from '@roer/domain/ids';
import type { Meter } from '@roer/domain/workload/organising';
import { useLevelHours } from '../../ui/use-level-hours.ts';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import styles from './meter.module.css';

type MeterPeopleProps = {
  readonly people: readonly (Meter & { personId: PersonId })[];
  readonly names: PeopleNames;
};

/** The same for each, for who asks; in the order of names. */
export function MeterPeople({ people, names }: MeterPeopleProps) {
  const t = useTranslations('workload.meter');
  const words = useTranslations('responsibilities');
  const hours = useLevelHours();
  if (people.length < 2) return null;
  return (
    <details className={styles.people}>
      <summary>{t('perPerson')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('organising')}</th>
            <th scope="col">{t('core')}</th>
            <th scope="col">{t('room')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, organising, core, room }) => (
            <tr key={personId}>
              <th scope="row">{names.short(personId) ?? words('formerColleague')}</th>
              {[organising, core, room].map((minutes, index) => (
                // Three columns that never change places.
                // oxlint-disable-next-line react/no-array-index-key
                <td key={index}>{t('hours', { hours: hours(minutes) })}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
