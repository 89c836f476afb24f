import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isoWeek } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot, TransferItem } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { mostMoves } from '@roer/domain/workload/tried';
import { newId } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import { readShare, ShareField } from '../responsibilities/share-field.tsx';
import { movableOf } from './movable.ts';
import type { TryPeriod } from './try-period.ts';
import styles from './try-out.module.css';

type TryOutProps = {
  readonly snapshot: TeamSnapshot;
  readonly today: LocalDate;
  readonly mondays: readonly LocalDate[];
  readonly people: readonly PersonId[];
  readonly names: PeopleNames;
  /** Whose work it begins with. */
  readonly giver: PersonId | undefined;
  readonly period: TryPeriod;
  readonly onPeriod: (period: TryPeriod) => void;
  readonly tried: readonly TransferItem[];
  readonly onMove: (move: TransferItem) => void;
};

/** Chooses a thing, who would take it and when: the picture changes at once, and nothing is saved. */
export function TryOut(props: TryOutProps) {
  const { snapshot, today, mondays, people, names, period, onPeriod, tried, onMove } = props;
  const t = useTranslations('workload.try');
  const words = useTranslations('responsibilities');
  const [chosen, setChosen] = useState({ giver: props.giver ?? people[0] ?? '', item: '', receiver: '', share: '' });
  const [attempted, setAttempted] = useState(false);
  const giver = people.find((id) => id === chosen.giver);
  const items = giver === undefined ? [] : movableOf(snapshot, giver, today);
  const item = items.find(({ key }) => key === chosen.item);
  const receivers = people.filter((id) => id !== giver);
  const receiver = receivers.find((id) => id === chosen.receiver);
  const share = item && (chosen.share === '' ? item.sharePercent : readShare(chosen.share, item.sharePercent));
  const isKnown =
    item && tried.some((move) => (move.assignmentId ?? move.workId) === item.key && move.receiver === receiver);
  const nameOf = (personId: PersonId) => ({ value: personId, label: names.full(personId) ?? words('formerColleague') });
  const choose = [{ value: '', label: t('choose') }];

  const add = (): void => {
    setAttempted(true);
    if (!item || !giver || !receiver || !share || isKnown) return;
    const { responsibilityId, assignmentId, workId } = item;
    onMove({ id: newId(), responsibilityId, assignmentId, workId, sharePercent: share, giver, receiver });
    setChosen({ ...chosen, item: '', receiver: '', share: '' });
    setAttempted(false);
  };
  const weeks = mondays.map((monday) => ({ value: monday, label: t('week', { week: isoWeek(monday) }) }));
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div className={styles.fields}>
        <SelectField
          label={t('giver')}
          options={people.map(nameOf)}
          value={giver ?? ''}
          onChoose={(value) => setChosen({ giver: value, item: '', receiver: '', share: '' })}
        />
        <SelectField
          label={t('item')}
          error={attempted && !item ? t('itemNeeded') : undefined}
          options={[...choose, ...items.map(({ key, title }) => ({ value: key, label: title }))]}
          value={item?.key ?? ''}
          onChoose={(value) => setChosen({ ...chosen, item: value, share: '' })}
        />
        <SelectField
          label={t('receiver')}
          error={attempted && !receiver ? t('receiverNeeded') : isKnown ? t('known') : undefined}
          options={[...choose, ...receivers.map(nameOf)]}
          value={receiver ?? ''}
          onChoose={(value) => setChosen({ ...chosen, receiver: value })}
        />
        {item && item.sharePercent > 1 && (
          <ShareField
            label={t('share')}
            hint={t('shareHint', { most: item.sharePercent })}
            error={attempted && !share ? words('share.wrong', { most: item.sharePercent }) : undefined}
            text={chosen.share}
            onText={(text) => setChosen({ ...chosen, share: text })}
          />
        )}
      </div>
      <div className={styles.fields}>
        <RadioGroup
          label={t('when')}
          value={period.kind}
          options={[
            { value: 'weeks', label: t('someWeeks') },
            { value: 'forGood', label: t('forGood') },
          ]}
          onChoose={(value) => onPeriod({ ...period, kind: value === 'weeks' ? 'weeks' : 'forGood' })}
        />
        {period.kind === 'weeks' && (
          <>
            <SelectField
              label={t('first')}
              options={weeks}
              value={period.first}
              onChoose={(first) => onPeriod({ ...period, first, last: period.last < first ? first : period.last })}
            />
            <SelectField
              label={t('last')}
              options={weeks.filter(({ value }) => value >= period.first)}
              value={period.last}
              onChoose={(last) => onPeriod({ ...period, last })}
            />
          </>
        )}
      </div>
      <Button type="submit" notYet={tried.length >= mostMoves ? t('most', { most: mostMoves }) : undefined}>
        {t(tried.length === 0 ? 'add' : 'addMore')}
      </Button>
    </form>
  );
}
