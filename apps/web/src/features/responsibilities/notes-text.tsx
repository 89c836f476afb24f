import ExternalLink from 'lucide-react/icons/external-link';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { piecesOf } from '@roer/domain/responsibilities/web-address';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './notes.module.css';

/** A link out of Roer: in a new tab, which hears nothing of where it came from. */
export function OutLink({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const t = useTranslations('notes');
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {children}
      <Icon of={ExternalLink} small />
      <VisuallyHidden>{` ${t('newTab')}`}</VisuallyHidden>
    </a>
  );
}

const shownFirst = 280;

/** The beginning of a long text, up to a space, so that no address is cut in two; all of it when there is little more. */
const beginningOf = (text: string): string => {
  if (text.length <= shownFirst * 1.5) return text;
  const space = text.slice(0, shownFirst).search(/\s\S*$/);
  return space > 0 ? text.slice(0, space) : text;
};

/** A text as it was typed, with its line breaks, and addresses in it to follow. A long one begins and reads on. */
export function NoteBody({ text }: { readonly text: string }) {
  const t = useTranslations('notes');
  const [whole, setWhole] = useState(false);
  const beginning = beginningOf(text);
  const isCut = beginning.length < text.length;
  return (
    <>
      <p className={styles.body}>
        {/* Pieces of a text have no names of their own, and do not move. */}
        {piecesOf(whole ? text : beginning).map(({ text: piece, address }, index) =>
          address === null ? (
            piece
          ) : (
            // oxlint-disable-next-line react/no-array-index-key
            <OutLink key={index} address={address}>
              {piece}
            </OutLink>
          ),
        )}
        {isCut && !whole && '…'}
      </p>
      {isCut && (
        <Button kind="tertiary" dense aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {t(whole ? 'less' : 'readOn')}
        </Button>
      )}
    </>
  );
}
