import type { Season } from './words.ts';
import type { Criticality } from '@roer/domain/feed';

/** The team of the drawings. Contract hours by weekday, Monday to Friday. */
export const permitsMembers = {
  'Esra Kaya': [8, 8, 8, 8, 0],
  'Bas Tuinstra': [9, 9, 9, 0, 9],
  'Mei-Lin Tan': [8, 8, 0, 8, 8],
  'Ingrid Bakker': [9, 9, 0, 9, 9],
  'Frank Hoekstra': [8, 8, 0, 8, 0],
  // He works here on two days and on the other three in another team: see overwhelmed in personas.ts.
  'Joost Lammers': [8, 8, 0, 0, 0],
  'Dirk-Jan Mol': [8, 8, 8, 8, 4],
  'Chaimae Idrissi': [8, 8, 0, 8, 4],
  'Anouk de Wit': [8, 0, 8, 8, 8],
} as const;

export type PermitsMember = keyof typeof permitsMembers;

export type PermitsResponsibility = {
  title: string;
  purpose: string;
  hours: number;
  criticality: Criticality;
  season?: Season;
  /** Who carries it with which share, who stands in. */
  holders: readonly (readonly [PermitsMember, number])[];
  substitutes: readonly PermitsMember[];
  /** What the history of the drawing tells, in days before today. */
  earlier?: { holder: PermitsMember; untilDaysAgo: number; hours: number; hoursUntilDaysAgo: number };
};

const esra = 'Esra Kaya';
const bas = 'Bas Tuinstra';
const meiLin = 'Mei-Lin Tan';
const ingrid = 'Ingrid Bakker';
const frank = 'Frank Hoekstra';
const joost = 'Joost Lammers';
const dirkJan = 'Dirk-Jan Mol';
const chaimae = 'Chaimae Idrissi';
const anouk = 'Anouk de Wit';

const alone = (holder: PermitsMember | null, ...substitutes: PermitsMember[]) => ({
  holders: holder ? [[holder, 100] as const] : [],
  substitutes,
});

export const permitsTeamName = 'Vergunningen & Toezicht';

