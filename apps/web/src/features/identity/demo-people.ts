import type { Persona } from '@roer/domain/identity/schema';

export type PersonaKey = Persona;

/** Who stands behind the one-click accounts of the example; the names are fixed in the db package's demo/personas.ts. */
export const personaNames: Record<Persona, string> = {
  overwhelmed: 'Joost Lammers',
  colleague: 'Bas Tuinstra',
  manager: 'Hanneke Visser',
  administrator: 'Thijs Overdijk',
};

export const personaKeys: readonly Persona[] = ['overwhelmed', 'colleague', 'manager', 'administrator'];
