import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LaunchOptions } from 'playwright-core';
import { inflate } from '@sparticuz/chromium';

const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
const cache = join(dirname(fileURLToPath(import.meta.url)), '../node_modules/.cache');

const flags = [
  // Chromium refuses its sandbox to root; the only pages it opens here are our own.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Every window is young: optimising the code that it runs took a third of the processor time of looking at a page.
  '--js-flags=--no-turbofan --no-maglev',
  // Letters of the same width on every machine.
  '--font-render-hinting=none',
];

/**
 * How to start a real Chromium without downloading or installing anything: the one from npm, with its own libraries and
 * fonts. CHROMIUM_PATH names another one.
 * @throws Error on a system that the one from npm is not made for
 */
export const chromiumLaunch = async (): Promise<LaunchOptions> => {
  const own = process.env['CHROMIUM_PATH'];
  if (own) return { executablePath: own, args: flags };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The browser tests need a Chromium: set CHROMIUM_PATH to the program of one.');
  const folder = await unpack();
  // The one of the package names folders that a server without a system's fonts does not have; without any it crashes.
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
    <dir>${join(folder, 'fonts', 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`,
  );
  return {
    executablePath: join(folder, 'chromium'),
    args: flags,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
};

/** Unpacks once per version, aside and then renamed, so that a run that was cut short or one beside this does no harm. */
const unpack = async (): Promise<string> => {
  const about: unknown = JSON.parse(await readFile(join(packed, '../package.json'), 'utf8'));
  const version = typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : 'unknown';
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(join(cache, 'unpacking-'));
  const before = process.env['TMPDIR'];
  // The package unpacks into the temporary folder and knows no other.
  process.env['TMPDIR'] = aside;
  try {
    for (const part of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(packed, part));
    await rename(aside, folder).catch(async (error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
};
