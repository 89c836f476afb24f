import type { Plugin } from 'vite';

/** Writes the names of all built files to `assets.json`, so that a browser can keep them for when there is no network. */
export const assetList = (): Plugin => ({
  name: 'asset-list',
  enforce: 'post',
  generateBundle: {
    // Last: a script that the page needs no more, because another one holds it all, has gone by then.
    order: 'post',
    handler(_options, bundle) {
      const names = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      this.emitFile({
        type: 'asset',
        fileName: 'assets.json',
        source: JSON.stringify(names.map((name) => `/${name}`).toSorted()),
      });
    },
  },
});
