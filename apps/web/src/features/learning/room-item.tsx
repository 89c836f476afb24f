import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { TeamId } from '@roer/domain/ids';
import { buttonLook } from '../../ui/button.tsx';
import type { RoomCard } from './intervisie.ts';
import styles from './intervisie.module.css';

type RoomItemProps = { readonly room: RoomCard; readonly isMine: boolean; readonly teamId: TeamId };

/** A room of the team that one may come into, or is in. What it is about is nowhere. */
export function RoomItem({ room, isMine, teamId }: RoomItemProps) {
  const t = useTranslations('intervisie.card');
  return (
    <li className={styles.room}>
      <h3>{isMine ? t('mine') : t('title', { name: room.ownerName })}</h3>
      {room.hasBegun && <p>{t('running')}</p>}
      <p className={styles.quiet}>{t('in', { names: room.names.join(', ') })}</p>
      <Link href={`/team/${teamId}/intervisie/${room.id}`} className={buttonLook({ kind: 'primary' })}>
        {room.isInside ? t('back') : t('see')}
      </Link>
    </li>
  );
}
