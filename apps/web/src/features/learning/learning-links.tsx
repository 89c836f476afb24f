import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { TeamId } from '@roer/domain/ids';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { handoverAddress } from '../responsibilities/board-address.ts';
import styles from './cover.module.css';

/** Where else a team learns, and what somebody writes of themselves. */
export function LearningLinks({ teamId }: { readonly teamId: TeamId }) {
  const t = useTranslations('learning.links');
  const links = [
    { name: 'handover', href: handoverAddress(teamId) },
    { name: 'intervisie', href: `/team/${teamId}/intervisie` },
    { name: 'talents', href: '/contribution/talents' },
    { name: 'contribution', href: '/contribution' },
  ] as const;
  return (
    <section>
      <SectionHeading>{t('heading')}</SectionHeading>
      <ul className={styles.links}>
        {links.map(({ name, href }) => (
          <li key={name}>
            <Link href={href}>{t(`${name}.title`)}</Link>
            <p>{t(`${name}.words`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
