import type { PersonId } from '@roer/domain/ids';
import { emailOf } from './content/names.ts';

/**
 * The four people behind the one-click accounts. They keep their names whatever the seed and the size, so that they are
 * found again by e-mail in a database that was filled earlier.
 * - overwhelmed: works in the team of the drawings and in spatial development, and carries about 125 % of his hours
 * - colleague: his colleague in the team of the drawings
 * - manager: leads the domain of both teams
 * - administrator: manages people and teams, and works in the information team
 */
export const personaNames = {
  overwhelmed: 'Joost Lammers',
  colleague: 'Bas Tuinstra',
  manager: 'Hanneke Visser',
  administrator: 'Thijs Overdijk',
} as const;

export type DemoPersona = keyof typeof personaNames;

/**
 * Finds the people behind the one-click accounts among the people of the example municipality.
 * @throws Error when one is missing
 */
export const demoPersonas = (people: readonly { id: PersonId; email: string }[]): Record<DemoPersona, PersonId> => {
  const find = (persona: DemoPersona): PersonId => {
    const email = emailOf(personaNames[persona]);
    const person = people.find((candidate) => candidate.email === email);
    if (!person) throw new Error(`The example municipality has no ${persona}.`);
    return person.id;
  };
  return {
    overwhelmed: find('overwhelmed'),
    colleague: find('colleague'),
    manager: find('manager'),
    administrator: find('administrator'),
  };
};
