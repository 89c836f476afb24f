import type { Random } from '../random.ts';

/** First and last names that people in one family could have; every full name is invented. `weight` is how often. */
const families: readonly { weight: number; first: readonly string[]; last: readonly string[] }[] = [
  {
    weight: 52,
    first:
      'Anneke Bart Carlijn Daan Eline Floris Gerda Henk Ilse Jeroen Karin Lars Marloes Niels Olga Pieter Renske Sander Tineke Ursula Victor Wendy Arjen Britt Coen Dorien Erik Froukje Guus Hanna Ivo Judith Klaas Lotte Maarten Nienke Oscar Petra Rutger Saskia Tom Vera Wouter Yvonne Marijke Joris Loes Stijn'.split(
        ' ',
      ),
    last: 'Bosman;van Dalen;Evers;Faber;Groot;van der Heide;Jansma;Kuiper;van Leeuwen;Meijer;Nijland;Oosterhuis;Prins;de Ruiter;Schouten;Timmer;Veenstra;Wessels;Zwart;van den Berg;Blom;Dekkers;de Graaf;Hendriks;Kok;Lubbers;Mulder;Peeters;Roos;Smits;van Vliet;Willems;Brouwer;Snoek;Terpstra;Verhoeven'.split(
      ';',
    ),
  },
  {
    weight: 8,
    first: 'Sjoukje Wiebe Hielke Aafke Sietse Femke Douwe Nynke Tjerk Baukje Jelmer Marrit Gerben Ytsje'.split(' '),
    last: 'Hoekema;Bijlsma;Wiersma;Postma;Zijlstra;Dijkstra;Sikkema;Hiemstra;Reitsma;Boonstra'.split(';'),
  },
  {
    weight: 10,
    first: 'Elif Murat Zeynep Emre Aylin Kerem Derya Hakan Selin Yusuf Defne Ozan Nuray Cem'.split(' '),
    last: 'Demir;Yildiz;Arslan;Aydin;Polat;Korkmaz;Erdem;Aksoy;Tekin;Bulut'.split(';'),
  },
  {
    weight: 11,
    first: 'Samira Youssef Nadia Karim Hafsa Bilal Loubna Rachid Ikram Hamza Naima Anouar Salma Tarik'.split(' '),
    last: 'el Amrani;Bouzidi;Benali;Ouali;el Haddad;Chaoui;Mansouri;Azzouzi;Tahiri;Berrada'.split(';'),
  },
  {
    weight: 9,
    first: 'Sharda Marlon Gaitrie Winston Chantal Ruben Shanti Orlando Melissa Rayen Cynthia Dennis'.split(' '),
    last: 'Ramdin;Pinas;Kartosen;Wijngaarde;Jagroep;Pengel;Tjin;Soekhoe;Vrede;Lieveld'.split(';'),
  },
  {
    weight: 4,
    first: 'Li Wei Xiu Jun Yan Hao Lan Ming'.split(' '),
    last: 'Chen;Wong;Zhang;Liu;Lam;Huang;Cheung;Zhou'.split(';'),
  },
  {
    weight: 3,
    first: 'Agnieszka Tomasz Magda Piotr Ewa Marek'.split(' '),
    last: 'Nowak;Kowalczyk;Lewandowski;Mazur;Zielinski'.split(';'),
  },
  {
    weight: 2,
    first: 'Giovanni Ruthmila Edson Shudeska Ana Miguel'.split(' '),
    last: 'Martina;Maduro;Ferreira;Cijntje;Rosario'.split(';'),
  },
  {
    weight: 2,
    first: 'Leila Dariush Amir Rana Fatou Amadou'.split(' '),
    last: 'Rostami;Karimi;Amini;Diallo;Sesay'.split(';'),
  },
];
const totalWeight = families.reduce((sum, family) => sum + family.weight, 0);

export const inventName = (random: Random): string => {
  let place = random.fraction() * totalWeight;
  const family = families.find((candidate) => (place -= candidate.weight) < 0) ?? random.pick(families);
  return `${random.pick(family.first)} ${random.pick(family.last)}`;
};

/** `Anouk de Wit` becomes `anouk.de.wit@noorderkoog.example`; `number` sets namesakes apart. */
export const emailOf = (name: string, number = 1): string =>
  `${name.toLowerCase().replaceAll(' ', '.')}${number > 1 ? number : ''}@noorderkoog.example`;

const fronts = [
  'Ooster',
  'Wester',
  'Zuider',
  'Noorder',
  'Hoge',
  'Lage',
  'Oude',
  'Nieuwe',
  'Broek',
  'Water',
  'Linden',
  'Molen',
];
const backs = ['veld', 'dijk', 'hout', 'meer', 'land', 'waard', 'polder', 'kamp', 'wijk', 'hoek', 'berg', 'burg'];

/** The name of a district, each number another one; after 144 they get a number. */
export const districtName = (number: number): string => {
  const front = fronts[number % fronts.length] ?? '';
  const back = backs[Math.floor(number / fronts.length) % backs.length] ?? '';
  const round = Math.floor(number / (fronts.length * backs.length));
  return round === 0 ? `${front}${back}` : `${front}${back} ${round + 1}`;
};
