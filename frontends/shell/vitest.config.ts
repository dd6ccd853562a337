import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // A browser on a loaded machine.
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
