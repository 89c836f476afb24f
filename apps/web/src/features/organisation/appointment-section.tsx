import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { api } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import type { Person, Structure } from './organisation-queries.ts';
import { useOrganisationAsk } from './use-organisation-ask.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './organisation.module.css';

const AppointDialog = lazily(() => import('./appoint-dialog.tsx'));

/** Which roles somebody has beside their teams. */
export function AppointmentSection({ person, structure }: { readonly person: Person; readonly structure: Structure }) {
  const t = useTranslations('organisation.roles');
  const sentence = useFailureSentence();
  const { busy, failure, command } = useOrganisationAsk();
  const [adding, setAdding] = useState(false);
  const nameOf = ({ kind, domainId }: Person['appointments'][number]): string => {
    if (kind === 'administrator') return t('administrator');
    const domain = structure.find(({ id }) => id === domainId);
    return domain ? t('managerOf', { domain: domain.name }) : t('managerOfAll');
  };
  return (
    <section className={styles.section}>
      <SectionHeading>{t('title')}</SectionHeading>
      {person.appointments.length === 0 && <p className={styles.note}>{t('none')}</p>}
      <ul>
        {person.appointments.map((appointment) => (
          <li key={appointment.id} className={styles.row}>
            <span className={styles.name}>{nameOf(appointment)}</span>
            <Button
              kind="tertiary"
              dense
              busy={busy}
              onClick={() =>
                void command(({ commandId }) =>
                  api.organisation.endAppointment.mutate({ commandId, appointmentId: appointment.id }),
                )
              }
            >
              {t('end')}
            </Button>
          </li>
        ))}
      </ul>
      {failure && <ErrorNotice title={sentence(failure)} />}
      <Button onClick={() => setAdding(true)}>{t('add')}</Button>
      {adding && (
        <Suspense>
          <AppointDialog person={person} structure={structure} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </section>
  );
}
