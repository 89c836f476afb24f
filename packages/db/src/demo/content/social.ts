import type { TeamWords } from './words.ts';

export const socialTeams: readonly TeamWords[] = [
  {
    name: 'Jeugd & Gezin',
    domain: 1,
    areas: [
      {
        name: 'Hulp en toegang',
        responsibilities: [
          ['Aanmelding van gezinnen', 'Ouders vertellen hun verhaal één keer en horen snel wie hen helpt.', 8, 3],
          ['Gesprekken aan de keukentafel', 'Een gezin kiest samen met ons wat er nodig is.', 12, 3],
          ['Besluiten over jeugdhulp', 'Een kind krijgt op tijd de hulp die past.', 9, 3],
          ['Spoed en veiligheid', 'Een kind in nood is dezelfde dag veilig.', 6, 3],
          ['Van 18 naar volwassen', 'Jongeren houden hulp en een dak als ze achttien worden.', 5, 2],
          ['Persoonsgebonden budget', 'Ouders die zelf hulp regelen, weten wat kan en wat mag.', 4, 2],
        ],
      },
      {
        name: 'School en thuis',
        responsibilities: [
          [
            'Contact met scholen',
            'Scholen weten wie ze kunnen bellen als het met een kind niet goed gaat.',
            7,
            2,
            'schoolYear',
          ],
          ['Leerplicht', 'Elk kind heeft een plek op school en voelt zich er welkom.', 8, 3, 'schoolYear'],
          ['Leerlingenvervoer', 'Kinderen die niet zelf kunnen reizen, komen veilig op school.', 6, 2, 'schoolYear'],
          ['Jongerenwerk', 'Jongeren hebben een plek waar iemand hen kent.', 6, 2],
          ['Ouders bij een scheiding', 'Kinderen houden rust als hun ouders uit elkaar gaan.', 4, 2],
          ['Cursussen voor ouders', 'Ouders leren van elkaar en staan er niet alleen voor.', 3, 1, 'autumn'],
        ],
      },
      {
        name: 'Partners en kwaliteit',
        responsibilities: [
          ['Afspraken met aanbieders', 'Er is genoeg goede hulp dichtbij.', 7, 3, 'yearEnd'],
          ['Wachttijden volgen', 'We zien wie lang wacht en doen daar iets aan.', 4, 2],
          ['Facturen jeugdhulp', 'Aanbieders krijgen op tijd betaald voor wat is afgesproken.', 5, 2],
          ['Wijkoverleg jeugd', 'Huisarts, school en gemeente werken als één team rond een kind.', 4, 2],
          ['Ervaringen van gezinnen', 'Wat ouders en kinderen ons vertellen, maakt de hulp beter.', 3, 1],
          ['Dossiers en privacy', 'Wat een gezin ons vertelt, blijft bij wie het nodig heeft.', 3, 3],
        ],
      },
    ],
  },
  {
    name: 'Zorg & Ondersteuning',
    domain: 1,
    areas: [
      {
        name: 'Wonen met hulp',
        responsibilities: [
          ['Huishoudelijke hulp', 'Mensen wonen langer fijn in hun eigen huis.', 9, 3],
          ['Aanpassingen in huis', 'Met een traplift of beugel blijft een huis een thuis.', 7, 2],
          ['Rolstoelen en scootmobielen', 'Wie slecht loopt, kan zelf op pad.', 6, 2],
          ['Regiotaxi', 'Mensen komen bij familie, winkel en dokter.', 4, 2],
          ['Dagbesteding', 'Mensen hebben een fijne dag en thuis is er even rust.', 6, 2],
          ['Beschermd wonen', 'Wie niet alleen kan wonen, heeft een veilige plek.', 7, 3],
        ],
      },
      {
        name: 'Gesprek en besluit',
        responsibilities: [
          ['Eerste gesprek over hulp', 'Iemand met een vraag wordt gehoord en krijgt een helder antwoord.', 10, 3],
          ['Besluiten en brieven', 'Een besluit is op tijd en te begrijpen.', 6, 3],
          ['Herindicaties', 'Hulp groeit of krimpt mee met wat iemand nodig heeft.', 6, 2, 'yearEnd'],
          ['Spoedvragen', 'Bij een val of ontslag uit het ziekenhuis is er snel hulp.', 5, 3, 'winter'],
          ['Onafhankelijke ondersteuning', 'Wie dat wil, heeft iemand naast zich in het gesprek.', 3, 2],
          ['Eigen bijdrage uitleggen', 'Niemand schrikt van een rekening.', 2, 1],
        ],
      },
      {
        name: 'Mantelzorg en wijk',
        responsibilities: [
          ['Steun voor mantelzorgers', 'Wie voor een ander zorgt, kan het volhouden.', 5, 2],
          ['Wijkinloop', 'Bewoners lopen binnen met elke vraag.', 6, 2],
          ['Eenzaamheid', 'Mensen die weinig anderen zien, krijgen weer contact.', 4, 2, 'winter'],
          ['Toezicht op kwaliteit', 'De hulp die mensen krijgen is goed en veilig.', 5, 3],
          ['Contracten met zorgaanbieders', 'Er is keuze en de afspraken zijn helder.', 6, 3, 'yearEnd'],
          ['Cliëntenraad', 'Mensen die hulp krijgen, praten mee over hoe het gaat.', 2, 1],
        ],
      },
    ],
  },
  {
    name: 'Werk & Inkomen',
    domain: 1,
    areas: [
      {
        name: 'Inkomen',
        responsibilities: [
          ['Aanvragen bijstand', 'Wie geen inkomen heeft, weet snel waar die op kan rekenen.', 10, 3],
          ['Maandelijkse uitbetaling', 'Het geld staat elke maand op tijd op de rekening.', 7, 3],
          ['Bijzondere bijstand', 'Onverwachte kosten brengen niemand in de knel.', 6, 2, 'winter'],
          ['Voorschotten', 'Niemand zit zonder eten terwijl een aanvraag loopt.', 4, 3],
          ['Wijzigingen doorvoeren', 'Iemand krijgt wat klopt, ook als er iets verandert.', 5, 2],
          ['Terugvordering en maatwerk', 'Een fout wordt hersteld op een manier die iemand aankan.', 5, 2],
        ],
      },
      {
        name: 'Werk',
        responsibilities: [
          ['Begeleiding naar werk', 'Mensen vinden werk dat bij hen past.', 11, 3],
          ['Contact met werkgevers', 'Ondernemers geven iemand een kans en krijgen hulp daarbij.', 7, 2],
          ['Werkplekken met steun', 'Wie extra hulp nodig heeft, doet mee op een gewone werkplek.', 7, 2],
          ['Taal en scholing', 'Een cursus helpt iemand echt verder.', 5, 2, 'schoolYear'],
          ['Jongeren zonder diploma', 'Jongeren zijn in beeld en krijgen een tweede kans.', 5, 2],
          ['Inburgering', 'Nieuwkomers leren de taal en vinden hun weg in de gemeente.', 7, 3],
        ],
      },
      {
        name: 'Schuld en armoede',
        responsibilities: [
          ['Schuldhulp', 'Wie schulden heeft, krijgt rust en een plan.', 9, 3],
          ['Vroeg bellen bij achterstand', 'We bieden hulp voordat een kleine schuld groot wordt.', 5, 3],
          ['Kindpakket', 'Elk kind kan sporten, zwemmen en mee op schoolreis.', 4, 2, 'schoolYear'],
          ['Energie en vaste lasten', 'Mensen met weinig geld zitten niet in de kou.', 4, 2, 'winter'],
          ['Formulierenhulp', 'Iemand kijkt mee bij lastige brieven.', 4, 1],
          ['Samenwerking met de voedselbank', 'Mensen weten waar hulp is en schamen zich niet.', 2, 2],
        ],
      },
    ],
  },
  {
    name: 'Onderwijs, Sport & Cultuur',
    domain: 1,
    areas: [
      {
        name: 'Onderwijs en opvang',
        responsibilities: [
          ['Schoolgebouwen', 'Kinderen leren in een gezond en licht gebouw.', 8, 3],
          ['Voorschool en peuters', 'Peuters beginnen met een goede start op school.', 6, 2, 'schoolYear'],
          ['Toezicht op kinderopvang', 'Ouders brengen hun kind met een gerust hart.', 6, 3],
          ['Kansen voor elk kind', 'Waar je geboren bent, bepaalt niet hoever je komt.', 5, 2],
          ['Leren lezen voor volwassenen', 'Volwassenen durven weer te lezen en te schrijven.', 4, 2, 'autumn'],
          ['Overleg met schoolbesturen', 'Scholen en gemeente maken plannen die bij elkaar passen.', 3, 2],
        ],
      },
      {
        name: 'Sport en bewegen',
        responsibilities: [
          ['Sportvelden en zalen', 'Clubs hebben een veld en een zaal die in orde zijn.', 8, 2, 'autumn'],
          ['Zwembad', 'Iedereen leert zwemmen en doet dat veilig.', 7, 3, 'summer'],
          ['Buurtsport', 'Jong en oud bewegen samen, dicht bij huis.', 6, 1, 'summer'],
          ['Sporten met een beperking', 'Iedereen kan meedoen bij een club in de buurt.', 4, 2],
          ['Verhuur van zalen', 'Een club boekt een zaal in een paar minuten.', 5, 1],
          ['Subsidies voor verenigingen', 'Verenigingen weten waar ze op kunnen rekenen.', 6, 2, 'yearEnd'],
        ],
      },
      {
        name: 'Cultuur en ontmoeten',
        responsibilities: [
          ['Bibliotheek en lezen', 'Lezen is voor iedereen dichtbij.', 5, 2],
          ['Dorpshuizen', 'Elk dorp heeft een plek om elkaar te zien.', 6, 2],
          ['Muziek en theater op school', 'Kinderen ontdekken wat ze mooi vinden.', 4, 1, 'schoolYear'],
          ['Monumenten en verhalen', 'De geschiedenis van onze dorpen blijft levend.', 4, 1],
          ['Herdenken en vieren', 'We staan samen stil en vieren samen de vrijheid.', 3, 2, 'spring'],
          ['Vrijwilligers waarderen', 'Wie zich inzet voor een ander, voelt dat het telt.', 3, 1, 'yearEnd'],
        ],
      },
    ],
  },
];
