import { useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { AreaId, TeamId } from '@roer/domain/ids';
import { editCommands } from '@roer/domain/responsibilities/edit-commands';
import { limits } from '@roer/domain/responsibilities/schema';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import type { Failure } from '../../live/api.ts';
import { newId } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useActs } from './acts.tsx';
import { AreaField } from './area-field.tsx';
import { teamCommand } from './commands.ts';
import { useDraft } from './drafts.ts';
import { readPastedLines } from './paste-lines.ts';
import type { PeopleNames } from './people-names.ts';
import { areasInOrder, levelYear, newArea, nextOrder } from './responsibility-draft.ts';
import styles from './form.module.css';

type PasteFormProps = {
  readonly teamId: TeamId;
  readonly snapshot: TeamSnapshot;
  readonly names: PeopleNames;
  readonly onClose: () => void;
};

type PasteDraft = { text: string; areaChoice: string; newAreaName: string };

/** Adds many at once from a pasted list; what will be added is shown before anything is. */
export function PasteForm({ teamId, snapshot, names, onClose }: PasteFormProps) {
  const t = useTranslations('responsibilities');
  const sentence = useFailureSentence(names.short);
  const { act, context, forgetFailure } = useActs();
  const [newAreaId] = useState(() => newId<'area'>());
  const { draft, change, forget } = useDraft<PasteDraft>(`${teamId}:paste`, () => ({
    text: '',
    areaChoice: areasInOrder(snapshot)[0]?.id ?? newArea,
    newAreaName: '',
  }));
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const lines = useMemo(() => {
    const open = Object.values(snapshot.responsibility).filter((row) => row.closedOn === null);
    return readPastedLines(
      draft.text,
      open.map((row) => row.title),
    );
  }, [draft.text, snapshot]);
  const good = lines.filter((line) => line.problem === null);
  const isNew = draft.areaChoice === newArea;
  const name = draft.newAreaName.trim();
  const areaWrong = isNew && (name === '' || name.length > limits.areaName);
  const tooMany = good.length > limits.responsibilitiesAtOnce;

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (good.length === 0 || areaWrong || tooMany) return;
    // A choice in the list is the id of an area of this team.
    const areaId = isNew ? newAreaId : (draft.areaChoice as AreaId);
    const areas = isNew ? [{ id: newAreaId, name, order: nextOrder(snapshot) }] : [];
    const responsibilities = good.map(({ title, purpose, minutesAWeek }) => ({
      id: newId<'responsibility'>(),
      areaId,
      title,
      purpose,
      minutesAWeek,
      criticality: 2 as const,
      season: [...levelYear],
      organising: false,
      catalogueItemId: null,
    }));
    setSent(true);
    const outcome = await act({
      command: teamCommand(editCommands.add, { areas, responsibilities }, context),
      done: t('done.paste', { count: good.length }),
      about: null,
    });
    if (outcome.ok || outcome.kept) {
      forget();
      onClose();
      return;
    }
    forgetFailure();
    setRefused({ code: outcome.code, detail: outcome.detail });
    setSent(false);
  };

  return (
    <Dialog isOpen={!sent} shape="sheet" title={t('paste.title')} onClose={onClose} holdsWork>
      <form onSubmit={(event) => void save(event)} noValidate className={styles.form}>
        {refused && <ErrorNotice title={t('form.notSaved')}>{sentence(refused)}</ErrorNotice>}
        <TextArea
          label={t('paste.label')}
          hint={t('paste.hint')}
          error={pasteError({ t, tried, good: good.length, tooMany })}
          rows={6}
          value={draft.text}
          onText={(text) => change({ text })}
        />
        <AreaField {...{ draft, change, snapshot }} isWrong={tried && areaWrong} />
        {lines.length > 0 && <Preview lines={lines} />}
        <div className={styles.buttons}>
          <Button kind="primary" type="submit">
            {t('paste.add', { count: good.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const pasteError = (given: {
  t: ReturnType<typeof useTranslations<'responsibilities'>>;
  tried: boolean;
  good: number;
  tooMany: boolean;
}): string | undefined => {
  if (given.tooMany) return given.t('paste.tooMany', { most: limits.responsibilitiesAtOnce });
  return given.tried && given.good === 0 ? given.t('paste.nothing') : undefined;
};

function Preview({ lines }: { readonly lines: ReturnType<typeof readPastedLines> }) {
  const t = useTranslations('responsibilities');
  const format = useFormatter();
  return (
    <section aria-label={t('paste.preview')}>
      <p className={styles.quiet} role="status">
        {t('paste.count', {
          count: lines.filter((line) => line.problem === null).length,
          skipped: lines.filter((line) => line.problem !== null).length,
        })}
      </p>
      <ul className={styles.preview}>
        {lines.map(({ line, title, purpose, minutesAWeek, problem }) => (
          <li key={line}>
            <b>{title}</b>
            <small>{t('hoursAWeek', { hours: format.number(minutesAWeek / 60, { maximumFractionDigits: 2 }) })}</small>
            {purpose !== '' && <p>{purpose}</p>}
            {problem && <p className={styles.wrong}>{t(`paste.problem.${problem}`, { line })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
