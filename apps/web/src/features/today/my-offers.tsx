import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Actor } from '@roer/domain/access/may';
import type { PersonId } from '@roer/domain/ids';
import { carryCommands } from '@roer/domain/responsibilities/carry-commands';
import { answersOffer } from '@roer/domain/responsibilities/offer-sides';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import type { Failure } from '../../live/api.ts';
import { useTeamCommand } from '../../live/apply.ts';
import type { Outcome } from '../../live/apply.ts';
import { today } from '../../live/clock.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import { acceptOffer } from '../responsibilities/carrying.ts';
import { afterOf, teamCommand } from '../responsibilities/commands.ts';
import type { BoardCommand } from '../responsibilities/commands.ts';
import { dayOf, useLastDay } from '../responsibilities/last-day.ts';
import OfferLoad from '../responsibilities/offer-load.tsx';
import { namesIn } from '../responsibilities/people-names.ts';
import { useTakeOn } from '../responsibilities/take-on.ts';
import type { MyOffer } from './my-responsibilities.ts';
import styles from './today.module.css';

type MyOffersProps = {
  readonly heading: string;
  readonly offers: readonly MyOffer[];
  readonly actor: Actor;
  readonly isNamed: boolean;
  /** In words what was done; undefined when an answer is on its way. The line itself disappears. */
  readonly onAnswered: (done: string | undefined) => void;
};

/** Offers that wait for my answer, or that I made and others have to answer. */
export function MyOffers({ heading, offers, actor, isNamed, onAnswered }: MyOffersProps) {
  const [failure, setFailure] = useState<{ item: MyOffer; failure: Failure } | null>(null);
  const words = useTranslations('responsibilities');
  const sentence = useFailureSentence(failure ? namesIn(failure.item.team.snapshot).short : undefined);
  if (offers.length === 0 && !failure) return null;
  return (
    <section>
      <SectionHeading>{heading}</SectionHeading>
      {failure && <ErrorNotice title={words('failedTitle')}>{sentence(failure.failure)}</ErrorNotice>}
      <ul>
        {offers.map((item) => (
          <OfferLine
            key={item.offer.id}
            {...{ item, actor, isNamed, onAnswered }}
            onFailure={(reason) => setFailure(reason && { item, failure: reason })}
          />
        ))}
      </ul>
    </section>
  );
}

type OfferLineProps = Omit<MyOffersProps, 'heading' | 'offers'> & {
  readonly item: MyOffer;
  readonly onFailure: (failure: Failure | null) => void;
};

function OfferLine({ item: { team, offer }, actor, isNamed, onAnswered, onFailure }: OfferLineProps) {
  const t = useTranslations('week');
  const offers = useTranslations('offers.offer');
  const last = useLastDay();
  const me = actor.personId;
  const words = useTranslations('responsibilities');
  const format = useFormatter();
  const announce = useAnnounce();
  const send = useTeamCommand(team.teamId);
  const takeOn = useTakeOn();
  const names = namesIn(team.snapshot);
  const nameOf = (personId: PersonId | null) =>
    personId === null ? words('offer.somebody') : (names.short(personId) ?? words('formerColleague'));
  const responsibility = team.snapshot.responsibility[offer.responsibilityId];
  const title = responsibility?.title ?? '';
  const hours =
    responsibility && team.snapshot.assignment[offer.assignmentId]?.role === 'holder'
      ? words('partOfHours', {
          share: offer.sharePercent,
          hours: format.number(responsibility.minutesAWeek / 60, { maximumFractionDigits: 1 }),
        })
      : null;
  const until = offer.temporaryUntil;
  const accepted =
    until === null
      ? words(`done.accept.${offer.kind}`, { title, name: nameOf(offer.toPersonId), share: offer.sharePercent })
      : offers('acceptedWhile', { title, last: last(until) });
  const asksMe = answersOffer(offer, me);
  const isToTeam = offer.toPersonId === null;
  const context = { actorId: me, today: today() };
  const given = { responsibilityId: offer.responsibilityId, offerId: offer.id };
  const answer = async (command: BoardCommand, done: string): Promise<Outcome> => {
    onFailure(null);
    onAnswered(undefined);
    const outcome = await send(command);
    if (outcome.ok) {
      announce(done);
      onAnswered(done);
    } else onFailure({ code: outcome.code, detail: outcome.detail });
    return outcome;
  };
  const accept = (): void => {
    const command = acceptOffer(given, context);
    takeOn({ teamId: team.teamId, title, after: afterOf(command), go: () => answer(command, accepted) });
  };
  return (
    <li className={styles.offer}>
      <Link href={boardAddress(team.teamId, offer.responsibilityId)}>{title}</Link>
      <p>
        {asksMe && isToTeam
          ? t('teamGift', { from: nameOf(offer.fromPersonId), share: offer.sharePercent })
          : words(`offer.${offer.kind}.${asksMe ? 'toMe' : 'mine'}`, {
              from: nameOf(offer.fromPersonId),
              to: nameOf(offer.toPersonId),
              share: offer.sharePercent,
            })}
        {until !== null &&
          ` ${offers(offer.fromPersonId === me ? 'while.mine' : 'while.give', { last: last(until), from: nameOf(offer.fromPersonId) })}`}
      </p>
      <p className={styles.quiet}>
        {isNamed && `${team.teamName}. `}
        {hours !== null && `${hours}. `}
        {words('offer.until', {
          until: dayOf(format, offer.expiresOn),
        })}
      </p>
      {asksMe && <OfferLoad {...{ offer, actor }} teamId={team.teamId} />}
      <div className={styles.answers}>
        {asksMe ? (
          <>
            <Button dense onClick={accept}>
              {words(`offer.${offer.kind}.accept`)}
            </Button>
            {/* A no of one is not a no of the team: it waits for who says yes. */}
            {!isToTeam && (
              <Button
                dense
                onClick={() =>
                  void answer(teamCommand(carryCommands.declineOffer, given, context), words('done.decline', { title }))
                }
              >
                {words(`offer.${offer.kind}.decline`)}
              </Button>
            )}
          </>
        ) : (
          <Button
            kind="tertiary"
            dense
            onClick={() =>
              void answer(teamCommand(carryCommands.withdrawOffer, given, context), words('done.withdraw', { title }))
            }
          >
            {words('offer.withdraw')}
          </Button>
        )}
      </div>
    </li>
  );
}