export const permitsAreas: readonly { name: string; responsibilities: readonly PermitsResponsibility[] }[] = [
  {
    name: 'Vergunningen',
    responsibilities: [
      {
        title: 'Intake en volledigheidstoets',
        purpose: 'Wie iets aanvraagt, weet binnen een week of alles er is en wat er nog mist.',
        hours: 6,
        criticality: 3,
        ...alone(esra, bas),
      },
      {
        title: 'Complexe bouwaanvragen',
        purpose: 'Grote plannen krijgen een zorgvuldig besluit, op tijd en goed uitgelegd.',
        hours: 14,
        criticality: 3,
        season: 'yearEnd',
        holders: [
          [bas, 40],
          [joost, 40],
        ],
        substitutes: [frank],
      },
      {
        title: 'Evenementenvergunningen',
        purpose: 'Een feest in de buurt kan doorgaan en de buren weten wat ze kunnen verwachten.',
        hours: 8,
        criticality: 2,
        season: 'spring',
        ...alone(chaimae, ingrid),
      },
      {
        title: 'Legesberekening',
        purpose: 'Iedereen betaalt wat klopt en kan zien hoe we dat hebben berekend.',
        hours: 5,
        criticality: 2,
        ...alone(frank),
      },
      {
        title: 'Omgevingstafel voorzitten',
        purpose: 'Een plan komt vroeg op tafel, zodat iedereen zegt wat er nodig is.',
        hours: 4,
        criticality: 2,
        ...alone(esra, joost),
      },
      {
        title: 'Bezwaar en beroep',
        purpose: 'Wie het niet met ons eens is, wordt gehoord en krijgt een eerlijk antwoord.',
        hours: 7,
        criticality: 3,
        ...alone(anouk, chaimae),
      },
    ],
  },
  {
    name: 'Toezicht en handhaving',
    responsibilities: [
      {
        title: 'Bouwtoezicht buitengebied',
        purpose: 'Wat er wordt gebouwd, is veilig en past in het landschap.',
        hours: 12,
        criticality: 3,
        ...alone(dirkJan, joost),
      },
      {
        title: 'Handhavingsdossiers',
        purpose: 'Afspraken gelden voor iedereen en we lossen het eerst in gesprek op.',
        hours: 10,
        criticality: 3,
        ...alone(joost, dirkJan),
      },
      {
        title: 'Meldingen openbare ruimte',
        purpose: 'Wie iets meldt, hoort snel wat we ermee doen.',
        hours: 8,
        criticality: 2,
        ...alone(meiLin, esra),
      },
      {
        title: 'Brandveiligheid horeca',
        purpose: 'Gasten komen bij brand veilig naar buiten en ondernemers weten waar ze aan toe zijn.',
        hours: 6,
        criticality: 3,
        season: 'terraces',
        ...alone(ingrid),
        earlier: { holder: frank, untilDaysAgo: 174, hours: 5, hoursUntilDaysAgo: 43 },
      },
      {
        title: 'Controleplan {komend jaar}',
        purpose: 'We kiezen samen waar we volgend jaar op letten, zodat onze tijd naar het belangrijkste gaat.',
        hours: 3,
        criticality: 2,
        season: 'yearEnd',
        ...alone(null),
      },
      {
        title: 'Archief toezichtdossiers',
        purpose: 'Een dossier is jaren later nog te vinden en te begrijpen.',
        hours: 2,
        criticality: 1,
        ...alone(dirkJan, meiLin),
      },
    ],
  },
  {
    name: 'Samen organiseren',
    responsibilities: [
      {
        title: 'Rooster en verlofplanning',
        purpose: 'Iedereen kan vrij nemen en er is altijd iemand bereikbaar.',
        hours: 3,
        criticality: 2,
        season: 'summer',
        ...alone(anouk, meiLin),
      },
      {
        title: 'Overleg voorbereiden',
        purpose: 'Ons overleg is kort en we weten daarna wie wat doet.',
        hours: 2,
        criticality: 1,
        ...alone(chaimae, bas),
      },
      {
        title: 'Budget en inhuur',
        purpose: 'We zien op tijd wat er nog is en wanneer we hulp van buiten nodig hebben.',
        hours: 3,
        criticality: 2,
        season: 'yearEnd',
        ...alone(frank),
      },
      {
        title: 'Werving en selectie',
        purpose: 'Er komt op tijd iemand bij die bij het werk en bij ons past.',
        hours: 2,
        criticality: 2,
        ...alone(null),
      },
      {
        title: 'Inwerken nieuwe collega',
        purpose: 'Wie nieuw is, voelt zich welkom en kan snel meedoen.',
        hours: 2,
        criticality: 2,
        ...alone(ingrid, anouk),
      },
      {
        title: 'Teamafspraken bijhouden',
        purpose: 'We vinden onze afspraken terug en weten dat ze nog kloppen.',
        hours: 1,
        criticality: 1,
        ...alone(meiLin, esra),
      },
    ],
  },
  {
    name: 'Kwaliteit en partners',
    responsibilities: [
      {
        title: 'Vierogencontrole besluiten',
        purpose: 'Elk besluit is door twee mensen gelezen voordat het de deur uit gaat.',
        hours: 4,
        criticality: 3,
        ...alone(meiLin, bas),
      },
      {
        title: 'Afstemming omgevingsdienst',
        purpose: 'De omgevingsdienst en wij weten van elkaar wie wat controleert.',
        hours: 3,
        criticality: 2,
        ...alone(joost, dirkJan),
      },
      {
        title: 'Privacy- en Woo-vragen',
        purpose: 'Mensen zien wat ze mogen zien en hun gegevens blijven veilig.',
        hours: 2,
        criticality: 2,
        ...alone(chaimae, esra),
      },
      {
        title: 'Kwartaalrapportage',
        purpose: 'De raad ziet eerlijk wat er goed gaat en waar we aandacht voor vragen.',
        hours: 2,
        criticality: 2,
        season: 'yearEnd',
        ...alone(bas),
      },
      {
        title: 'Contact wijkraden',
        purpose: 'We horen wat er in de wijken speelt en vertellen wat we gaan doen.',
        hours: 2,
        criticality: 1,
        ...alone(esra, meiLin),
      },
    ],
  },
];

/** What waits for an answer in the drawings; a share in percent. */
export const permitsOffers = [
  { title: 'Afstemming omgevingsdienst', kind: 'give', from: joost, to: dirkJan, sharePercent: 100, daysAgo: 2 },
  { title: 'Complexe bouwaanvragen', kind: 'give', from: joost, to: bas, sharePercent: 10, daysAgo: 1 },
  { title: 'Legesberekening', kind: 'take', from: frank, to: bas, sharePercent: 50, daysAgo: 4 },
  { title: 'Contact wijkraden', kind: 'give', from: esra, to: meiLin, sharePercent: 100, daysAgo: 3 },
] as const;
