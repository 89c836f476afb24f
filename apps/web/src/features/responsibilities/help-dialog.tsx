import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import { helpDays, longestHelpText } from '@roer/domain/responsibilities/help';
import type { MakeHelp } from '@roer/domain/responsibilities/help';
import { helpCommands } from '@roer/domain/responsibilities/help-commands';
import { newId, today } from '../../live/clock.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { HoursField } from '../../ui/hours-field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { teamCommand } from './commands.ts';
import type { BoardCommand } from './commands.ts';
import type { KnownTeam } from './team-act.ts';

type HelpDialogProps = {
  readonly teams: readonly KnownTeam[];
  readonly me: PersonId;
  readonly onMake: (team: KnownTeam, command: BoardCommand) => void;
  readonly onClose: () => void;
};

type Draft = {
  kind: MakeHelp['kind'] | '';
  text: string;
  about: string;
  on: string;
  minutes: number | 'unreadable' | undefined;
};
const empty: Draft = { kind: '', text: '', about: '', on: '', minutes: undefined };

/** Asks a team for help or offers it time. Needs at least one team. */
export default function HelpDialog({ teams, me, onMake, onClose }: HelpDialogProps) {
  const t = useTranslations('offers.helpForm');
  const shared = useTranslations('ui');
  const [draft, setDraft] = useState(empty);
  const [teamId, setTeamId] = useState<string>(teams[0]?.teamId ?? '');
  const [tried, setTried] = useState(false);
  const change = (changed: Partial<Draft>): void => setDraft((before) => ({ ...before, ...changed }));
  const team = teams.find((each) => each.teamId === teamId);
  const context = { actorId: me, today: today() };
  const responsibilities = team ? openResponsibilities(team.snapshot) : [];
  const made = madeOf(draft, context.today);
  const save = (): void => {
    setTried(true);
    if (!made || !team) return;
    const responsibilityId = responsibilities.find(({ id }) => id === draft.about)?.id ?? null;
    onClose();
    onMake(team, teamCommand(helpCommands.makeHelp, { ...made, responsibilityId, helpId: newId<'help'>() }, context));
  };
  return (
    <FormDialog title={t('title')} onClose={onClose} onSubmit={save} submit={t('send')} holdsWork={draft.text !== ''}>
      <RadioGroup
        label={t('kind')}
        error={tried && draft.kind === '' ? t('kindNeeded') : undefined}
        value={draft.kind === '' ? undefined : draft.kind}
        options={[
          { value: 'ask', label: t('kinds.ask') },
          { value: 'offer', label: t('kinds.offer') },
        ]}
        onChoose={(value) => change({ kind: value === 'ask' ? 'ask' : 'offer' })}
      />
      {teams.length > 1 && (
        <SelectField
          label={t('team')}
          value={teamId}
          onChoose={setTeamId}
          options={teams.map((each) => ({ value: each.teamId, label: each.teamName }))}
        />
      )}
      <TextField
        label={t('text')}
        hint={t('textHint')}
        error={tried && !isText(draft.text) ? t('textNeeded', { most: longestHelpText }) : undefined}
        value={draft.text}
        onText={(text) => change({ text })}
        autoComplete="off"
      />
      <SelectField
        label={t('about')}
        optional
        value={draft.about}
        onChoose={(about) => change({ about })}
        options={[
          { value: '', label: t('aboutNothing') },
          ...responsibilities.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <TextField
        type="date"
        label={t('on')}
        optional
        hint={t('onHint', { days: helpDays })}
        error={tried && draft.on !== '' && draft.on < context.today ? t('onWrong') : undefined}
        min={context.today}
        value={draft.on}
        onText={(on) => change({ on })}
      />
      <HoursField
        label={t('hours')}
        optional
        error={tried && draft.minutes === 'unreadable' ? shared('hoursUnreadable') : undefined}
        minutes={draft.minutes === 'unreadable' ? undefined : draft.minutes}
        onMinutes={(minutes, typed) => change({ minutes: minutes ?? (typed.trim() === '' ? undefined : 'unreadable') })}
      />
    </FormDialog>
  );
}

const isText = (text: string): boolean => text.trim() !== '' && text.trim().length <= longestHelpText;

const madeOf = (draft: Draft, day: LocalDate): Pick<MakeHelp, 'kind' | 'text' | 'on' | 'minutes'> | null => {
  const { kind, text, on, minutes } = draft;
  if (kind === '' || !isText(text) || (on !== '' && on < day) || minutes === 'unreadable') return null;
  return { kind, text: text.trim(), on: on === '' ? null : on, minutes: minutes || null };
};

const openResponsibilities = (snapshot: TeamSnapshot): { id: ResponsibilityId; title: string }[] =>
  Object.values(snapshot.responsibility)
    .filter(({ closedOn }) => closedOn === null)
    .toSorted((one, other) => one.title.localeCompare(other.title, 'nl'));
