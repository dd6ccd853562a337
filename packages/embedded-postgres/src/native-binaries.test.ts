import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hasAllLinks, hydrateLinks } from './native-binaries.js';

function packageWithoutLinks(): string {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-natif-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const native = join(root, 'native');
  mkdirSync(join(native, 'lib'), { recursive: true });
  writeFileSync(join(native, 'lib', 'libx.so.60.2'), 'library');
  writeFileSync(
    join(native, 'pg-symlinks.json'),
    JSON.stringify([
      { source: 'native/lib/libx.so.60.2', target: 'native/lib/libx.so.60' },
      { source: 'native/lib/libx.so.60.2', target: 'native/lib/libx.so' },
    ]),
  );
  return native;
}

test('remet les liens que l’archive npm ne transporte pas, relatifs pour suivre une copie', () => {
  const native = packageWithoutLinks();
  expect(hasAllLinks(native)).toBe(false);

  hydrateLinks(native);

  expect(hasAllLinks(native)).toBe(true);
  expect(readlinkSync(join(native, 'lib', 'libx.so'))).toBe('libx.so.60.2');
  expect(readFileSync(join(native, 'lib', 'libx.so.60'), 'utf8')).toBe('library');
});

test('ne touche pas à ce qui est déjà là', () => {
  const native = packageWithoutLinks();
  writeFileSync(join(native, 'lib', 'libx.so.60'), 'a real file');

  hydrateLinks(native);
  hydrateLinks(native);

  expect(lstatSync(join(native, 'lib', 'libx.so.60')).isFile()).toBe(true);
  expect(hasAllLinks(native)).toBe(true);
});
