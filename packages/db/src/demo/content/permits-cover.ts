import type { CoverLevel } from '@roer/domain/learning/cover-rows';
import type { PermitsMember } from './permits.ts';

/** How far somebody of the team of the drawings is with something. */
export type PermitsCover = {
  responsibility: string;
  by: PermitsMember;
  level: CoverLevel;
};

/**
 * Who holds something teaches it and who stands in does it alone, unless it says otherwise here; the others learn. In the drawings
 * somebody learns with five of the six that lean on one person or on nobody.
 */
export const permitsCover: readonly PermitsCover[] = [
  { responsibility: 'Budget en inhuur', by: 'Frank Hoekstra', level: 'independent' },
  { responsibility: 'Omgevingstafel voorzitten', by: 'Esra Kaya', level: 'independent' },
  { responsibility: 'Teamafspraken bijhouden', by: 'Mei-Lin Tan', level: 'independent' },
  { responsibility: 'Overleg voorbereiden', by: 'Chaimae Idrissi', level: 'independent' },
  { responsibility: 'Contact wijkraden', by: 'Esra Kaya', level: 'independent' },

  { responsibility: 'Controleplan {komend jaar}', by: 'Dirk-Jan Mol', level: 'together' },
  { responsibility: 'Controleplan {komend jaar}', by: 'Joost Lammers', level: 'together' },
  { responsibility: 'Werving en selectie', by: 'Anouk de Wit', level: 'together' },
  { responsibility: 'Legesberekening', by: 'Esra Kaya', level: 'observing' },
  { responsibility: 'Brandveiligheid horeca', by: 'Dirk-Jan Mol', level: 'together' },
  { responsibility: 'Kwartaalrapportage', by: 'Anouk de Wit', level: 'observing' },
  { responsibility: 'Intake en volledigheidstoets', by: 'Anouk de Wit', level: 'observing' },
  { responsibility: 'Intake en volledigheidstoets', by: 'Chaimae Idrissi', level: 'together' },
  { responsibility: 'Complexe bouwaanvragen', by: 'Esra Kaya', level: 'together' },
  { responsibility: 'Evenementenvergunningen', by: 'Mei-Lin Tan', level: 'observing' },
  { responsibility: 'Omgevingstafel voorzitten', by: 'Bas Tuinstra', level: 'together' },
  { responsibility: 'Bouwtoezicht buitengebied', by: 'Ingrid Bakker', level: 'together' },
  { responsibility: 'Meldingen openbare ruimte', by: 'Frank Hoekstra', level: 'together' },
  { responsibility: 'Meldingen openbare ruimte', by: 'Ingrid Bakker', level: 'observing' },
  { responsibility: 'Bezwaar en beroep', by: 'Frank Hoekstra', level: 'observing' },
  { responsibility: 'Vierogencontrole besluiten', by: 'Anouk de Wit', level: 'together' },
];

/** What waits for an answer: of either holder, and of nobody else. */
export const permitsProposal: PermitsCover & { daysAgo: number } = {
  responsibility: 'Complexe bouwaanvragen',
  by: 'Esra Kaya',
  level: 'independent',
  daysAgo: 2,
};

/** Who held something for long and said, when they had handed it over, that they cannot do it any more: in the drawings it leans on one person. */
export const permitsOut: Omit<PermitsCover, 'level'> & { daysAgo: number } = {
  responsibility: 'Brandveiligheid horeca',
  by: 'Frank Hoekstra',
  daysAgo: 160,
};

/** Who did something well and has not done it for more than a year: the first of these that the team has had for long enough. */
export const permitsLongAgo: { by: PermitsMember; responsibilities: readonly string[] } = {
  by: 'Bas Tuinstra',
  responsibilities: [
    'Inwerken nieuwe collega',
    'Rooster en verlofplanning',
    'Teamafspraken bijhouden',
    'Contact wijkraden',
    'Privacy- en Woo-vragen',
    'Evenementenvergunningen',
    'Meldingen openbare ruimte',
    'Archief toezichtdossiers',
  ],
};

/** Before which Monday somebody hands something over, in weeks from this one. */
export const permitsLeave: { responsibility: string; by: PermitsMember; weeks: number } = {
  responsibility: 'Legesberekening',
  by: 'Frank Hoekstra',
  weeks: 18,
};
