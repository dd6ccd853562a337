import { portalModule } from '@passerelle/portal-build';
import { defineConfig } from 'vite';

export default defineConfig({ plugins: [portalModule({ entry: 'src/lifecycle.tsx' })] });
