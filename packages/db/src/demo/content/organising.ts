import type { ResponsibilityWords } from './words.ts';

/** The area of what a team does to keep itself going. */
export const organisingAreaName = 'Samen organiseren';

/** What every team arranges for itself; each team has some of it. */
export const organising: readonly ResponsibilityWords[] = [
  ['Rooster en verlof', 'Iedereen kan vrij nemen en er is altijd iemand voor inwoners.', 3, 2, 'summer'],
  ['Overleg voorbereiden', 'Ons overleg is kort en we weten daarna wie wat doet.', 2, 1],
  ['Budget van het team', 'We geven geld bewust uit en zien op tijd wat er nog is.', 3, 2, 'yearEnd'],
  ['Inwerken van nieuwe collega’s', 'Wie nieuw is, voelt zich welkom en kan snel meedoen.', 2, 2],
  ['Teamafspraken bijhouden', 'We vinden onze afspraken terug en weten dat ze nog kloppen.', 1, 1],
  ['Leren van klachten', 'Wat iemand ons vertelt over een fout, maakt ons werk beter.', 2, 2],
  ['Werkplan en voortgang', 'We kiezen samen wat dit jaar voorgaat en houden dat vol.', 2, 2, 'yearEnd'],
  ['Werkinstructies bijhouden', 'Een collega kan het werk overnemen zonder eerst te moeten zoeken.', 2, 2],
  ['Contact met andere teams', 'Een inwoner merkt niet dat we met meer teams aan één vraag werken.', 2, 1],
];
