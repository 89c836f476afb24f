import Plus from 'lucide-react/icons/plus';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { isMember } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Domain } from './organisation-queries.ts';
import { RowMenu } from './row-menu.tsx';
import type { StructureWish } from './structure-wish.ts';
import styles from './organisation.module.css';

type DomainSectionProps = {
  readonly domain: Domain;
  readonly actor: Actor;
  /** Only for who may change the structure. */
  readonly onWish: ((wish: StructureWish) => void) | undefined;
};

/** One domain with its teams. A team is a link for who may see something of it. */
export function DomainSection({ domain, actor, onWish }: DomainSectionProps) {
  const t = useTranslations('organisation.structure');
  const headingId = `domain-${domain.id}`;
  return (
    <section className={styles.group} aria-labelledby={headingId}>
      <div className={styles.heading}>
        <h2 id={headingId}>{domain.name}</h2>
        <span>{t('teams', { teams: domain.teams.length })}</span>
        {onWish && (
          <RowMenu
            label={t('more', { name: domain.name })}
            acts={[
              { id: 'createTeam', label: t('act.createTeam') },
              { id: 'renameDomain', label: t('act.renameDomain') },
              { id: 'closeDomain', label: t('act.closeDomain') },
            ]}
            onChoose={(kind) => onWish({ kind, domain })}
          />
        )}
      </div>
      {domain.teams.length === 0 && <p className={styles.empty}>{t('noTeams')}</p>}
      <ul>
        {domain.teams.map((team) => {
          const own = isMember(actor, team.id);
          const href = own ? `/team/${team.id}` : `/team/${team.id}/members`;
          return (
            <li key={team.id} className={styles.row}>
              <span className={styles.name}>
                {own || onWish ? <Link href={href}>{team.name}</Link> : team.name}
                {own && <span className={styles.note}> {t('yourTeam')}</span>}
              </span>
              <span className={styles.aside}>{team.people !== null && t('people', { people: team.people })}</span>
              {onWish && (
                <RowMenu
                  label={t('more', { name: team.name })}
                  acts={[
                    { id: 'renameTeam', label: t('act.renameTeam') },
                    { id: 'moveTeam', label: t('act.moveTeam') },
                    { id: 'closeTeam', label: t('act.closeTeam') },
                  ]}
                  onChoose={(kind) => onWish({ kind, domain, team })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {onWish && (
        <div className={styles.add}>
          <Button
            kind="tertiary"
            icon={<Icon of={Plus} small />}
            onClick={() => onWish({ kind: 'createTeam', domain })}
          >
            {t('addTeam', { domain: domain.name })}
          </Button>
        </div>
      )}
    </section>
  );
}
