import { useEffect, useRef } from 'react';
import type { FocusEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import { Button } from '../../ui/button.tsx';
import rows from '../../ui/button-row.module.css';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { askedStill, waitingForMe } from './cover-waiting.ts';
import type { WaitingStep } from './cover-waiting.ts';
import type { HandoverTools } from './handover-words.ts';
import type { CoverActs } from './use-cover-acts.ts';
import styles from './cover.module.css';

export type CoverAbout = {
  readonly tools: HandoverTools;
  readonly acts: CoverActs;
  /** Of whom I am the buddy. */
  readonly learners: ReadonlySet<PersonId>;
};
type CoverAsksProps = CoverAbout & { readonly onOpen: (responsibilityId: ResponsibilityId) => void };

/** What the page asks of me: steps of colleagues that wait for my answer, and whether I still can what I did not do for a year. */
export function CoverAsks({ tools, acts, learners, onOpen }: CoverAsksProps) {
  const t = useTranslations('learning.asks');
  const { snapshot } = tools;
  const waiting = waitingForMe(snapshot, { ...tools, learners });
  const still = askedStill(snapshot, tools);
  const count = waiting.length + still.length;
  const answering = useNextQuestion();
  if (count === 0) return null;
  return (
    <section className={styles.asks} {...answering}>
      <SectionHeading>{t('heading')}</SectionHeading>
      <ul>
        {waiting.map((step) => (
          <li key={step.row.id} tabIndex={-1}>
            <Answer {...{ step, tools, acts }} />
          </li>
        ))}
        {still.map((responsibilityId) => (
          <li key={responsibilityId} tabIndex={-1}>
            <p>{t('still', { title: tools.titleOf(responsibilityId) })}</p>
            <div className={rows.row}>
              <Button dense onClick={() => acts.keep(responsibilityId)}>
                {t('yes')}
              </Button>
              <Button dense kind="tertiary" onClick={() => onOpen(responsibilityId)}>
                {t('no')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/**
 * Whoever answers loses the button under their fingers: they go on at the next question, or at the sentence of the page when there is none.
 * Not at its button, so that a second press answers nothing.
 */
const useNextQuestion = () => {
  const section = useRef<HTMLElement>(null);
  const isInside = useRef(false);
  useEffect(() => {
    if (!isInside.current || document.activeElement !== document.body) return;
    const next =
      section.current?.querySelector<HTMLElement>('li') ?? document.querySelector<HTMLElement>('#content h1');
    next?.focus();
  });
  return {
    ref: section,
    onFocus: () => {
      isInside.current = true;
    },
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
      if (relatedTarget !== null) isInside.current = currentTarget.contains(relatedTarget);
    },
  };
};

type AnswerProps = Pick<CoverAbout, 'tools' | 'acts'> & { readonly step: WaitingStep };

/** One step of a colleague: is it so, or is it early? */
export function Answer({ step, tools, acts }: AnswerProps) {
  const t = useTranslations('learning');
  const { personId, responsibilityId, level } = step.row;
  if (level === null) return null;
  return (
    <>
      <p>
        {t('asks.step', {
          name: tools.nameOf(personId),
          title: tools.titleOf(responsibilityId),
          level: t(`levels.${level}`),
        })}
      </p>
      <div className={rows.row}>
        <Button dense onClick={() => acts.confirm(step)}>
          {t('asks.confirm')}
        </Button>
        <Button dense kind="tertiary" onClick={() => acts.decline(step)}>
          {t('asks.decline')}
        </Button>
      </div>
    </>
  );
}
