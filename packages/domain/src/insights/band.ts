/** How heavy something was for a group: all that is ever published of answers (rule P3). */
export type Band = 'light' | 'middle' | 'heavy';

/** The band of `count` answers of 1 to 5 with this sum, in whole numbers: a mean of 2.5 or less is light, of 3.5 or more heavy (rule P3). */
export const bandOf = ({ sum, count }: { sum: number; count: number }): Band => {
  if (2 * sum <= 5 * count) return 'light';
  return 2 * sum >= 7 * count ? 'heavy' : 'middle';
};
