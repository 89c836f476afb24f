import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { coverOf, rankOf } from '@roer/domain/learning/cover-level';
import { deriveKnowledgeRisk } from '@roer/domain/learning/knowledge-risk';
import type { KnowledgeRisk } from '@roer/domain/learning/knowledge-risk';
import { Button, buttonLook } from '../../ui/button.tsx';
import { CoverageSign } from '../../ui/coverage-sign.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { handoverAddress } from '../responsibilities/board-address.ts';
import type { CoverAbout } from './cover-asks.tsx';
import { newGoalAddress } from './goals.ts';
import { useRiskWords } from './risk-words.ts';
import { useTeamTalents } from './use-talents.ts';
import styles from './cover.module.css';

/** Rows until the reader asks for all of them. */
const shownAtFirst = 5;

/** Of what leans, who may become the next one, what is closest first: it takes the least to get there. */
export function RiskNext({ tools, acts }: Pick<CoverAbout, 'tools' | 'acts'>) {
  const t = useTranslations('learning.next');
  const { snapshot, teamId, today } = tools;
  const talents = useTeamTalents(teamId)?.items ?? [];
  const [isAll, setAll] = useState(false);
  const risks = deriveKnowledgeRisk(snapshot, { today, talents }).toSorted(
    (one, other) => closeness(other) - closeness(one),
  );
  if (risks.length === 0) return null;
  const hidden = isAll || risks.length <= shownAtFirst + 1 ? 0 : risks.length - shownAtFirst;
  return (
    <section>
      <SectionHeading aside={t('aside')}>{t('heading')}</SectionHeading>
      <ul className={styles.next}>
        {risks.slice(0, risks.length - hidden).map((risk) => (
          <RiskLine key={risk.responsibility.id} {...{ risk, tools, acts }} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button kind="tertiary" dense onClick={() => setAll(true)}>
          {t('more', { count: hidden })}
        </Button>
      )}
    </section>
  );
}

const closeness = ({ candidates: [first] }: KnowledgeRisk): number =>
  first ? rankOf(first.level) + (first.wantsToLearn ? 0.5 : 0.2) : 0;

type RiskLineProps = Pick<CoverAbout, 'tools' | 'acts'> & { readonly risk: KnowledgeRisk };

function RiskLine({ risk, tools, acts }: RiskLineProps) {
  const t = useTranslations('learning.next');
  const sentences = useRiskWords(tools);
  const { snapshot, me, teamId } = tools;
  const { responsibility, independent } = risk;
  const { id, title } = responsibility;
  const { now, proposed } = coverOf(snapshot, { responsibilityId: id, personId: me });
  const named = { 'aria-describedby': `next-${id}` };
  const isBegun = (now?.level ?? null) !== null || proposed !== null;
  return (
    <li>
      <CoverageSign coverage={independent.length === 0 ? 'gap' : 'fragile'} />
      <div>
        <b id={`next-${id}`}>{title}</b>
        <p>{sentences(risk)}</p>
      </div>
      {independent.includes(me) ? (
        <Link {...named} href={`${handoverAddress(teamId)}?duo=${id}`} className={buttonLook({ dense: true })}>
          {t('duo')}
        </Link>
      ) : isBegun ? (
        <Link
          {...named}
          href={`${newGoalAddress(teamId)}?responsibility=${id}`}
          className={buttonLook({ dense: true })}
        >
          {t('goal')}
        </Link>
      ) : (
        <Button {...named} dense onClick={() => acts.propose(id, 'observing')}>
          {t('watch')}
        </Button>
      )}
    </li>
  );
}
