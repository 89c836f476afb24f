import Printer from 'lucide-react/icons/printer';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Actor } from '@roer/domain/access/may';
import { derivePage, isBlank } from '@roer/domain/learning/contribution';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { Loaded } from '../organisation/page-states.tsx';
import { ContributionEditor } from './contribution-editor.tsx';
import { ContributionPublish } from './contribution-publish.tsx';
import { ContributionSheet } from './contribution-sheet.tsx';
import { SavedLine } from './saved-line.tsx';
import { useNewestContribution, useOwnContribution, useSavedContribution } from './use-contribution.ts';
import type { OwnContribution } from './use-contribution.ts';
import styles from './contribution.module.css';

const toTalents = (words: ReactNode) => <Link href="/contribution/talents">{words}</Link>;

type ContributionPageProps = { readonly actor: Actor; readonly organisation: string };

/** *Hier ben ik van*: my own page. I write it, pick what Roer knows of my own work, and publish it, or not. */
export default function OwnContributionPage(props: ContributionPageProps) {
  const t = useTranslations('contribution');
  const query = useOwnContribution();
  usePageTitle(t('title'));
  return <Loaded query={query}>{(own) => <Own own={own} {...props} />}</Loaded>;
}

function Own({ own, actor, organisation }: ContributionPageProps & { readonly own: OwnContribution }) {
  const t = useTranslations('contribution');
  const { typed, write, state, flush } = useSavedContribution();
  const newest = useNewestContribution();
  const [isChanged, setChanged] = useState(false);
  const draft = { ...own.draft, ...typed };
  const page = derivePage(draft, own.pickable);
  const { team, link } = own;
  const shown = team ? (link ? 'both' : 'team') : link ? 'link' : isBlank(page) ? 'new' : 'mine';
  const isAhead = (team !== null && !team.isSame) || (link !== null && !link.isSame);
  /** The page on screen as the server knows it: null when that is another one by now, which is then here to look at. */
  const seen = async (): Promise<string | null> => {
    setChanged(false);
    if (!(await flush())) return null;
    const latest = newest();
    if (latest && JSON.stringify(latest.page) === JSON.stringify(page)) return latest.seen;
    setChanged(true);
    return null;
  };
  return (
    <>
      <div className={styles.lead}>
        <PageLead quiet={t(isAhead ? 'quiet.ahead' : `quiet.${shown}`)}>{t(`lead.${shown}`)}</PageLead>
      </div>
      <div className={styles.columns}>
        <div className={styles.write}>
          <p className={styles.intro}>{t.rich('intro', { link: toTalents })}</p>
          <SavedLine state={state} />
          <ContributionEditor draft={draft} pickable={own.pickable} onWrite={write} />
        </div>
        <div className={styles.look}>
          <section className={styles.preview}>
            <SectionHeading
              more={
                !isBlank(page) && (
                  <Button kind="tertiary" icon={<Icon of={Printer} small />} onClick={() => window.print()}>
                    {t('print')}
                  </Button>
                )
              }
            >
              {t('preview')}
            </SectionHeading>
            <ContributionSheet name={actor.name} organisation={organisation} page={page} isPart />
          </section>
          <ContributionPublish own={own} page={page} actor={actor} seen={seen} isChanged={isChanged} />
        </div>
      </div>
    </>
  );
}
