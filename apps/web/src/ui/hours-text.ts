/**
 * Reads hours as people type them: "6", "6,5", "6.25", "1:30", "1,5 uur", "2 u". Gives whole minutes, or undefined when it is no such text.
 * Negative hours do not exist; more than `most` (minutes, a week of 168 hours unless given) is a slip of the finger.
 */
export function parseHours(text: string, most = 168 * 60): number | undefined {
  const trimmed = text.trim().replace(/\s*(uur|u|hours?|h)\.?$/i, '');
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(trimmed);
  const decimal = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(trimmed);
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : decimal
      ? Math.round(Number(`${decimal[1]}.${decimal[2] ?? '0'}`) * 60)
      : undefined;
  return minutes !== undefined && minutes <= most ? minutes : undefined;
}

/** Minutes as hours for a field or a column: 390 gives "6,5" in Dutch, "6.5" in English; at most two decimals. */
export function formatHours(minutes: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false }).format(minutes / 60);
}
