import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // A browser, on a machine that may be busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
