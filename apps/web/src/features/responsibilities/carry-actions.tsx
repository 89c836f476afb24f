import { Suspense, useState } from 'react';
import ArrowRightLeft from 'lucide-react/icons/arrow-right-left';
import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import type { AssignmentRow, TeamSnapshot } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import { awayOn } from '@roer/domain/responsibilities/away';
import { carryCommands } from '@roer/domain/responsibilities/carry-commands';
import { addsUp, carriedShare } from '@roer/domain/responsibilities/coverage';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import { assignmentsOf } from '@roer/domain/responsibilities/facts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StrandPair } from '../../ui/strand-pair.tsx';
import { useActs } from './acts.tsx';
import { AwayWords } from './away-words.tsx';
import { makeOffer, takeOver } from './carrying.ts';
import { afterOf, teamCommand } from './commands.ts';
import { DelegationNotes } from './delegation-notes.tsx';
import type { PeopleNames } from './people-names.ts';
import { PersonLink } from './person-link.tsx';
import { useTakeOn } from './take-on.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './panel.module.css';

const OfferDialog = lazily(() => import('./offer-dialog.tsx'));
const ShareDialog = lazily(() => import('./share-dialog.tsx'));

export type PanelTools = {
  readonly snapshot: TeamSnapshot;
  readonly actor: Actor;
  readonly teamId: TeamId;
  readonly names: PeopleNames;
  readonly responsibility: CoveredResponsibility;
};

/** Who carries it and who stands in, with what I can do about that: fill a slot, give back, pass on, ask. */
export function CarryActions({ snapshot, actor, teamId, names, responsibility }: PanelTools) {
  const t = useTranslations('responsibilities');
  const offers = useTranslations('offers.offer');
  const { act, context } = useActs();
  const takeOn = useTakeOn();
  const [dialog, setDialog] = useState<'give' | 'take' | 'share' | null>(null);
  const { id: responsibilityId, title, holders, substitutes } = responsibility;
  const me = actor.personId;
  // What is mine for good; what I have of it for a while is told below and ends by itself.
  const own = assignmentsOf(snapshot, responsibilityId);
  const mine = own.find((assignment) => assignment.personId === me);
  const takesPart = [...holders, ...substitutes].some((assignment) => assignment.personId === me);
  const carried = carriedShare(holders);
  const openShare = addsUp(carried) ? 0 : Math.max(0, 100 - carried);
  const others = own.filter(({ role, personId }) => role === 'holder' && personId !== me);

  const away = awayOn(snapshot, context.today);
  const people = (assignments: readonly AssignmentRow[]) =>
    assignments.map(({ personId, sharePercent }) => ({
      id: personId,
      name: names.full(personId) ?? t('formerColleague'),
      isMe: personId === me,
      share: sharePercent,
      words: (
        <>
          <PersonLink page={names.page(personId)}>{names.full(personId) ?? t('formerColleague')}</PersonLink>{' '}
          <AwayWords until={away.get(personId)} isOnStrand />
        </>
      ),
    }));
  const take = (role: 'holder' | 'substitute') => {
    const command = takeOver({ responsibilityId, role, sharePercent: 100 }, context);
    const go = () => act({ command, done: t(`done.takeOver.${role}`, { title }), about: responsibilityId });
    takeOn({ teamId, title, after: afterOf(command), go });
  };
  const stop = (assignment: AssignmentRow) => {
    const command = teamCommand(carryCommands.giveBack, { responsibilityId, assignmentId: assignment.id }, context);
    void act({ command, done: t(`done.giveBack.${assignment.role}`, { title }), about: responsibilityId });
  };
  const standIn = (
    <Button kind="tertiary" dense onClick={() => take('substitute')}>
      {t(substitutes.length === 0 ? 'act.iWant' : 'act.alsoStandIn')}
    </Button>
  );
  return (
    <>
      <StrandPair
        holders={people(holders)}
        substitutes={people(substitutes)}
        openShare={openShare}
        substituteAction={mine || takesPart ? undefined : standIn}
      />
      {responsibility.coverage.state === 'unclear' && (
        <p className={styles.hint}>{t('panel.unclear', { share: carried })}</p>
      )}
      <DelegationNotes {...{ snapshot, actor, teamId, names, responsibility }} />
      <div className={styles.actions}>
        {(carried === 0 || openShare > 1) && (
          <Button kind="primary" onClick={() => take('holder')}>
            {carried === 0 ? t('act.takeOver') : t('act.takeRest', { share: openShare })}
          </Button>
        )}
        {mine && (
          <Button
            kind={openShare > 1 ? 'secondary' : 'primary'}
            icon={<Icon of={ArrowRightLeft} small />}
            onClick={() => setDialog('give')}
          >
            {t('act.passOn')}
          </Button>
        )}
        {mine && <Button onClick={() => stop(mine)}>{t(`act.giveBack.${mine.role}`)}</Button>}
        {others.length > 0 && (!mine || mine.role === 'substitute') && (
          <Button kind={mine || openShare > 1 ? 'secondary' : 'primary'} onClick={() => setDialog('take')}>
            {t('act.ask')}
          </Button>
        )}
        {mine?.role === 'holder' && (
          <Button kind="tertiary" onClick={() => setDialog('share')}>
            {t('act.changeShare')}
          </Button>
        )}
      </div>
      {dialog !== null && (
        <Suspense>
          {dialog === 'share' && mine && (
            <ShareDialog
              title={title}
              share={mine.sharePercent}
              room={Math.max(mine.sharePercent, 101 - carried + mine.sharePercent)}
              onClose={() => setDialog(null)}
              onShare={(sharePercent) => {
                const command = teamCommand(
                  carryCommands.changeShare,
                  { responsibilityId, assignmentId: mine.id, sharePercent },
                  context,
                );
                void act({
                  command,
                  done: t('done.changeShare', { title, share: sharePercent }),
                  about: responsibilityId,
                });
              }}
            />
          )}
          {dialog !== 'share' && (
            <OfferDialog
              kind={dialog}
              {...{ snapshot, names, responsibility, me }}
              assignments={dialog === 'take' ? others : mine ? [mine] : []}
              onClose={() => setDialog(null)}
              onOffer={({ assignment, ...made }) => {
                const input = { responsibilityId, assignmentId: assignment.id, kind: dialog, ...made };
                const asked = dialog === 'give' ? made.toPersonId : assignment.personId;
                const done =
                  asked === null
                    ? offers('madeToTeam', { title })
                    : t(`done.offer.${dialog}`, { name: names.short(asked) ?? t('formerColleague'), title });
                void act({ command: makeOffer(input, context), done, about: responsibilityId });
              }}
            />
          )}
        </Suspense>
      )}
    </>
  );
}
