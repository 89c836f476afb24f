import type { Town } from './town.ts';

/**
 * What each observer got, in order: answers with their headers, frames, mails; and the log. Without what these authors got. Only
 * what a log and a mail say of the time of the computer is left out.
 */
export const trafficOf = (town: Town, { without }: { without: readonly string[] }): Record<string, string[]> => {
  const traffic: Record<string, string[]> = {};
  for (const { to, by, about, input, head, text } of town.sent) {
    if (without.includes(to) || text.includes('"msg":"Server listening at ')) continue;
    // Answers and frames travel beside each other: which of the two came first is chance.
    (traffic[`${to} ${by}`] ??= []).push(by === 'answer' ? `${about} ${input}\n${head}\n${text}` : timeless(text));
  }
  return traffic;
};

const timeless = (text: string): string => text.replaceAll(/"time":\d+|^(Date|Message-ID):.*$/gm, '');
