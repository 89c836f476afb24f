import type { Criticality } from '@roer/domain/feed';

/** Twelve percentages, January first: what a week of that month asks compared with an ordinary week. */
export const seasons = {
  even: [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100],
  spring: [70, 90, 140, 150, 140, 110, 80, 70, 90, 90, 90, 80],
  summer: [60, 70, 90, 110, 130, 150, 150, 140, 110, 80, 60, 50],
  autumn: [80, 80, 80, 90, 90, 90, 70, 80, 130, 150, 140, 120],
  yearEnd: [130, 90, 80, 80, 80, 80, 70, 70, 90, 110, 150, 170],
  winter: [160, 150, 120, 80, 60, 60, 50, 60, 80, 100, 140, 160],
  schoolYear: [100, 100, 100, 100, 110, 130, 60, 100, 150, 110, 80, 60],
  terraces: [80, 60, 190, 80, 100, 80, 80, 80, 190, 80, 100, 80],
} as const satisfies Record<string, readonly number[]>;

export type Season = keyof typeof seasons;

/** Title, what it is for, ordinary hours a week, how much depends on it, and the season if it has one. */
export type ResponsibilityWords = readonly [
  title: string,
  purpose: string,
  hours: number,
  criticality: Criticality,
  season?: Season,
];

export type AreaWords = { readonly name: string; readonly responsibilities: readonly ResponsibilityWords[] };

export const domainNames = ['Leefomgeving', 'Sociaal domein', 'Dienstverlening en bedrijfsvoering'] as const;

/** `domain` is a place in `domainNames`. */
export type TeamWords = { readonly name: string; readonly domain: 0 | 1 | 2; readonly areas: readonly AreaWords[] };
