import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ContributionPage } from '@roer/domain/learning/contribution';
import { isBlank } from '@roer/domain/learning/contribution';
import { useEvidenceWords } from './evidence-words.ts';
import styles from './contribution-sheet.module.css';

type ContributionSheetProps = {
  readonly name: string;
  readonly organisation: string;
  readonly page: ContributionPage;
  /** Its headings stand one level deeper where it is a part of a page. */
  readonly isPart?: boolean;
  /** A last line, such as until when it can be seen. */
  readonly below?: ReactNode;
};

/** *Hier ben ik van*, exactly as its readers see it: on a screen and on one sheet of paper. */
export function ContributionSheet({ name, organisation, page, isPart = false, below }: ContributionSheetProps) {
  const t = useTranslations('contribution.sheet');
  const Name = isPart ? 'h3' : 'h1';
  const { from, talents, carries, results } = page;
  const part = { isPart };
  return (
    <article className={styles.sheet}>
      <header className={styles.top}>
        <p>{t('title')}</p>
        <Name {...(!isPart && { tabIndex: -1 })}>{name}</Name>
        <p>{organisation}</p>
      </header>
      {isBlank(page) && <p className={styles.blank}>{t('blank')}</p>}
      {from !== '' && (
        <Part {...part} title={t('from')}>
          <p className={styles.text}>{from}</p>
        </Part>
      )}
      {talents.length > 0 && (
        <Part {...part} title={t('talents')}>
          <ul className={styles.talents}>
            {talents.map((talent) => (
              <li key={talent}>{talent}</li>
            ))}
          </ul>
        </Part>
      )}
      {carries.length > 0 && (
        <Part {...part} title={t('carries')}>
          <ul className={styles.carries}>
            {Object.entries(carries).map(([place, { title, team, as }]) => (
              <li key={place}>
                <span>{title}</span>
                <small>{t(as, { team })}</small>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {results.length > 0 && (
        <Part {...part} title={t('results')}>
          <ul className={styles.results}>
            {/* The same words may stand there twice: the place is all that tells them apart. */}
            {Object.entries(results).map(([place, result]) => (
              <Result key={place} {...result} />
            ))}
          </ul>
        </Part>
      )}
      {below !== undefined && <footer className={styles.below}>{below}</footer>}
    </article>
  );
}

type PartProps = { readonly title: string; readonly isPart: boolean; readonly children: ReactNode };

function Part({ title, isPart, children }: PartProps) {
  const Heading = isPart ? 'h4' : 'h2';
  return (
    <section className={styles.part}>
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}

function Result({ text, evidence }: ContributionPage['results'][number]) {
  const words = useEvidenceWords();
  const said = evidence && words(evidence);
  return (
    <li>
      {evidence && <p className={styles.title}>{evidence.title}</p>}
      {text !== '' && <p className={styles.text}>{text}</p>}
      {said && (
        <p className={styles.evidence}>
          <span>{said.what}</span>
          {said.where !== '' && <span>{said.where}</span>}
        </p>
      )}
    </li>
  );
}
