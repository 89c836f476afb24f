/** What a team asked whoever leads its domain. Days are counted from today. */
export type ObstacleWords = {
  title: string;
  body: string;
  raised: number;
  due: number;
  answer: { body: string; on: number } | null;
};

export const permitsObstacles: readonly ObstacleWords[] = [
  {
    title: 'Mag er tot april 16 uur per week bij voor leges en budget?',
    body: 'Beide leunen op één drager. Met 16 uur extra kan die een collega inwerken. Dan is er in januari een achtervang.',
    raised: -4,
    due: 10,
    answer: null,
  },
  {
    title: 'Wie beslist over evenementen die het college al heeft toegezegd?',
    body: 'Soms is een datum al beloofd voordat wij de aanvraag zien. Dan kunnen we niet meer goed toetsen.',
    raised: -27,
    due: -13,
    answer: {
      body: 'Jullie. Ik heb met het college afgesproken dat er niets wordt toegezegd voordat jullie hebben getoetst. Gebeurt het toch, bel me dan dezelfde dag.',
      on: -16,
    },
  },
];

/** Of another team of the same domain. */
export const otherObstacle: ObstacleWords = {
  title: 'Wie in huis kent subsidies voor groene daken?',
  body: 'Het team doet dit sinds oktober en zoekt iemand buiten het domein die een keer wil meekijken.',
  raised: -2,
  due: 17,
  answer: null,
};
