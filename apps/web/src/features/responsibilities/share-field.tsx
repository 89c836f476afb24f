import { TextField } from '../../ui/text-field.tsx';
import type { FieldWords } from '../../ui/field.tsx';

/** A share as typed ("60", "60 %"), as a whole percentage from 1 to `most`; null when it is not. */
export const readShare = (text: string, most: number): number | null => {
  const match = /^(\d{1,3})\s*%?$/.exec(text.trim());
  const share = match ? Number(match[1]) : 0;
  return share >= 1 && share <= most ? share : null;
};

type ShareFieldProps = FieldWords & { readonly text: string; readonly onText: (text: string) => void };

/** A whole percentage. */
export function ShareField({ text, onText, ...words }: ShareFieldProps) {
  return <TextField {...words} value={text} onText={onText} inputMode="numeric" autoComplete="off" />;
}
