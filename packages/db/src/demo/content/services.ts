import type { TeamWords } from './words.ts';

export const informationTeamName = 'Informatie & Gegevens';

export const servicesTeams: readonly TeamWords[] = [
  {
    name: 'Burgerzaken',
    domain: 2,
    areas: [
      {
        name: 'Aan de balie',
        responsibilities: [
          [
            'Paspoorten en identiteitskaarten',
            'Iedereen kan op tijd op reis met een geldig document.',
            10,
            3,
            'spring',
          ],
          ['Rijbewijzen', 'Een rijbewijs is in één bezoek geregeld.', 7, 2],
          ['Verhuizing en inschrijving', 'Wie hier komt wonen, staat meteen goed ingeschreven.', 8, 3],
          ['Geboorte en overlijden', 'Bij een geboorte of een verlies helpen we met aandacht.', 7, 3],
          ['Huwelijk en partnerschap', 'Een stel kan zich verheugen op een goed geregelde dag.', 6, 2, 'summer'],
          ['Balieplanning en afspraken', 'Bezoekers zijn binnen tien minuten aan de beurt.', 4, 2],
        ],
      },
      {
        name: 'Gegevens van inwoners',
        responsibilities: [
          ['Kwaliteit van de basisregistratie', 'Gegevens van inwoners kloppen, bij ons en bij anderen.', 7, 3],
          ['Adresonderzoek', 'Mensen staan ingeschreven waar zij echt wonen.', 6, 2],
          ['Naturalisatie', 'Een nieuwe Nederlander krijgt een zorgvuldig besluit en een mooie dag.', 5, 2, 'autumn'],
          ['Buitenlandse akten', 'Papieren uit een ander land krijgen hier hun plek.', 5, 2],
          ['Geheimhouding van gegevens', 'Wie zich moet beschermen, kan op ons rekenen.', 3, 3],
          ['Post en uittreksels', 'Een uittreksel is binnen drie dagen thuis.', 4, 1],
        ],
      },
      {
        name: 'Verkiezingen en kwaliteit',
        responsibilities: [
          ['Stembureaus en vrijwilligers', 'Iedereen kan dichtbij stemmen, ook met een rolstoel.', 6, 3, 'spring'],
          ['Uitslag en telling', 'Elke stem telt en iedereen kan de telling volgen.', 4, 3, 'spring'],
          ['Controle op identiteit', 'Een document gaat alleen naar de juiste persoon.', 5, 3],
          ['Kas en waardepapieren', 'Geld en documenten zijn veilig en kloppen aan het eind van de dag.', 4, 3],
          ['Bezoek aan huis', 'Wie niet naar ons kan komen, krijgt ons op bezoek.', 3, 2],
          ['Begraafplaatsen', 'Nabestaanden vinden rust op een verzorgde plek.', 5, 2],
        ],
      },
    ],
  },
  {
    name: 'Klantcontact & Communicatie',
    domain: 2,
    areas: [
      {
        name: 'Contact met inwoners',
        responsibilities: [
          ['Telefoon', 'Wie belt, krijgt snel iemand die verder helpt.', 12, 3],
          ['E-mail en formulieren', 'Een bericht krijgt binnen twee dagen een antwoord.', 8, 2],
          ['Ontvangst in het gemeentehuis', 'Bezoekers voelen zich welkom en weten waar ze moeten zijn.', 8, 2],
          ['Terugbelafspraken', 'Wat we beloven aan de telefoon, doen we ook.', 4, 2],
          ['Klachten opvangen', 'Wie ontevreden is, wordt gehoord en krijgt antwoord.', 5, 3],
          ['Kennisbank', 'Elke collega geeft hetzelfde, goede antwoord.', 5, 2],
        ],
      },
      {
        name: 'Nieuws en website',
        responsibilities: [
          ['Website', 'Inwoners vinden in drie klikken wat ze zoeken.', 8, 3],
          ['Nieuws en persvragen', 'Kranten en inwoners krijgen snel een eerlijk antwoord.', 7, 2],
          ['Sociale media', 'We zijn er waar mensen hun vragen stellen.', 6, 2],
          ['Gemeentepagina in de krant', 'Ook wie geen computer heeft, weet wat er speelt.', 4, 1],
          ['Heldere brieven', 'Een brief van ons is in één keer duidelijk.', 5, 2],
          ['Toegankelijkheid', 'Iedereen kan onze website en brieven lezen.', 4, 3],
        ],
      },
      {
        name: 'Bestuur en inwoners',
        responsibilities: [
          ['Inwoners laten meepraten', 'Mensen praten mee als er nog iets te kiezen valt.', 6, 2, 'autumn'],
          ['Toespraken en bezoeken', 'De burgemeester en wethouders komen goed voorbereid.', 5, 1],
          ['Campagnes', 'Mensen weten wat er voor hen verandert.', 5, 1, 'spring'],
          ['Interne berichten', 'Collega’s horen nieuws eerder dan de krant.', 4, 1],
          ['Beeld en huisstijl', 'Alles van ons is herkenbaar en goed te lezen.', 3, 1],
          ['Berichten bij een crisis', 'Als het spannend is, weten mensen snel wat er is.', 3, 3],
        ],
      },
    ],
  },
  {
    name: 'Financiën & Inkoop',
    domain: 2,
    areas: [
      {
        name: 'Begroting en rekening',
        responsibilities: [
          ['Begroting', 'De raad kan kiezen met duidelijke cijfers.', 9, 3, 'autumn'],
          ['Jaarrekening', 'Iedereen kan zien wat we met het geld hebben gedaan.', 9, 3, 'spring'],
          ['Tussenrapportages', 'We sturen bij als iets anders loopt dan gedacht.', 6, 2],
          ['Advies aan teams', 'Teams begrijpen hun geld en nemen er goede besluiten mee.', 7, 2],
          ['Leningen en liquiditeit', 'Er is altijd genoeg geld om rekeningen te betalen.', 5, 3],
          ['Subsidies verantwoorden', 'Geld van het Rijk gebruiken we waarvoor het is bedoeld.', 5, 2, 'spring'],
        ],
      },
      {
        name: 'Betalen en belasting',
        responsibilities: [
          ['Facturen betalen', 'Ondernemers krijgen hun geld binnen twee weken.', 9, 3],
          ['Belastingaanslagen', 'Een aanslag klopt en is goed te begrijpen.', 7, 3, 'winter'],
          ['Waarde van woningen', 'De waarde van een huis is eerlijk bepaald.', 7, 2, 'winter'],
          ['Betalingsregelingen', 'Wie moeilijk kan betalen, krijgt tijd en hulp.', 4, 2],
          ['Kwijtschelding', 'Wie het niet kan missen, hoeft niet te betalen.', 5, 2, 'spring'],
          ['Controle op betalingen', 'Elke betaling is door twee mensen bekeken.', 4, 3],
        ],
      },
      {
        name: 'Inkoop en contracten',
        responsibilities: [
          ['Aanbestedingen', 'We kopen eerlijk in en kleine bedrijven maken ook kans.', 8, 2],
          ['Contracten bijhouden', 'We weten op tijd welk contract afloopt.', 5, 2],
          ['Duurzaam inkopen', 'Wat we kopen is goed voor mens en natuur.', 4, 1],
          ['Verzekeringen', 'Als er iets misgaat, is het goed geregeld.', 3, 2],
          ['Interne controle', 'We vinden fouten zelf en leren ervan.', 5, 3, 'yearEnd'],
          ['Inkoopadvies voor collega’s', 'Een collega weet snel hoe iets gekocht kan worden.', 4, 1],
        ],
      },
    ],
  },
  {
    name: informationTeamName,
    domain: 2,
    areas: [
      {
        name: 'Systemen en werkplek',
        responsibilities: [
          ['Hulp bij computerproblemen', 'Een collega kan binnen een uur weer verder.', 10, 2],
          ['Beheer van zaaksysteem', 'Elke zaak is te vinden en gaat vanzelf naar de juiste plek.', 9, 3],
          ['Updates en onderhoud', 'Systemen zijn veilig en doen het als we ze nodig hebben.', 7, 3],
          ['Laptops en telefoons', 'Iedereen werkt met spullen die het doen.', 5, 1],
          ['Accounts en rechten', 'Iedereen kan bij wat nodig is, en niet bij meer.', 5, 3],
          ['Back-up en herstel', 'Bij een storing raken we niets kwijt.', 4, 3],
        ],
      },
      {
        name: 'Gegevens en kaarten',
        responsibilities: [
          ['Adressen en gebouwen', 'Hulpdiensten en post vinden elk adres.', 7, 3],
          ['Kaart van de gemeente', 'Collega’s en inwoners zien dezelfde, juiste kaart.', 6, 2],
          ['Cijfers voor teams', 'Teams zien hun werk in cijfers die kloppen.', 6, 2],
          ['Open data', 'Inwoners en bedrijven kunnen onze gegevens gebruiken.', 3, 1],
          ['Koppelingen tussen systemen', 'Niemand hoeft gegevens twee keer in te vullen.', 6, 2],
          ['Kwaliteit van gegevens', 'Een fout in de gegevens wordt gevonden en hersteld.', 4, 2],
        ],
      },
      {
        name: 'Veilig en vindbaar',
        responsibilities: [
          ['Informatieveiligheid', 'Gegevens van inwoners zijn bij ons veilig.', 7, 3],
          ['Privacyadvies', 'We vragen niet meer dan nodig en zijn daar open over.', 6, 3],
          ['Verzoeken om informatie', 'Wie iets van ons wil weten, krijgt op tijd antwoord.', 6, 2],
          ['Archief', 'Wat belangrijk is, blijft bewaard voor later.', 6, 2],
          ['Oefenen met phishing', 'Collega’s herkennen een valse mail en durven te melden.', 2, 2],
          ['Algoritmeregister', 'Iedereen kan zien waar een computer meedenkt.', 2, 1, 'yearEnd'],
        ],
      },
    ],
  },
];
