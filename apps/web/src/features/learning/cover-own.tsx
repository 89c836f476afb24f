import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { ResponsibilityRow } from '@roer/domain/feed';
import { countedLevel } from '@roer/domain/learning/counted-level';
import { coverLevels, coverOf, heldUntil, levelAfter, rankOf } from '@roer/domain/learning/cover-level';
import { carriedOn } from '@roer/domain/responsibilities/delegation';
import { asksStill, mayJudgeLevel } from '@roer/domain/learning/cover-steps';
import { Button } from '../../ui/button.tsx';
import rows from '../../ui/button-row.module.css';
import { CoverSign } from '../../ui/cover-sign.tsx';
import { CoverHistory } from './cover-history.tsx';
import { peopleOf } from './cover-lines.ts';
import { newGoalAddress, useOwnGoals } from './goals.ts';
import type { HandoverTools } from './handover-words.ts';
import type { CoverActs } from './use-cover-acts.ts';
import styles from './cover.module.css';

type CoverOwnProps = {
  readonly tools: HandoverTools;
  readonly acts: CoverActs;
  readonly responsibility: ResponsibilityRow;
};

/** How far I am, the next step and who says yes to it, and the way back. */
export function CoverOwn({ tools, acts, responsibility: { id } }: CoverOwnProps) {
  const t = useTranslations('learning.own');
  const words = useTranslations('learning');
  const { snapshot, me, today } = tools;
  const whose = { responsibilityId: id, personId: me };
  const { now, proposed } = coverOf(snapshot, whose);
  const level = countedLevel(snapshot, { ...whose, today });
  const next = levelAfter(level);
  const judges = useJudges(tools, id);
  const less = coverLevels.at(rankOf(level) - 2) ?? null;
  const isSaid = (now?.level ?? null) !== null;
  // Who carries it again is told that, and not until when they did before.
  const isCarried = carriedOn(snapshot, today).some(
    ({ responsibilityId, personId }) => responsibilityId === id && personId === me,
  );
  const held = isCarried ? null : heldUntil(snapshot, whose);
  const standing = (): string => {
    if (level === null) return t('none');
    if (isSaid) return t(`now.${level}`);
    return held === null ? t('carries') : t('held', { day: tools.day(held) });
  };
  return (
    <section>
      <h3>{t('heading')}</h3>
      <div className={styles.mine}>
        <CoverSign steps={rankOf(level)} />
        <span>{standing()}</span>
      </div>
      {asksStill(snapshot, { ...whose, today }) && (
        <div className={styles.still}>
          <p>{t('still')}</p>
          <Button dense onClick={() => acts.keep(id)}>
            {words('asks.yes')}
          </Button>
        </div>
      )}
      {proposed && proposed.level !== null ? (
        <>
          <p>{t('proposed', { level: words(`levels.${proposed.level}`), day: tools.day(proposed.proposedOn) })}</p>
          <p className={styles.quiet}>{judges.length === 0 ? t('noJudge') : t('judges', { names: judges })}</p>
          <div className={rows.row}>
            <Button dense onClick={() => acts.withdraw(proposed)}>
              {t('withdraw')}
            </Button>
          </div>
        </>
      ) : (
        next !== null && (
          <>
            <div className={rows.row}>
              <Button dense kind="primary" onClick={() => acts.propose(id, next)}>
                {t(`propose.${next}`)}
              </Button>
            </div>
            <p className={styles.quiet}>{judges.length === 0 ? t('noJudge') : t('judges', { names: judges })}</p>
          </>
        )
      )}
      <div className={rows.row}>
        {rankOf(level) > 1 && less !== null && (
          <Button dense kind="tertiary" onClick={() => acts.stepBack(id, less)}>
            {t('back', { level: words(`levels.${less}`) })}
          </Button>
        )}
        {(isSaid || held !== null) && (
          <Button dense kind="tertiary" onClick={() => acts.stepBack(id, null)}>
            {t(isSaid ? 'out' : 'outHeld')}
          </Button>
        )}
      </div>
      {next !== null && (
        <p>
          <Link href={`${newGoalAddress(tools.teamId)}?responsibility=${id}`}>{t('goal')}</Link>
        </p>
      )}
      <CoverHistory {...{ tools }} responsibilityId={id} />
    </section>
  );
}

/** Who may say yes to my step: who holds it, who teaches it, and my buddy; in a list of names, empty when nobody may. */
const useJudges = (tools: HandoverTools, responsibilityId: ResponsibilityRow['id']): string => {
  const format = useFormatter();
  const { data: own } = useOwnGoals();
  const { snapshot, me, today } = tools;
  const buddies = new Set(
    own?.buddies.flatMap(({ mine, state, personId }) => (mine && state === 'agreed' ? [personId] : [])),
  );
  const names = peopleOf(snapshot)
    .filter(
      ({ personId }) =>
        personId !== me && (buddies.has(personId) || mayJudgeLevel(snapshot, { responsibilityId, personId, today })),
    )
    .map(({ name }) => name);
  return names.length === 0 ? '' : format.list(names, { type: 'disjunction' });
};
