import { useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { TransferRow } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { SectionHeading } from '../../ui/section-heading.tsx';
import type { KnownTeam, TeamAct } from '../responsibilities/team-act.ts';
import { OpenTransfer } from './open-transfer.tsx';

type TransferSectionProps = {
  readonly team: KnownTeam;
  readonly transfers: readonly TransferRow[];
  readonly me: PersonId;
  readonly today: LocalDate;
  readonly act: TeamAct['act'];
  /** How many proposals were made here: after each the focus goes to where they stand. */
  readonly made: number;
};

const takeFocus = (section: HTMLElement | null): void => section?.focus();

/** What was proposed and waits for a yes. */
export default function TransferSection({ transfers, made, ...rest }: TransferSectionProps) {
  const t = useTranslations('workload.transfer');
  return (
    <section key={made} ref={made > 0 ? takeFocus : undefined} tabIndex={-1} aria-labelledby="transfers-heading">
      <SectionHeading id="transfers-heading" aside={t('aside')}>
        {t('heading')}
      </SectionHeading>
      <ul>
        {transfers.map((transfer) => (
          <OpenTransfer key={transfer.id} {...rest} transfer={transfer} />
        ))}
      </ul>
    </section>
  );
}
