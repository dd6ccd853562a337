import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Real processes and real HTTP, on machines of two cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
