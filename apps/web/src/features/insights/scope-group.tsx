import { useState } from 'react';
import { useFormatter } from 'use-intl';
import type { ScopeView } from '@roer/domain/insights/series';
import TeamResults from './team-results.tsx';
import styles from './insight.module.css';

type ScopeGroupProps = {
  readonly group: ScopeView[number];
  /** From the start; else it is asked for when somebody opens it. */
  readonly isOpen: boolean;
};

/** One reporting group by the names of its teams, with what was published of it. */
export function ScopeGroup({ group, isOpen }: ScopeGroupProps) {
  const format = useFormatter();
  const [wasOpened, setOpened] = useState(isOpen);
  const names = format.list(group.teams.map(({ name }) => name));
  const [first] = group.teams;
  if (!first) return null;
  return (
    <details
      className={styles.group}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpened((before) => before || currentTarget.open)}
    >
      <summary>{names}</summary>
      {wasOpened && (
        // The line above names the teams already.
        <TeamResults teamId={first.id} isMember={false} heading={null} />
      )}
    </details>
  );
}
