import type { TeamWords } from './words.ts';

export const spatialTeamName = 'Ruimtelijke Ontwikkeling';

export const environmentTeams: readonly TeamWords[] = [
  {
    name: spatialTeamName,
    domain: 0,
    areas: [
      {
        name: 'Omgevingsplan',
        responsibilities: [
          ['Omgevingsplan actueel houden', 'Iedereen kan op één plek lezen wat er waar mag.', 9, 3],
          ['Wijzigingen voorbereiden', 'Een nieuw plan komt op tijd en goed uitgelegd bij de raad.', 7, 2],
          ['Regels in gewone taal', 'Een bewoner begrijpt de regels zonder er iemand bij te halen.', 4, 1],
          ['Inspraak en zienswijzen', 'Wie wil meepraten, kan dat op tijd doen en krijgt antwoord.', 6, 3, 'autumn'],
          ['Kaarten en tekeningen', 'De kaart klopt met wat er buiten staat.', 5, 2],
          ['Voorbereidingsbesluiten', 'We houden ruimte vrij zolang een nieuw plan nog in de maak is.', 3, 2],
        ],
      },
      {
        name: 'Wonen en bouwen',
        responsibilities: [
          ['Woningbouwprogramma', 'Er komen genoeg huizen voor starters, gezinnen en ouderen.', 9, 3],
          ['Begeleiding van bouwprojecten', 'Bouwers, buren en gemeente weten steeds wat de volgende stap is.', 8, 3],
          ['Afspraken met woningcorporaties', 'Huurders krijgen betaalbare en goede huizen.', 5, 2, 'yearEnd'],
          ['Grondaankoop en verkoop', 'Grond gaat voor een eerlijke prijs naar een goed doel.', 5, 2],
          ['Starterslening en regelingen', 'Wie voor het eerst koopt, weet welke hulp er is.', 3, 1],
          ['Welstand en erfgoed', 'Mooie gebouwen blijven staan en nieuwe passen erbij.', 5, 2],
        ],
      },
      {
        name: 'Mobiliteit en klimaat',
        responsibilities: [
          ['Verkeersveilige schoolroutes', 'Kinderen fietsen veilig naar school.', 6, 3, 'schoolYear'],
          ['Parkeerbeleid', 'Bewoners en bezoekers vinden een plek zonder overlast.', 4, 2],
          ['Warmteplan voor de wijken', 'Bewoners weten wanneer hun wijk van het gas af gaat en wat dat kost.', 7, 2],
          ['Hitte en wateroverlast', 'Straten blijven droog bij hoosbuien en koel bij hitte.', 5, 2, 'summer'],
          ['Overleg met provincie en waterschap', 'Plannen van buren en die van ons passen bij elkaar.', 3, 2],
          ['Subsidies voor verduurzaming', 'Wie een huis wil isoleren, krijgt de hulp die er is.', 4, 1, 'winter'],
        ],
      },
    ],
  },
  {
    name: 'Openbare Ruimte & Groen',
    domain: 0,
    areas: [
      {
        name: 'Groen en spelen',
        responsibilities: [
          ['Bomen controleren', 'Bomen staan gezond en veilig langs straten en paden.', 8, 3, 'autumn'],
          ['Maaien en snoeien', 'Parken blijven fijn om in te zijn en goed voor dieren.', 9, 2, 'summer'],
          ['Speelplekken keuren', 'Kinderen spelen op toestellen die heel zijn.', 6, 3, 'spring'],
          ['Planten met bewoners', 'Buren maken hun straat samen groener.', 4, 1, 'spring'],
          ['Bloembakken en pleinen', 'Het centrum ziet er verzorgd uit voor wie er komt.', 3, 1, 'summer'],
          ['Oevers en vijvers', 'Het water is schoon en de kant is stevig.', 4, 2],
        ],
      },
      {
        name: 'Wegen en water',
        responsibilities: [
          ['Wegen inspecteren', 'Gaten in de weg zijn hersteld voordat iemand valt.', 8, 3],
          ['Gladheid bestrijden', 'Hulpdiensten, bussen en fietsers komen ook bij vorst vooruit.', 7, 3, 'winter'],
          ['Riool en gemalen', 'Het regenwater loopt weg en kelders blijven droog.', 9, 3],
          ['Straatverlichting', 'Mensen komen ’s avonds met een gerust gevoel thuis.', 5, 2, 'winter'],
          ['Bruggen en steigers', 'Wie een brug over gaat, kan erop vertrouwen.', 6, 3],
          ['Werk aan de weg afstemmen', 'Een straat gaat één keer open in plaats van drie keer.', 5, 2],
        ],
      },
      {
        name: 'Schoon en afval',
        responsibilities: [
          ['Afval ophalen', 'Elke bak is leeg op de dag die is beloofd.', 9, 3],
          ['Milieustraat', 'Bewoners brengen spullen makkelijk weg en veel krijgt een nieuw leven.', 7, 2, 'spring'],
          ['Zwerfvuil en prullenbakken', 'Straten en parken zijn schoon, ook na een druk weekend.', 5, 2],
          ['Meldingen van bewoners', 'Wie iets meldt, hoort binnen drie dagen wat we doen.', 6, 2],
          ['Voertuigen en gereedschap', 'Ons materieel is heel en veilig als we de weg op gaan.', 4, 2],
          ['Hulp van vrijwilligers', 'Mensen die helpen opruimen hebben wat ze nodig hebben.', 2, 1],
        ],
      },
    ],
  },
  {
    name: 'Veiligheid & Leefbaarheid',
    domain: 0,
    areas: [
      {
        name: 'Veilige wijken',
        responsibilities: [
          ['Buurtbemiddeling', 'Buren met ruzie vinden samen weer een weg.', 6, 2],
          ['Toezicht in het centrum', 'Bezoekers en ondernemers voelen zich op hun gemak.', 9, 3, 'summer'],
          ['Jongeren op straat', 'Jongeren hebben een plek en buren hebben rust.', 7, 2, 'summer'],
          ['Aanpak van woninginbraak', 'Mensen weten hoe zij hun huis beter beveiligen.', 4, 2, 'winter'],
          ['Huiselijk geweld', 'Wie thuis niet veilig is, krijgt dezelfde dag hulp.', 7, 3],
          ['Overlast en huisverboden', 'Ingrijpen gebeurt zorgvuldig en alleen als het moet.', 5, 3],
        ],
      },
      {
        name: 'Voorbereid zijn',
        responsibilities: [
          ['Crisisplan en oefeningen', 'Als er iets ergs gebeurt, weet iedereen wat te doen.', 6, 3, 'autumn'],
          ['Piket en bereikbaarheid', 'Er is dag en nacht iemand die kan beslissen.', 5, 3],
          ['Opvang bij calamiteiten', 'Wie zijn huis uit moet, heeft een veilige plek en iemand die luistert.', 4, 3],
          ['Evenementenveiligheid', 'Een feest blijft een feest, ook als het druk is.', 7, 3, 'summer'],
          ['Afstemming met politie en brandweer', 'We kennen elkaar voordat we elkaar nodig hebben.', 4, 2],
          ['Informatie bij noodsituaties', 'Inwoners horen snel wat er is en wat zij kunnen doen.', 3, 3],
        ],
      },
      {
        name: 'Regels en vergunningen',
        responsibilities: [
          ['Alcohol en horeca', 'Uitgaan is gezellig en veilig voor iedereen.', 6, 2],
          ['Onderzoek naar ondermijning', 'Eerlijke ondernemers hebben geen last van criminelen.', 8, 3],
          ['Markten en standplaatsen', 'Kooplieden weten waar ze staan en wat er is afgesproken.', 4, 1],
          ['Zorgmachtigingen', 'Wie in de war is, krijgt passende zorg met respect.', 6, 3],
          ['Demonstraties', 'Mensen kunnen veilig hun mening laten horen.', 3, 3],
          ['Cijfers over veiligheid', 'We zien waar het beter gaat en waar hulp nodig is.', 3, 1, 'yearEnd'],
        ],
      },
    ],
  },
];
