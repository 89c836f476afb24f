import type { PermitsMember } from './permits.ts';

/**
 * What recurs in the team of the drawings. `start` counts days from the Monday of this week, so that what does not come every
 * week falls as the drawings have it.
 */
export type DutyWords = {
  title: string;
  rrule: string;
  start?: number;
  dueTime?: string;
  shift?: 'previousWorkday';
};

const everyMonday = 'FREQ=WEEKLY;BYDAY=MO';
const everyWorkday = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';
const lastWorkdayOfQuarter = {
  rrule: 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  shift: 'previousWorkday',
} as const;

export const permitsDuties: Readonly<Record<string, readonly DutyWords[]>> = {
  'Intake en volledigheidstoets': [
    { title: 'Wachtlijst nalopen', rrule: everyMonday },
    { title: 'Nieuwe aanvragen toetsen', rrule: 'FREQ=WEEKLY;BYDAY=TU,FR', dueTime: '12:00' },
  ],
  'Complexe bouwaanvragen': [{ title: 'Voortgang naast elkaar leggen', rrule: 'FREQ=WEEKLY;BYDAY=TH' }],
  Evenementenvergunningen: [{ title: 'Kalender met de politie doornemen', rrule: 'FREQ=WEEKLY;BYDAY=FR' }],
  Legesberekening: [
    { title: 'Tarieven en facturen vergelijken', rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1', shift: 'previousWorkday' },
  ],
  'Omgevingstafel voorzitten': [
    { title: 'Agenda rondsturen', rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', start: 2 },
    { title: 'Tafel voorzitten, zaal 2', rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', start: 3, dueTime: '13:30' },
  ],
  'Bezwaar en beroep': [{ title: 'Termijnen nalopen', rrule: 'FREQ=MONTHLY;BYDAY=1TU' }],
  'Bouwtoezicht buitengebied': [{ title: 'Rondgang buitengebied', rrule: 'FREQ=WEEKLY;BYDAY=WE' }],
  Handhavingsdossiers: [{ title: 'Dossiers naast de wet leggen', rrule: 'FREQ=WEEKLY;BYDAY=TH' }],
  'Meldingen openbare ruimte': [{ title: 'Meldingen verdelen en beantwoorden', rrule: everyWorkday }],
  'Brandveiligheid horeca': [
    { title: 'Overleg veiligheidsregio', rrule: 'FREQ=WEEKLY;INTERVAL=6;BYDAY=TH', start: 10 },
    { title: 'Terrasronde', rrule: 'FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO' },
  ],
  'Rooster en verlofplanning': [{ title: 'Rooster van de komende weken klaarzetten', rrule: 'FREQ=WEEKLY;BYDAY=FR' }],
  'Overleg voorbereiden': [{ title: 'Agenda maken', rrule: 'FREQ=WEEKLY;BYDAY=WE' }],
  'Budget en inhuur': [{ title: 'Stand van het budget bekijken', rrule: 'FREQ=MONTHLY;BYDAY=1FR' }],
  'Inwerken nieuwe collega': [{ title: 'Koffie met wie nieuw is', rrule: 'FREQ=MONTHLY;BYDAY=1MO' }],
  'Teamafspraken bijhouden': [{ title: 'Afspraken nalezen', rrule: 'FREQ=WEEKLY;INTERVAL=8;BYDAY=MO', start: 21 }],
  'Vierogencontrole besluiten': [{ title: 'Besluiten van gisteren nalezen', rrule: everyWorkday }],
  'Afstemming omgevingsdienst': [{ title: 'Bellen met de omgevingsdienst', rrule: 'FREQ=MONTHLY;BYDAY=1TU' }],
  'Privacy- en Woo-vragen': [
    { title: 'Register bijwerken', rrule: 'FREQ=MONTHLY;BYMONTHDAY=15', shift: 'previousWorkday' },
  ],
  Kwartaalrapportage: [{ title: 'Cijfers naar de griffie', ...lastWorkdayOfQuarter }],
  'Contact wijkraden': [
    { title: 'Wijkraad Noord', rrule: 'FREQ=WEEKLY;INTERVAL=4;BYDAY=TU', start: 15, dueTime: '19:30' },
  ],
};

/** What the drawings ask and offer. `on` counts days from the Monday of this week. */
export const permitsHelp: readonly {
  kind: 'ask' | 'offer';
  by: PermitsMember;
  about: string | null;
  text: string;
  on: number | null;
  minutes: number | null;
}[] = [
  {
    kind: 'ask',
    by: 'Joost Lammers',
    about: 'Handhavingsdossiers',
    text: 'Wie gaat van 9:00 tot 11:00 mee naar een controle in Noorderkoog?',
    on: 9,
    minutes: 120,
  },
  {
    kind: 'offer',
    by: 'Bas Tuinstra',
    about: null,
    text: 'Vrijdagmiddag twee uur over. Ik lees graag besluiten mee.',
    on: 11,
    minutes: 120,
  },
  {
    kind: 'ask',
    by: 'Ingrid Bakker',
    about: 'Brandveiligheid horeca',
    text: 'Wie wil achtervang worden voor Brandveiligheid horeca?',
    on: null,
    minutes: null,
  },
];

export const permitsNotes: readonly {
  about: string;
  by: PermitsMember;
  title: string;
  body: string;
  url: string | null;
}[] = [
  {
    about: 'Intake en volledigheidstoets',
    by: 'Esra Kaya',
    title: 'Zo loopt de intake',
    body: 'Maandag eerst de wachtlijst, dan pas de nieuwe aanvragen.\nMist er iets? Bel dezelfde dag, dat scheelt een brief.',
    url: null,
  },
  {
    about: 'Intake en volledigheidstoets',
    by: 'Bas Tuinstra',
    title: 'Omgevingsloket',
    body: '',
    url: 'https://omgevingswet.overheid.nl/',
  },
  {
    about: 'Brandveiligheid horeca',
    by: 'Ingrid Bakker',
    title: 'Wat we afspraken',
    body: 'Elke zaak met meer dan 50 gasten eens per jaar.\nBij direct gevaar altijd met twee mensen.',
    url: null,
  },
];

/** Days of this week on which somebody is away, counted from Monday; the last one is not included. */
export const permitsAbsences: readonly { by: PermitsMember; from: number; until: number }[] = [
  { by: 'Mei-Lin Tan', from: 3, until: 7 },
];

/** What recurs in any team. */
export const commonDuties: readonly DutyWords[] = [
  { title: 'Werkvoorraad verdelen', rrule: everyMonday },
  { title: 'Nieuwe vragen beantwoorden', rrule: everyWorkday },
  { title: 'Openstaande zaken nalopen', rrule: 'FREQ=WEEKLY;BYDAY=TU' },
  { title: 'Afstemmen met de partners', rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', start: 3 },
  { title: 'Stand van zaken opschrijven', rrule: 'FREQ=WEEKLY;BYDAY=FR' },
  { title: 'Maandcijfers bekijken', rrule: 'FREQ=MONTHLY;BYMONTHDAY=1', shift: 'previousWorkday' },
  { title: 'Lijsten en contactgegevens bijwerken', rrule: 'FREQ=MONTHLY;BYDAY=1WE' },
  { title: 'Kwartaaloverzicht maken', ...lastWorkdayOfQuarter },
];

export const commonHelp: readonly { kind: 'ask' | 'offer'; text: string; minutes: number | null }[] = [
  { kind: 'ask', text: 'Wie leest een brief mee voordat hij de deur uit gaat?', minutes: 30 },
  { kind: 'ask', text: 'Wie denkt een half uur mee over een lastige zaak?', minutes: 30 },
  { kind: 'offer', text: 'Ik heb deze week een uur over. Wie kan ik helpen?', minutes: 60 },
  { kind: 'offer', text: 'Ik neem graag een telefoondienst over.', minutes: 120 },
];

export const skipReasons = ['Er was niets nieuws', 'Valt samen met de volgende keer', 'De partner kon niet'] as const;
