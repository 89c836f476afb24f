import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';
import { assetList } from './scripts/asset-list.ts';
import { compiledMessages } from './scripts/compiled-messages.ts';
import { firstChunk } from './scripts/first-chunk.ts';

const api = `http://127.0.0.1:${process.env['API_PORT'] ?? '4400'}`;

export default defineConfig({
  plugins: [react(), compiledMessages(), assetList()],
  server: {
    port: Number(process.env['WEB_PORT'] ?? '4401'),
    strictPort: true,
    proxy: { '/trpc': api, '/api': api, '/socket.io': { target: api, ws: true } },
  },
  build: {
    target: 'es2023',
    manifest: true,
    // The content security policy allows nothing inline, so no data: urls and no inline polyfill.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // It does not say of itself that what is not used may be left out, such as its link over a web socket.
      treeshake: { moduleSideEffects: [{ test: /@trpc[/\\]client/, sideEffects: false }] },
      output: { codeSplitting: { groups: [{ name: firstChunk(), debugName: 'first' }] } },
    },
  },
});
