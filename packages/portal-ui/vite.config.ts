import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// One ESM file, widgets and icons inside, React left to the page. `tsc` wrote the types before.
export default defineConfig({
  publicDir: false,
  resolve: {
    alias: [
      {
        find: /^use-sync-external-store\/shim(\/index\.js)?$/,
        replacement: fileURLToPath(
          new URL('./scripts/remplacements/use-sync-external-store.js', import.meta.url),
        ),
      },
    ],
  },
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    reportCompressedSize: false,
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: () => 'index.js' },
    rolldownOptions: {
      external: (id: string) => /^react(-dom)?($|\/)/.test(id),
      onLog(level, log, handler) {
        // « use client » means nothing in a page that is all client.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
      },
    },
  },
});
