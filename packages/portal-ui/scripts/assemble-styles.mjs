// Writes dist/styles.css (one file, layers in order) and the font files it names.
// The font is served from our own origin: no third party learns who reads the portal.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = join(import.meta.dirname, '..');
const sheets = ['polices', 'jetons', 'socle', 'mise-en-page', 'composants', 'impression'];
const fontFolder = join(
  dirname(
    fileURLToPath(
      import.meta.resolve('@fontsource-variable/atkinson-hyperlegible-next/package.json'),
    ),
  ),
  'files',
);
const fonts = ['latin-wght-normal', 'latin-ext-wght-normal', 'latin-wght-italic'];

mkdirSync(join(here, 'dist', 'polices'), { recursive: true });
for (const font of fonts) {
  const file = `atkinson-hyperlegible-next-${font}.woff2`;
  copyFileSync(join(fontFolder, file), join(here, 'dist', 'polices', file));
}
writeFileSync(
  join(here, 'dist', 'styles.css'),
  sheets.map((name) => readFileSync(join(here, 'styles', `${name}.css`), 'utf8')).join('\n'),
);
