import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One graphql in a test: libraries that require it must get the copy that we import.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: { include: ['src/**/*.test.ts', 'test/**/*.e2e.test.ts'], testTimeout: 20_000 },
});
