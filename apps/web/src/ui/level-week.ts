/** How full a week is. Each has a height, a pattern and a word, so that no colour carries it alone. */
export type LevelBand = 'light' | 'middle' | 'heavy';

/** One week; minutes. `over`: how many do not fit; `contract`: what somebody would have without leave or holidays. */
export type LevelWeek = {
  /** Its Monday. */
  readonly id: string;
  /** What stands under it: the number of the week. */
  readonly label: string;
  readonly planned: number;
  readonly available: number;
  readonly contract: number;
  readonly over: number;
  readonly band: LevelBand;
};
