import { useFormatter, useTranslations } from 'use-intl';
import type { OfferRow } from '@roer/domain/feed';
import { openOffersOf } from '@roer/domain/responsibilities/facts';
import { answersOffer, proposedOffer } from '@roer/domain/responsibilities/pass-on';
import { Button } from '../../ui/button.tsx';
import { useActs } from './acts.tsx';
import type { PanelTools } from './carry-actions.tsx';
import { acceptOffer, teamCommand } from './commands.ts';
import styles from './panel.module.css';

/** What was proposed about it and waits for an answer. Everybody of the team sees it; who was asked answers. */
export function OpenOffers({ snapshot, actor, names, responsibility }: PanelTools) {
  const t = useTranslations('responsibilities');
  const { context } = useActs();
  const offers = openOffersOf(snapshot, responsibility.id).filter((offer) => offer.expiresOn > context.today);
  if (offers.length === 0) return null;
  return (
    <>
      <h3>{t('panel.offers')}</h3>
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <OpenOffer key={offer.id} {...{ offer, actor, names, responsibility }} />
        ))}
      </ul>
    </>
  );
}

type OpenOfferProps = Omit<PanelTools, 'snapshot' | 'teamId'> & { readonly offer: OfferRow };

function OpenOffer({ offer, actor, names, responsibility }: OpenOfferProps) {
  const t = useTranslations('responsibilities');
  const format = useFormatter();
  const { act, context } = useActs();
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
  const sentence = t(
    `offer.${offer.kind}.${answersOffer(offer, me) ? 'toMe' : proposedOffer(offer) === me ? 'mine' : 'others'}`,
    {
      from: nameOf(offer.fromPersonId),
      to: nameOf(offer.toPersonId),
      share: offer.sharePercent,
    },
  );
  const accepted = t(`done.accept.${offer.kind}`, {
    title,
    name: nameOf(offer.toPersonId),
    share: offer.sharePercent,
  });
  const isCarried = responsibility.holders.some(({ id }) => id === offer.assignmentId);
  const hours = t('partOfHours', {
    share: offer.sharePercent,
    hours: format.number(responsibility.minutesAWeek / 60, { maximumFractionDigits: 1 }),
  });
  const until = format.dateTime(new Date(`${offer.expiresOn}T12:00:00Z`), { day: 'numeric', month: 'long' });
  return (
    <li>
      <p>{sentence}</p>
      <p className={styles.quiet}>
        {isCarried && `${hours}. `}
        {t('offer.until', { until })}
      </p>
      {answersOffer(offer, me) && (
        <div className={styles.answers}>
          <Button dense onClick={() => void act({ command: acceptOffer(given, context), done: accepted, about })}>
            {t(`offer.${offer.kind}.accept`)}
          </Button>
          <Button
            dense
            onClick={() =>
              void act({
                command: teamCommand('declineOffer', given, context),
                done: t('done.decline', { title }),
                about,
              })
            }
          >
            {t(`offer.${offer.kind}.decline`)}
          </Button>
        </div>
      )}
      {proposedOffer(offer) === me && (
        <Button
          kind="tertiary"
          dense
          onClick={() =>
            void act({
              command: teamCommand('withdrawOffer', given, context),
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
