import { useState } from 'react';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import type { Wish } from './use-audit.ts';

type Person = { personId: PersonId; name: string };

/** What somebody chose to see of a log. `groups` are those to choose from; the empty text stands for all of them. */
export const useWish = <Group extends string>(groups: readonly Group[]) => {
  const [group, setGroup] = useState<Group | null>(null);
  const [day, setDay] = useState('');
  const [person, setPerson] = useState<Person | null>(null);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day);
  const chosenDay: LocalDate | null = isDay ? day : null;
  const wish: Wish<Group> = { group, personId: person?.personId ?? null, day: chosenDay };
  return {
    wish,
    isNarrowed: Object.values(wish).some((choice) => choice !== null),
    filters: {
      onGroup: (value: string) => setGroup(groups.find((each) => each === value) ?? null),
      day,
      onDay: setDay,
      person: person?.name ?? null,
      onEverybody: () => setPerson(null),
    },
    onChoosePerson: setPerson,
  };
};
