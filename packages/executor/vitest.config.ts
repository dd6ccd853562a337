import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql, whoever asks for it: libraries that require it get the same.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 60_000 },
});
