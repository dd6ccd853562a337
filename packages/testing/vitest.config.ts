import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/keep-prepared-folders.ts'],
    // One platform at a time: it is seven processes, on machines of two cores.
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 360_000,
  },
});
