import Ellipsis from 'lucide-react/icons/ellipsis';
import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { NoteRow } from '@roer/domain/feed';
import { hostOf } from '@roer/domain/responsibilities/web-address';
import { Icon } from '../../ui/icon.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { NoteBody, OutLink } from './notes-text.tsx';
import type { PeopleNames } from './people-names.ts';
import styles from './notes.module.css';

type NoteItemProps = {
  readonly note: NoteRow;
  readonly names: PeopleNames;
  readonly onEdit: (() => void) | undefined;
  readonly onRemove: (() => void) | undefined;
};

/** One note or link: where it leads, what it says, and who wrote it last. */
export function NoteItem({ note, names, onEdit, onRemove }: NoteItemProps) {
  const t = useTranslations('notes');
  const format = useFormatter();
  const host = note.url === null ? undefined : hostOf(note.url);
  const written = t('by', {
    name: names.short(note.personId) ?? t('formerColleague'),
    on: format.dateTime(middayOf(note.writtenOn), { day: 'numeric', month: 'short', year: 'numeric' }),
  });
  const acts = { ...(onEdit && { edit: onEdit }), ...(onRemove && { remove: onRemove }) };
  const choices = (['edit', 'remove'] as const).filter((choice) => acts[choice]);
  return (
    <li className={styles.note}>
      <div className={styles.words}>
        <p className={styles.title}>
          {note.url === null ? note.title : <OutLink address={note.url}>{note.title}</OutLink>}
        </p>
        {host !== undefined && host !== note.title && <p className={styles.host}>{host}</p>}
        {note.body !== '' && <NoteBody text={note.body} />}
        <p className={styles.quiet}>{written}</p>
      </div>
      {choices.length > 0 && (
        <MenuButton
          className={styles.menu}
          label={t('menu', { title: note.title })}
          groups={[{ id: 'note', items: choices.map((id) => ({ id, label: t(id) })) }]}
          onChoose={(id) => {
            const choice = choices.find((each) => each === id);
            if (choice) acts[choice]?.();
          }}
        >
          <Icon of={Ellipsis} small />
          <VisuallyHidden>{t('menu', { title: note.title })}</VisuallyHidden>
        </MenuButton>
      )}
    </li>
  );
}
