import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Theme } from '../kit/browser.ts';

const folder = fileURLToPath(new URL('contact-sheet', import.meta.url));

export const widths = [1440, 390] as const;

/** Photographs a page from top to bottom into the contact sheet; with a dialog over it, what the window shows. */
export const photograph = async (
  page: Page,
  { name, width, theme }: { name: string; width: number; theme: Theme },
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const fullPage = (await page.getByRole('dialog').count()) === 0;
  await page.screenshot({
    path: join(folder, `${name}-${width}-${theme}.png`),
    fullPage,
    animations: 'disabled',
  });
};

/** Writes `contact-sheet/index.html`: every photograph there is, a page per row. */
export const writeContactSheet = async (): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const pictures = (await readdir(folder)).filter((file) => file.endsWith('.png')).toSorted();
  const names = [...new Set(pictures.map((file) => file.replace(/-(1440|390)-(light|dark)\.png$/u, '')))];
  const rows = names.map((name) => {
    const own = pictures.filter((file) => file.replace(/-(1440|390)-(light|dark)\.png$/u, '') === name);
    const images = own.map((file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`).join('');
    return `<section><h2>${name}</h2>${images}</section>`;
  });
  const style = 'body{font:16px sans-serif;margin:32px}img{height:420px;margin:0 16px 16px 0;border:1px solid #888}';
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Contact sheet</title><style>${style}</style>${rows.join('\n')}`,
  );
};
