import type { PermitsMember } from './permits.ts';

/** What Frank tells Esra in the team of the drawings, and what he hands over. Days count from today. */
export const permitsDuo = {
  responsibility: 'Legesberekening',
  giver: 'Frank Hoekstra',
  receiver: 'Esra Kaya',
  madeDaysAgo: 20,
  heldDaysAgo: 9,
  plannedInDays: 5,
  note: {
    title: 'Overdracht 1: waar draait het om?',
    body: 'Het draait om drie dingen: de bouwsom, de tarieven van dit jaar en wie er korting krijgt. De bouwsom die iemand opgeeft klopt vaak niet. Vergelijk met de tabel en vraag dan pas na.\nEerst snappen: wanneer een aanvraag uit twee delen bestaat.',
  },
} as const satisfies { giver: PermitsMember; receiver: PermitsMember } & Record<string, unknown>;

export const permitsHandover = {
  responsibility: 'Budget en inhuur',
  giver: 'Frank Hoekstra',
  receiver: 'Bas Tuinstra',
  madeDaysAgo: 6,
  beforeInDays: 24,
  duty: 'Stand van het budget bekijken',
  pitfalls: [
    {
      text: 'Inhuur van derden telt pas mee als de factuur er is. Reken ook met wat nog komt.',
      told: true,
      clear: true,
    },
    { text: 'Financiën sluit het jaar al half december af. Begin in november met bellen.', told: true, clear: false },
    { text: 'De machtiging in het inkoopsysteem staat op mijn naam. Vraag een eigen aan.', told: false, clear: false },
  ],
} as const satisfies { giver: PermitsMember; receiver: PermitsMember } & Record<string, unknown>;
