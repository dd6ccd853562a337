import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql, whoever asks for it: libraries that require it get the same.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'seuls',
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.integration.test.ts'],
          // Nothing outside the process: files share one, which spares its start and its imports.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'réels',
          include: ['src/**/*.integration.test.ts', 'test/**/*.test.ts'],
          globalSetup: ['@passerelle/subgraph/testing/global-setup'],
        },
      },
    ],
    // Before any decorated class, as the package's door does.
    setupFiles: ['reflect-metadata'],
    // Real servers, on machines of two cores.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
