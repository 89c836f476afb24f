import { useTranslations } from 'use-intl';
import { classNames } from './class-names.ts';
import styles from './band.module.css';

/** What a cell of results can be: a band, no result, or the period that it is now. */
export type BandSign = 'light' | 'middle' | 'heavy' | 'none' | 'now';

const bands: readonly BandSign[] = ['light', 'middle', 'heavy'];

/** The pattern of a band, without its height. */
export const bandLook = (sign: BandSign): string | undefined => styles[sign];

/** What the patterns mean, in words. Leave out signs that the page never shows. */
export function BandWords({ signs = bands }: { readonly signs?: readonly BandSign[] }) {
  const t = useTranslations('ui.band');
  return (
    <ul className={styles.words}>
      {signs.map((sign) => (
        <li key={sign}>
          <i className={classNames(styles.swatch, styles[sign])} aria-hidden />
          {t(`key.${sign}`)}
        </li>
      ))}
    </ul>
  );
}
