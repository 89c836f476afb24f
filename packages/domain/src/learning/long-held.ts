import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';

/** Rule L1.6: who held something for so many days still can when they stop. */
const longEnough = 30;

/** Whether an assignment is over and lasted long enough for who held it to count on. Who stood in may never have done it. */
export const isLongHeld = ({
  role,
  from,
  until,
}: {
  role: string;
  from: LocalDate;
  until: LocalDate | null;
}): boolean => role === 'holder' && until !== null && addDays(from, longEnough) <= until;
