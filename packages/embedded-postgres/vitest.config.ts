import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Each test makes its own cluster, and some kill it: slower than arithmetic.
  test: { include: ['src/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
