import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { PhaseNow } from '@roer/domain/learning/intervisie-clock';
import { useAnnounce } from '../../ui/announcer.tsx';

const minute = 60_000;

/** What is worth saying of a moment: the phase, and that five minutes or one are left of it. */
const momentOf = (here: PhaseNow): string => {
  if (here.state === 'over') return 'over';
  const near = here.left <= minute ? 'one' : here.left <= 5 * minute ? 'five' : 'begun';
  return `${here.phase}.${near}`;
};

/** Says to who does not look at the clock that another phase began, and that five minutes or one are left. Not each second. */
export const useClockWords = (here: PhaseNow): void => {
  const t = useTranslations('intervisie');
  const announce = useAnnounce();
  const moment = momentOf(here);
  const said = useRef(moment);
  useEffect(() => {
    if (said.current === moment) return;
    const [before] = said.current.split('.');
    said.current = moment;
    if (here.state === 'over') return announce(t('running.overLead'));
    const phase = t(`phase.${here.phase}`);
    if (before !== here.phase) announce(t('running.now', { phase, words: t(`phaseWords.${here.phase}`) }));
    else if (moment.endsWith('.five')) announce(t('running.five', { phase }));
    else if (moment.endsWith('.one')) announce(t('running.one', { phase }));
  }, [moment, here, announce, t]);
};
