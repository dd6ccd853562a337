import { defineConfig } from 'vitest/config';

export default defineConfig({
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
        },
      },
    ],
    // A browser, on a machine that may be busy.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
