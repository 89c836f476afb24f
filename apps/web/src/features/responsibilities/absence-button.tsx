import { Suspense, useState } from 'react';
import CalendarOff from 'lucide-react/icons/calendar-off';
import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { KnownTeam } from './team-act.ts';
import { lazily } from '../../i18n/lazily.ts';

const AbsenceDialog = lazily(() => import('./absence-dialog.tsx'));

type AbsenceButtonProps = {
  /** All teams of the reader: an absence is told to each of them. */
  readonly teams: readonly KnownTeam[];
  readonly actor: Actor;
};

/** Opens what I planned of not being there, and plans more. Uses later sentences. */
export default function AbsenceButton({ teams, actor }: AbsenceButtonProps) {
  const t = useTranslations('offers.absence');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="tertiary" icon={<Icon of={CalendarOff} small />} onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      {isOpen && (
        <Suspense>
          <AbsenceDialog {...{ teams }} me={actor.personId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
