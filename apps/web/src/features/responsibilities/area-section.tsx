import Ellipsis from 'lucide-react/icons/ellipsis';
import { useFormatter, useTranslations } from 'use-intl';
import type { AreaRow } from '@roer/domain/feed';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { WorkRowHeader } from '../../ui/work-row.tsx';
import type { RowColumnNames } from '../../ui/work-row.tsx';
import type { AreaWish } from './area-wish.ts';
import styles from './board.module.css';

type AreaSectionProps = {
  readonly area: AreaRow;
  readonly responsibilities: readonly CoveredResponsibility[];
  readonly columnNames: RowColumnNames;
  readonly showColumns: boolean;
  /** Nothing ever belonged to it, so it may go. */
  readonly isRemovable: boolean;
  readonly onWish: ((wish: AreaWish) => void) | undefined;
  readonly children: ReactNode;
};

/** An area of the board: its name, what it takes a week, and its rows. */
export function AreaSection(props: AreaSectionProps) {
  const { area, responsibilities, onWish } = props;
  const t = useTranslations('responsibilities');
  const format = useFormatter();
  const minutes = responsibilities.reduce((sum, responsibility) => sum + responsibility.minutesAWeek, 0);
  const choices = (['add', 'rename', 'remove'] as const).filter((choice) => choice !== 'remove' || props.isRemovable);
  return (
    <section className={styles.area} aria-labelledby={`area-${area.id}`}>
      <WorkRowHeader
        columnNames={props.columnNames}
        showColumns={props.showColumns}
        title={
          <span className={styles.areaTitle}>
            <h2 id={`area-${area.id}`}>{area.name}</h2>
            <span className={styles.areaHours}>
              {t('hoursAWeek', { hours: format.number(minutes / 60, { maximumFractionDigits: 1 }) })}
            </span>
            {onWish && (
              <MenuButton
                className={styles.areaMenu}
                label={t('area.menu', { name: area.name })}
                groups={[{ id: 'area', items: choices.map((id) => ({ id, label: t(`area.${id}`) })) }]}
                onChoose={(id) => {
                  const kind = choices.find((choice) => choice === id);
                  if (kind) onWish({ kind, area });
                }}
              >
                <Icon of={Ellipsis} small />
                <VisuallyHidden>{t('area.menu', { name: area.name })}</VisuallyHidden>
              </MenuButton>
            )}
          </span>
        }
      />
      {responsibilities.length === 0 ? (
        <p className={styles.areaEmpty}>{t('area.empty')}</p>
      ) : (
        <ul>{props.children}</ul>
      )}
    </section>
  );
}
