import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { PersonId } from '@roer/domain/ids';
import type { TeamLoad } from '@roer/domain/workload/load';
import { LevelKey } from '../../ui/level.tsx';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import { fullWeeksOf } from './full-weeks.ts';
import type { ChosenWeek, LoadView } from './load-view.ts';
import { PersonWeeks } from './person-weeks.tsx';
import { WeeksHead } from './weeks-head.tsx';
import styles from './people-weeks.module.css';

type PeopleWeeksProps = {
  readonly load: TeamLoad;
  readonly view: LoadView;
  readonly me: PersonId;
  readonly names: PeopleNames;
  readonly onChoose: (chosen: ChosenWeek) => void;
};

/** People below each other, twelve weeks beside each other. Arrows go from week to week, and up and down from person to person. */
export function PeopleWeeks({ load, view, me, names, onChoose }: PeopleWeeksProps) {
  const t = useTranslations('workload.weeks');
  const { scenario, chosen } = view;
  const full = new Set(fullWeeksOf(load, scenario).weeks);
  return (
    <div>
      <div className={styles.key}>
        <LevelKey />
      </div>
      <WeeksHead mondays={load.mondays} full={full} />
      {/* The keys only move between the buttons inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul aria-label={t('picture')} onKeyDown={toNeighbour}>
        {load.people.map((person) => (
          <PersonWeeks
            key={person.personId}
            person={person}
            label={names.short(person.personId) ?? person.name}
            isMe={person.personId === me}
            scenario={scenario}
            selected={chosen?.personId === person.personId ? chosen.monday : undefined}
            onSelect={(monday) => onChoose({ personId: person.personId, monday })}
          />
        ))}
      </ul>
    </div>
  );
}

/** Up and down go to the same week of the person above or below. */
const toNeighbour = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement)) return;
  const rows = [...event.currentTarget.querySelectorAll('[role="toolbar"]')];
  const row = rows.findIndex((each) => each.contains(event.target as Node));
  const buttons = [...(rows[row]?.querySelectorAll('button') ?? [])];
  const week = buttons.findIndex((button) => button === event.target);
  const next = rows[row + step]?.querySelectorAll('button')[week];
  if (!next) return;
  event.preventDefault();
  next.focus();
};
