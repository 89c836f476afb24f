import type { LocalDate } from '@roer/domain/dates';

/** A name for the file that every system takes: "overzicht-vergunningen-toezicht-2026-11-25.csv". */
export const overviewFile = ({ name, team, day }: { name: string; team: string; day: LocalDate }): string => {
  const plain = team
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return [name, plain, day].filter((part) => part !== '').join('-') + '.csv';
};

/** Gives a text to the reader as a file. */
export const saveFile = (text: string, fileName: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
