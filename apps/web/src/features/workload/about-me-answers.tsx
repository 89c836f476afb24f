import { useTranslations } from 'use-intl';
import { deriveLearned } from '@roer/domain/insights/learn';
import type { PublishedEpoch } from '@roer/domain/insights/series';
import { reversed, statements } from '@roer/domain/workload/check-in';
import type { Statement } from '@roer/domain/workload/check-in';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { usePeriod } from '../insights/period-words.ts';
import { useOwnResults } from '../insights/use-results.ts';
import { agreementOf } from '../insights/agreement.ts';
import type { CheckInCopy, KeptAnswers } from './check-in-copy.ts';
import styles from './about-me.module.css';

type AboutMeAnswersProps = { readonly copy: CheckInCopy };

/** Of each answer that this device kept: what others can learn of it from the result. */
export function AboutMeAnswers({ copy }: AboutMeAnswersProps) {
  const t = useTranslations('check-in.aboutMe.mine');
  return (
    <section>
      <SectionHeading>{t('title')}</SectionHeading>
      {copy.answers.some(({ sent }) => sent) ? (
        <WithResults answers={copy.answers} />
      ) : (
        <p className={styles.words}>{t('none')}</p>
      )}
    </section>
  );
}

function WithResults({ answers }: { readonly answers: readonly KeptAnswers[] }) {
  const t = useTranslations('check-in.aboutMe.mine');
  const period = usePeriod();
  const { data: results } = useOwnResults();
  if (!results) return null;
  const known = answers.toReversed().flatMap((kept) => {
    const epoch = results.epochs.find(({ number }) => number === kept.number);
    return kept.sent && epoch ? [{ kept, epoch }] : [];
  });
  if (known.length === 0) return <p className={styles.words}>{t('waiting')}</p>;
  return known.map(({ kept, epoch }) => (
    <div key={epoch.number} className={styles.epoch}>
      <h3>{period(epoch)}</h3>
      {kept.share ? (
        <p className={styles.words}>{t('shared')}</p>
      ) : (
        <ul>
          {statements.map((statement, index) => (
            <OneAnswer key={statement} {...{ statement, epoch, kept }} choice={kept.choices[index] ?? 0} />
          ))}
        </ul>
      )}
    </div>
  ));
}

type OneAnswerProps = {
  readonly statement: Statement;
  readonly epoch: PublishedEpoch;
  readonly kept: KeptAnswers;
  readonly choice: KeptAnswers['choices'][number];
};

function OneAnswer({ statement, epoch, kept, choice }: OneAnswerProps) {
  const t = useTranslations('check-in');
  const band = epoch.bands[statement];
  const word = agreementOf(choice);
  const learned = band && word && deriveLearned({ band, people: kept.people, value: reversed(choice) });
  return (
    <li>
      <h4>{t(`statements.${statement}`)}</h4>
      <p>
        {!word
          ? t('aboutMe.mine.empty')
          : band
            ? t('aboutMe.mine.answer', {
                band: t(`results.bands.${band}`),
                number: choice,
                word: t(`agreement.${word}`),
              })
            : t('aboutMe.mine.noResult')}
      </p>
      {learned && (
        <p className={styles.quiet}>
          {t(`aboutMe.mine.anybody.${learned.anybody}`)} {t(`aboutMe.mine.colleague.${learned.colleague}`)}
        </p>
      )}
    </li>
  );
}
