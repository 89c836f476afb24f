import { useTranslations } from 'use-intl';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import type { CheckIn } from './use-check-in.ts';

/** Why the last thing that was asked did not happen, and what is safe. */
export function RefusedNotice({ checkIn: { refused } }: { readonly checkIn: CheckIn }) {
  const t = useTranslations('check-in.refused');
  return refused !== null && <ErrorNotice title={t(`${refused}.title`)}>{t(`${refused}.words`)}</ErrorNotice>;
}
