import { useEffect, useState } from 'react';
import type { LocalDate } from '@roer/domain/dates';
import { today } from '../../live/clock.ts';

const every = 30_000;

/** The day it is, also for a page that stays open past midnight. */
export const useDay = (): LocalDate => {
  const [day, setDay] = useState(today);
  useEffect(() => {
    const look = (): void => setDay(today());
    const timer = setInterval(look, every);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return day;
};
