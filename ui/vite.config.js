import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const dock = process.env.ANJUNGAN_DOCK === '1';

export default defineConfig({
  base: './',
  plugins: [svelte()],
  // A build without the dock of simulated devices has no byte of it; the samples are for dev.html alone.
  define: {
    __DOCK__: JSON.stringify(dock),
    __SAMPLES__: JSON.stringify(new URL('../samples/photos', import.meta.url).pathname),
  },
  build: {
    target: 'safari16',
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  server: { fs: { allow: ['..'] } },
});
