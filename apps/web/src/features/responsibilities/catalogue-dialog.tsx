import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { CatalogueItemId } from '@roer/domain/ids';
import { editCommands } from '@roer/domain/responsibilities/edit-commands';
import { limits } from '@roer/domain/responsibilities/schema';
import { api } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useActs } from './acts.tsx';
import { adopted, catalogueGroups, searchGroups } from './catalogue-choices.ts';
import type { CatalogueItem } from './catalogue-choices.ts';
import { teamCommand } from './commands.ts';
import styles from './form.module.css';

type CatalogueDialogProps = { readonly snapshot: TeamSnapshot; readonly onClose: () => void };

const shownAtOnce = 120;
const noItems: readonly CatalogueItem[] = [];

/** Chooses from the organisation's catalogue what this team is responsible for. */
export function CatalogueDialog({ snapshot, onClose }: CatalogueDialogProps) {
  const t = useTranslations('responsibilities');
  const { act, context } = useActs();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<CatalogueItemId>>(new Set());
  const [tried, setTried] = useState(false);
  const {
    data: items = noItems,
    isError,
    isSuccess,
    refetch,
  } = useQuery({
    queryKey: ['catalogue'],
    queryFn: () => api.organisation.catalogue.query({}),
    // An administrator may have imported since.
    staleTime: 0,
  });
  const groups = useMemo(() => catalogueGroups(items), [items]);
  const already = useMemo(() => adoptedBy(snapshot), [snapshot]);
  const { shown, hasMore } = useMemo(() => searchGroups(groups, search, shownAtOnce), [groups, search]);
  const wrong = chosen.size === 0 ? t('catalogue.needed') : undefined;

  const toggle = (id: CatalogueItemId, ticked: boolean): void => {
    const next = new Set(chosen);
    if (ticked && next.size < limits.responsibilitiesAtOnce) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (wrong !== undefined) return;
    onClose();
    const input = adopted({ groups, chosen, snapshot, otherName: t('catalogue.other') });
    const done = t('done.paste', { count: chosen.size });
    void act({ command: teamCommand(editCommands.add, input, context), done, about: null });
  };
  return (
    <Dialog isOpen shape="sheet" title={t('catalogue.title')} onClose={onClose} holdsWork={chosen.size > 0}>
      {isError && (
        <ErrorNotice
          title={t('catalogue.failed')}
          action={<Button onClick={() => void refetch()}>{t('loadAgain')}</Button>}
        />
      )}
      {isSuccess && items.length === 0 && <p>{t('catalogue.empty')}</p>}
      {items.length > 0 && (
        <form onSubmit={save} noValidate className={styles.form}>
          <p>{t('catalogue.words')}</p>
          <TextField type="search" label={t('catalogue.search')} value={search} onText={setSearch} autoComplete="off" />
          <div>
            {shown.length === 0 && <p role="status">{t('catalogue.nothing')}</p>}
            {shown.map((group) => (
              <section key={group.areaName ?? ''} className={styles.group}>
                <h3>{group.areaName ?? t('catalogue.other')}</h3>
                <ul>
                  {group.items.map((item) => (
                    <li key={item.id}>
                      {already.has(item.id) ? (
                        <p className={styles.already}>{t('catalogue.already', { name: item.name })}</p>
                      ) : (
                        <Checkbox checked={chosen.has(item.id)} onTick={(ticked) => toggle(item.id, ticked)}>
                          {item.name}
                          {item.description !== '' && <small>{item.description}</small>}
                        </Checkbox>
                      )}
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            {hasMore && <p className={styles.quiet}>{t('catalogue.more')}</p>}
          </div>
          <div className={styles.foot}>
            <Button kind="primary" type="submit" notYet={tried ? wrong : undefined}>
              {t('catalogue.add', { count: chosen.size })}
            </Button>
            <span className={styles.quiet} role="status">
              {t('catalogue.chosen', { count: chosen.size })}
            </span>
          </div>
        </form>
      )}
    </Dialog>
  );
}

/** What the team has already; what it closed may be chosen again. */
const adoptedBy = (snapshot: TeamSnapshot): Set<CatalogueItemId> =>
  new Set(
    Object.values(snapshot.responsibility).flatMap((row) =>
      row.catalogueItemId && row.closedOn === null ? [row.catalogueItemId] : [],
    ),
  );
