import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { TeamId } from '@roer/domain/ids';
import { buttonLook } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** Nobody's hours are known: says what they are for and where they stand. */
export default function NoWeeks({ teamId }: { readonly teamId: TeamId }) {
  const t = useTranslations('workload.empty');
  return (
    <EmptyState
      sign="asleep"
      title={t('title')}
      action={
        <Link href={`/team/${teamId}/members`} className={buttonLook({ kind: 'secondary' })}>
          {t('toMembers')}
        </Link>
      }
    >
      {t('words')}
    </EmptyState>
  );
}
