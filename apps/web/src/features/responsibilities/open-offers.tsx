import { useFormatter, useTranslations } from 'use-intl';
import type { OfferRow } from '@roer/domain/feed';
import { carryCommands } from '@roer/domain/responsibilities/carry-commands';
import { openOffersOf } from '@roer/domain/responsibilities/facts';
import { answersOffer, proposedOffer } from '@roer/domain/responsibilities/offer-sides';
import { Button } from '../../ui/button.tsx';
import { useActs } from './acts.tsx';
import type { PanelTools } from './carry-actions.tsx';
import { acceptOffer } from './carrying.ts';
import { afterOf, teamCommand } from './commands.ts';
import { dayOf, useLastDay } from './last-day.ts';
import OfferLoad from './offer-load.tsx';
import { useTakeOn } from './take-on.ts';
import styles from './panel.module.css';

/** What was proposed about it and waits for an answer. Everybody of the team sees it; who was asked answers. */
export function OpenOffers({ snapshot, teamId, actor, names, responsibility }: PanelTools) {
  const t = useTranslations('responsibilities');
  const { context } = useActs();
  const offers = openOffersOf(snapshot, responsibility.id).filter((offer) => offer.expiresOn > context.today);
  if (offers.length === 0) return null;
  return (
    <>
      <h3>{t('panel.offers')}</h3>
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <OpenOffer key={offer.id} {...{ offer, snapshot, teamId, actor, names, responsibility }} />
        ))}
      </ul>
    </>
  );
}

type OpenOfferProps = PanelTools & { readonly offer: OfferRow };

function OpenOffer({ offer, snapshot, teamId, actor, names, responsibility }: OpenOfferProps) {
  const t = useTranslations('responsibilities');
  const words = useTranslations('offers.offer');
  const week = useTranslations('week');
  const format = useFormatter();
  const last = useLastDay();
  const { act, context } = useActs();
  const takeOn = useTakeOn();
  const me = actor.personId;
  const given = { responsibilityId: responsibility.id, offerId: offer.id };
  const about = responsibility.id;
  const { title } = responsibility;
  const nameOf = (personId: OfferRow['toPersonId']) =>
    personId === null
      ? t('offer.somebody')
      : personId === me
        ? t('you')
        : (names.short(personId) ?? t('formerColleague'));
  const asksTeam = offer.toPersonId === null && answersOffer(offer, me);
  const sentence = asksTeam
    ? week('teamGift', { from: nameOf(offer.fromPersonId), share: offer.sharePercent })
    : t(`offer.${offer.kind}.${answersOffer(offer, me) ? 'toMe' : proposedOffer(offer) === me ? 'mine' : 'others'}`, {
        from: nameOf(offer.fromPersonId),
        to: nameOf(offer.toPersonId),
        share: offer.sharePercent,
      });
  const until = offer.temporaryUntil;
  const accepted =
    until === null
      ? t(`done.accept.${offer.kind}`, { title, name: nameOf(offer.toPersonId), share: offer.sharePercent })
      : words('acceptedWhile', { title, last: last(until) });
  const isCarried = snapshot.assignment[offer.assignmentId]?.role === 'holder';
  const hours = t('partOfHours', {
    share: offer.sharePercent,
    hours: format.number(responsibility.minutesAWeek / 60, { maximumFractionDigits: 1 }),
  });
  const accept = (): void => {
    const command = acceptOffer(given, context);
    takeOn({ teamId, title, after: afterOf(command), go: () => act({ command, done: accepted, about }) });
  };
  return (
    <li>
      <p>
        {sentence}
        {until !== null &&
          ` ${words(offer.fromPersonId === me ? 'while.mine' : 'while.give', { last: last(until), from: nameOf(offer.fromPersonId) })}`}
      </p>
      <p className={styles.quiet}>
        {isCarried && `${hours}. `}
        {t('offer.until', { until: dayOf(format, offer.expiresOn) })}
      </p>
      {answersOffer(offer, me) && <OfferLoad {...{ offer, teamId, actor }} />}
      {answersOffer(offer, me) && (
        <div className={styles.answers}>
          <Button dense onClick={accept}>
            {t(`offer.${offer.kind}.accept`)}
          </Button>
          {/* A no of one is not a no of the team. */}
          {offer.toPersonId !== null && (
            <Button
              dense
              onClick={() =>
                void act({
                  command: teamCommand(carryCommands.declineOffer, given, context),
                  done: t('done.decline', { title }),
                  about,
                })
              }
            >
              {t(`offer.${offer.kind}.decline`)}
            </Button>
          )}
        </div>
      )}
      {proposedOffer(offer) === me && (
        <Button
          kind="tertiary"
          dense
          onClick={() =>
            void act({
              command: teamCommand(carryCommands.withdrawOffer, given, context),
              done: t('done.withdraw', { title }),
              about,
            })
          }
        >
          {t('offer.withdraw')}
        </Button>
      )}
    </li>
  );
}
