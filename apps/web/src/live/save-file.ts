import type { LocalDate } from '@roer/domain/dates';

/** A name for the file that every system takes: "overzicht-vergunningen-toezicht-2026-11-25.csv". */
export const overviewFile = ({ name, team, day }: { name: string; team: string; day: LocalDate }): `${string}.csv` => {
  const plain = team
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${[name, plain, day].filter((part) => part !== '').join('-')}.csv`;
};

const types = { csv: 'text/csv', html: 'text/html', json: 'application/json' };

/** Gives a text to the reader as a file; its name ends in what it is. */
export const saveFile = (text: string, fileName: `${string}.${keyof typeof types}`): void => {
  // The name says that it ends in one of these.
  const type = types[fileName.slice(fileName.lastIndexOf('.') + 1) as keyof typeof types];
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
