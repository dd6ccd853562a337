import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Real processes and a real database: slower than arithmetic.
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
