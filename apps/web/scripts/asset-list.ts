import type { Plugin } from 'vite';

/** Writes the names of all built files to `assets.json`, so that a browser can keep them for when there is no network. */
export const assetList = (): Plugin => ({
  name: 'asset-list',
  generateBundle(_options, bundle) {
    const names = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
    this.emitFile({
      type: 'asset',
      fileName: 'assets.json',
      source: JSON.stringify(names.map((name) => `/${name}`).toSorted()),
    });
  },
});
