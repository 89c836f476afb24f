import { Suspense, useRef } from 'react';
import type { ReactNode } from 'react';
import FlaskConical from 'lucide-react/icons/flask-conical';
import { useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { scenarios } from '@roer/domain/workload/scenario';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { SegmentedFilter } from '../../ui/segmented-filter.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import type { ChosenWeek, LoadView } from './load-view.ts';
import { PeopleWeeks } from './people-weeks.tsx';
import type { TeamPicture } from './use-team-picture.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './weeks-section.module.css';

const WeeksTable = lazily(() => import('./weeks-table.tsx'));
const WeeksWide = lazily(() => import('./weeks-wide.tsx'));
const WeekPanel = lazily(() => import('./week-panel.tsx'));

type WeeksSectionProps = {
  readonly teamId: TeamId;
  readonly me: PersonId;
  readonly today: LocalDate;
  /** The weeks as they are shown: with what is tried out, when something is. */
  readonly picture: TeamPicture;
  readonly names: PeopleNames;
  readonly view: LoadView;
  readonly show: (change: Partial<LoadView>) => void;
  readonly isTrying: boolean;
  /** Begins to try something out, with work of this person. */
  readonly onTry: (chosen: ChosenWeek | null) => void;
  /** What is tried out, between the heading and the picture. */
  readonly children: ReactNode;
};

/** Twelve weeks ahead, as a picture or as a table, each week of each person explained. */
export default function WeeksSection(props: WeeksSectionProps) {
  const { teamId, me, today, picture, names, view, show, isTrying, onTry } = props;
  const t = useTranslations('workload.weeks');
  const { scenario, asTable, chosen } = view;
  const { load, snapshot } = picture;
  const pressed = useRef<HTMLElement>(null);
  const week = chosen && load.people.find(({ personId }) => personId === chosen.personId)?.weeks;
  const shown = week?.find(({ monday }) => monday === chosen?.monday);
  const choose = (next: ChosenWeek): void => {
    const { activeElement } = document;
    pressed.current = activeElement instanceof HTMLElement ? activeElement : null;
    const isOpen = chosen?.personId === next.personId && chosen.monday === next.monday;
    show({ chosen: isOpen ? null : next });
  };
  const close = (): void => {
    show({ chosen: null });
    if (pressed.current?.isConnected) pressed.current.focus();
  };
  return (
    <section className={styles.section} aria-labelledby="weeks-heading">
      <SectionHeading id="weeks-heading" aside={t('aside')}>
        {t('heading')}
      </SectionHeading>
      <div className={styles.tools}>
        <SegmentedFilter
          label={t('scenarioLabel')}
          value={scenario}
          segments={scenarios.map((value) => ({ value, label: t(`scenario.${value}`) }))}
          onChoose={(value) => show({ scenario: scenarios.find((each) => each === value) ?? 'likely' })}
        />
        <SegmentedFilter
          label={t('as')}
          value={String(asTable)}
          segments={[
            { value: 'false', label: t('asPicture') },
            { value: 'true', label: t('asTable') },
          ]}
          onChoose={(value) => show({ asTable: value === 'true' })}
        />
        {!isTrying && (
          <Button dense icon={<Icon of={FlaskConical} small />} onClick={() => onTry(null)}>
            {t('try')}
          </Button>
        )}
      </div>
      {props.children}
      <div className={classNames(styles.columns, shown && styles.withPanel)}>
        <div className={styles.shown}>
          {asTable ? (
            // A table that is wider than the page scrolls by itself, with the keyboard too.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            <div className={styles.scroll} role="region" aria-labelledby="weeks-heading" tabIndex={0}>
              <Suspense>
                <WeeksTable {...{ load, scenario, names }} onChoose={choose} />
              </Suspense>
            </div>
          ) : (
            <>
              {/* What the picture shows, for who does not see it. */}
              <VisuallyHidden>
                <Suspense>
                  <WeeksTable {...{ load, scenario, names }} />
                </Suspense>
              </VisuallyHidden>
              <PeopleWeeks {...{ load, view, me, names }} onChoose={choose} />
            </>
          )}
          <Suspense>
            <WeeksWide {...{ teamId, load, scenario, names }} />
          </Suspense>
        </div>
        {chosen && shown && (
          <Suspense>
            <WeekPanel
              {...{ teamId, snapshot, today, chosen, scenario, names }}
              week={shown}
              onClose={close}
              onTry={() => onTry(chosen)}
            />
          </Suspense>
        )}
      </div>
    </section>
  );
}
