import { useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { goalLimits } from '@roer/domain/learning/goal';
import type { GoalField } from '@roer/domain/learning/goal';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { SharedText } from './shared-text.ts';
import { useSending, useTexts } from './use-shared-text.ts';

type SharedFieldProps = { readonly text: SharedText; readonly field: GoalField; readonly rows?: number };
type Control = HTMLInputElement | HTMLTextAreaElement;

/** A field that two people may type in at once. The caret stays where it was when the other one types before it. */
export function SharedField({ text, field, rows }: SharedFieldProps) {
  const t = useTranslations('goals.fields');
  const value = useTexts(text)[field] ?? '';
  const sending = useSending(text);
  const control = useRef<Control>(null);
  const caret = useRef<ReturnType<SharedText['mark']>[]>([]);
  const remember = ({ selectionStart, selectionEnd }: Control): void => {
    caret.current = [selectionStart ?? 0, selectionEnd ?? 0].map((index) => text.mark(field, index));
  };
  useLayoutEffect(() => {
    const shown = control.current;
    if (!shown || document.activeElement !== shown) return;
    const [from, until] = caret.current.map(text.placeOf);
    if (typeof from !== 'number' || typeof until !== 'number') return;
    if (shown.selectionStart !== from || shown.selectionEnd !== until) shown.setSelectionRange(from, until);
  });
  const isWrong = sending.state === 'refused' && sending.failure.detail.field === field;
  const ties = {
    label: t(field),
    hint: t(`${field}Hint`),
    error: isWrong ? t('tooLong', { most: goalLimits[field] }) : undefined,
    value,
    maxLength: goalLimits[field],
    autoComplete: 'off',
    onSelect: (event: { currentTarget: Control }) => remember(event.currentTarget),
    onText: (typed: string) => {
      text.type(field, typed);
      if (control.current) remember(control.current);
    },
  };
  const take = (element: Control | null): void => {
    control.current = element;
  };
  return rows === undefined ? <TextField {...ties} ref={take} /> : <TextArea {...ties} rows={rows} ref={take} />;
}
