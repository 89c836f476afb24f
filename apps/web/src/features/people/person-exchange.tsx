import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { DelegationRow, HelpRow, OfferRow } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { answersOffer, proposedOffer } from '@roer/domain/responsibilities/offer-sides';
import { useFormatter } from 'use-intl';
import { GroupHeading } from '../../ui/section-heading.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import { dayOf, useLastDay } from '../responsibilities/last-day.ts';
import type { PersonTools } from './person-list.tsx';
import styles from './people.module.css';

/** What is with somebody for a while, and what they ask, offer and answered. Answering happens on the board. */
export function PersonExchange(props: PersonTools) {
  const t = useTranslations('people');
  const { offers, help, given, received } = props.person;
  const whiles = [...received, ...given];
  return (
    <>
      {whiles.length > 0 && (
        <section className={styles.group}>
          <GroupHeading>{t('while')}</GroupHeading>
          <ul>
            {whiles.map((delegation) => (
              <While key={delegation.id} {...props} delegation={delegation} />
            ))}
          </ul>
        </section>
      )}
      {offers.length + help.length > 0 && (
        <section className={styles.group}>
          <GroupHeading>{t('exchange')}</GroupHeading>
          <ul>
            {offers.map((offer) => (
              <Offer key={offer.id} {...props} offer={offer} />
            ))}
            {help.map((row) => (
              <Help key={row.id} {...props} help={row} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Somebody in the middle of a sentence: "jij", or a name. */
const useNamed = ({ names, meId }: PersonTools) => {
  const words = useTranslations('responsibilities');
  return (personId: PersonId | null): string => {
    if (personId === null) return words('offer.somebody');
    return personId === meId ? words('you') : (names.short(personId) ?? words('formerColleague'));
  };
};

function While({ delegation, ...tools }: PersonTools & { readonly delegation: DelegationRow }) {
  const t = useTranslations('offers.while');
  const named = useNamed(tools);
  const last = useLastDay();
  const role = tools.snapshot.assignment[delegation.assignmentId]?.role ?? 'holder';
  const whose = delegation.toPersonId === tools.meId ? 'Me' : delegation.fromPersonId === tools.meId ? 'Mine' : '';
  return (
    <li className={styles.item}>
      <About {...tools} about={delegation.responsibilityId} />
      <p>
        {t(`${role}${whose}`, {
          to: named(delegation.toPersonId),
          from: named(delegation.fromPersonId),
          share: delegation.sharePercent,
          last: last(delegation.until),
        })}
      </p>
    </li>
  );
}

function Offer({ offer, ...tools }: PersonTools & { readonly offer: OfferRow }) {
  const t = useTranslations('responsibilities.offer');
  const format = useFormatter();
  const named = useNamed(tools);
  const { meId } = tools;
  const whose = answersOffer(offer, meId) ? 'toMe' : proposedOffer(offer) === meId ? 'mine' : 'others';
  return (
    <li className={styles.item}>
      <About {...tools} about={offer.responsibilityId} />
      <p>
        {t(`${offer.kind}.${whose}`, {
          from: named(offer.fromPersonId),
          to: named(offer.toPersonId),
          share: offer.sharePercent,
        })}
      </p>
      <p className={styles.quiet}>{t('until', { until: dayOf(format, offer.expiresOn) })}</p>
    </li>
  );
}

function Help({ help, ...tools }: PersonTools & { readonly help: HelpRow }) {
  const t = useTranslations('people.help');
  const named = useNamed(tools);
  const { meId, names, person } = tools;
  const { personId } = person.member;
  const isMine = personId === meId;
  const name = names.short(personId) ?? '';
  const sentence =
    help.personId === personId
      ? t(isMine ? `${help.kind}Mine` : help.kind, { name })
      : t(isMine ? `does.${help.kind}Mine` : `does.${help.kind}`, { name, of: named(help.personId) });
  const taken =
    help.personId === personId && help.acceptedBy ? t(`taken.${help.kind}`, { by: named(help.acceptedBy) }) : null;
  return (
    <li className={styles.item}>
      {help.responsibilityId && <About {...tools} about={help.responsibilityId} />}
      <p>{help.text}</p>
      <p className={styles.quiet}>{[sentence, taken].filter((part) => part !== null).join(', ')}</p>
    </li>
  );
}

/** The responsibility it is about, leading to its panel. */
function About({ about, snapshot, teamId }: PersonTools & { readonly about: OfferRow['responsibilityId'] }) {
  const title = snapshot.responsibility[about]?.title;
  return title === undefined ? null : <Link href={boardAddress(teamId, about)}>{title}</Link>;
}
