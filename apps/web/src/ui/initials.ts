/** First letters of the first and the last word: "Esra Kaya" gives EK, "Dirk-Jan Mol" DM, "Ingrid van den Berg" IB, "Anouk" A. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return ([...first][0] ?? '').concat([...last][0] ?? '').toLocaleUpperCase('nl');
}
