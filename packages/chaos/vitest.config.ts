import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The whole product, under a little load.
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.e2e.test.ts'],
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
