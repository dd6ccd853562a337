import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One graphql in a test: libraries that require it must get the copy that we import.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    testTimeout: 20_000,
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
          include: ['src/**/*.integration.test.ts', 'test/**/*.e2e.test.ts'],
        },
      },
    ],
  },
});
