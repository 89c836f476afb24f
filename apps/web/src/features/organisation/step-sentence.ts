import { useFormatter, useTranslations } from 'use-intl';
import type { PlanStep } from './reorganising-queries.ts';

/** What a step does, in a sentence, with the names of teams, domains and people by their ids. */
export const useStepSentence = () => {
  const t = useTranslations('reorganising.step');
  const format = useFormatter();
  return (step: PlanStep, names: Record<string, string>): string => {
    const nameOf = (id: string): string => names[id] ?? t('unknown');
    const team = nameOf(step.teamId);
    switch (step.kind) {
      case 'moveTeam':
        return t('moveTeam', { team, domain: nameOf(step.domainId) });
      case 'merge':
        return t('merge', { team, into: nameOf(step.into) });
      case 'split':
        return t('split', {
          team,
          name: step.name,
          people: format.list(step.personIds.map(nameOf).toSorted((one, other) => one.localeCompare(other))),
        });
      case 'close':
        return step.into === null ? t('close', { team }) : t('closeInto', { team, into: nameOf(step.into) });
      case 'movePerson':
        return t('movePerson', { team, person: nameOf(step.personId), into: nameOf(step.into) });
    }
  };
};
