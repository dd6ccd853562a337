import { portalModule } from '@passerelle/portal-build';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    portalModule({ entry: 'src/main.tsx', name: 'coquille' }),
    {
      name: 'passerelle-shell-entry',
      // Nobody imports the shell: what its pages loaded later share with it may stay in the entry,
      // which every reader has. A file of its own would be one more to wait for.
      config: () => ({
        build: { rolldownOptions: { preserveEntrySignatures: 'allow-extension' } },
      }),
    },
  ],
});
