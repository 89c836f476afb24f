import type { PermitsMember } from './permits.ts';

/**
 * Work with a date of the team of the drawings. Weeks count from this one, 0 to 11; it can be done from the Monday of the first to the
 * Friday of the last. Hours: at least, likely, at most.
 */
export type PermitsDeadline = {
  title: string;
  responsibility: string;
  weeks: readonly [number, number];
  hours: readonly [number, number, number];
  /** Who took which part of it; what nobody took is with the holders. */
  shares?: readonly (readonly [PermitsMember, number])[];
};

export const permitsDeadlines: readonly PermitsDeadline[] = [
  {
    title: 'Besluit Havenkwartier',
    responsibility: 'Complexe bouwaanvragen',
    weeks: [1, 1],
    hours: [14, 18, 26],
    shares: [['Bas Tuinstra', 100]],
  },
  {
    title: 'Eindejaarsbesluiten',
    responsibility: 'Complexe bouwaanvragen',
    weeks: [2, 2],
    hours: [36, 46, 60],
    shares: [
      ['Esra Kaya', 45],
      ['Bas Tuinstra', 40],
    ],
  },
  { title: 'Vergunning winterfair', responsibility: 'Evenementenvergunningen', weeks: [1, 1], hours: [10, 14, 18] },
  { title: 'Legestabel komend jaar', responsibility: 'Legesberekening', weeks: [1, 3], hours: [12, 16, 24] },
  { title: 'Verweerschrift Molenweg', responsibility: 'Bezwaar en beroep', weeks: [2, 3], hours: [12, 16, 22] },
  { title: 'Controles vuurwerkverkoop', responsibility: 'Brandveiligheid horeca', weeks: [3, 3], hours: [14, 18, 22] },
  {
    title: 'Jaarverslag toezicht',
    responsibility: 'Handhavingsdossiers',
    weeks: [5, 8],
    hours: [20, 28, 40],
    shares: [['Dirk-Jan Mol', 100]],
  },
  { title: 'Rapportage vierde kwartaal', responsibility: 'Kwartaalrapportage', weeks: [6, 7], hours: [10, 14, 18] },
  {
    title: 'Inspectieronde buitengebied',
    responsibility: 'Bouwtoezicht buitengebied',
    weeks: [8, 8],
    hours: [16, 20, 26],
  },
];
