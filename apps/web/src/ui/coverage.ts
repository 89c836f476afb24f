/** The five states of a responsibility, as the domain derives them. Kept as plain words so that the kit needs nothing from it. */
export type Coverage = 'covered' | 'fragile' | 'unclear' | 'gap' | 'asleep';
/** Which strand is mine, in the "mine" view. */
export type MyStrand = 'holder' | 'substitute';
