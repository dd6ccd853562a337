import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Each test makes its own cluster, and some kill it: slower than arithmetic.
  test: {
    include: ['src/**/*.test.ts'],
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
