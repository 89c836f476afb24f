import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { RosterView } from '@roer/domain/workload/check-in';
import { usePersonName } from '../../i18n/person-name.ts';
import styles from './roster.module.css';

const bold = (words: ReactNode) => <b>{words}</b>;

/** Who came and who left since the window before, whose account was given anew, and who put everybody in the group. */
export function RosterChanges({ roster }: { readonly roster: RosterView }) {
  const t = useTranslations('check-in.names');
  const called = usePersonName();
  const format = useFormatter();
  const people = roster.teams
    .flatMap((team) => team.people)
    .map((person) => ({
      ...person,
      name: called(person.name),
      addedBy: person.addedBy === null ? null : called(person.addedBy),
    }));
  const came = people
    .filter(({ isNew }) => isNew)
    .map(({ name, addedBy, adder }) => {
      const by = adder ? t(`adder.${adder}`) : addedBy;
      return by === null ? name : t('addedBy', { name, by });
    });
  const adders = [...new Set(people.flatMap(({ addedBy }) => addedBy ?? []))].toSorted();
  const bySystem = (['provider', 'operator'] as const).map((system) => ({
    system,
    names: people.filter(({ adder }) => adder === system).map(({ name }) => name),
  }));
  const unknown = people.filter(({ addedBy, adder }) => addedBy === null && !adder).map(({ name }) => name);
  const opened = people.filter(({ newAccess }) => newAccess).map(({ name }) => name);
  const hasChanged = came.length + roster.left.length > 0;
  return (
    <>
      <p className={styles.note}>
        {hasChanged
          ? t.rich('changed', {
              b: bold,
              came: came.length,
              cameNames: format.list(came),
              left: roster.left.length,
              leftNames: format.list(roster.left.map(called)),
            })
          : t('unchanged')}
      </p>
      {opened.length > 0 && (
        <p className={styles.note}>{t.rich('newAccess', { b: bold, names: format.list(opened) })}</p>
      )}
      <details className={styles.adders}>
        <summary>{t('who')}</summary>
        <ul>
          {adders.map((by) => (
            <li key={by}>
              {t.rich('whoBy', {
                b: bold,
                by,
                names: format.list(people.filter(({ addedBy }) => addedBy === by).map(({ name }) => name)),
              })}
            </li>
          ))}
          {bySystem.map(
            ({ system, names }) =>
              names.length > 0 && (
                <li key={system}>{t.rich(`whoBySystem.${system}`, { b: bold, names: format.list(names) })}</li>
              ),
          )}
          {unknown.length > 0 && <li>{t.rich('whoUnknown', { b: bold, names: format.list(unknown) })}</li>}
        </ul>
      </details>
    </>
  );
}
