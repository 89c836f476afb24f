import { Suspense, useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNumberWords } from '../../i18n/number-words.ts';
import { Button } from '../../ui/button.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { TextField } from '../../ui/text-field.tsx';
import { usePeople } from './organisation-queries.ts';
import type { Person } from './organisation-queries.ts';
import { Loaded } from './page-states.tsx';
import { PersonRow } from './person-row.tsx';
import { lazily } from '../../i18n/lazily.ts';
import styles from './organisation.module.css';

const InviteDialog = lazily(() => import('./invite-dialog.tsx'));

const PAGE = 60;

/** Organisatie › Mensen: everybody, for administrators. */
export default function PeoplePage() {
  const t = useTranslations('organisation.people');
  const query = usePeople();
  usePageTitle(t('title'));
  return <Loaded query={query}>{(people) => <PeopleView people={people} />}</Loaded>;
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Everybody shares the end of their address, so that part counts only when an @ is typed. */
const matches = (person: Person, wanted: string): boolean => {
  const address = wanted.includes('@') ? person.email : (person.email.split('@')[0] ?? '');
  return [person.name, address, ...person.memberships.map(({ teamName }) => teamName)].some((text) =>
    plain(text).includes(wanted),
  );
};

function PeopleView({ people }: { readonly people: readonly Person[] }) {
  const t = useTranslations('organisation.people');
  const { wordAtStart } = useNumberWords();
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const [inviting, setInviting] = useState(false);
  const wanted = plain(useDeferredValue(typed.trim()));
  const found = wanted === '' ? people : people.filter((person) => matches(person, wanted));
  const waiting = people.filter(({ state }) => state !== 'active').length;
  return (
    <div className={styles.narrow}>
      <div className={styles.top}>
        <PageLead quiet={waiting > 0 ? t('waiting', { count: waiting, word: wordAtStart(waiting) }) : t('allIn')}>
          {t('lead', { count: people.length, word: wordAtStart(people.length) })}
        </PageLead>
        <Button kind="primary" onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      </div>
      <div className={styles.filters}>
        <TextField
          label={t('search')}
          type="search"
          autoComplete="off"
          value={typed}
          onText={(text) => {
            setTyped(text);
            setLimit(PAGE);
          }}
        />
        <p role="status" className={styles.note}>
          {wanted !== '' && t('found', { count: found.length, word: wordAtStart(found.length) })}
        </p>
      </div>
      <ul className={styles.list}>
        {found.slice(0, limit).map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
      {found.length > limit && (
        <div className={styles.add}>
          <Button kind="tertiary" onClick={() => setLimit((before) => before + PAGE)}>
            {t('more', { count: found.length - limit })}
          </Button>
        </div>
      )}
      {inviting && (
        <Suspense>
          <InviteDialog onClose={() => setInviting(false)} />
        </Suspense>
      )}
    </div>
  );
}
