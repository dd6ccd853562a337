import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.e2e.test.ts'],
    globalSetup: ['@passerelle/testing/keep-prepared-folders'],
    // Two platforms at a time, each of seven processes: one works while the other waits for a page.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 360_000,
  },
});
