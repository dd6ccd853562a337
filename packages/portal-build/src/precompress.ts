import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

const COMPRESSIBLE = /\.(js|css|json|svg|map|html)$/;
const MIN_BYTES = 1024;

/**
 * Writes `x.br` and `x.gz` beside every text file of a folder, so that the gateway compresses
 * nothing while it serves. Fonts and images are compressed already; tiny files are not worth it.
 */
export async function precompressFolder(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  await Promise.all(
    names
      .filter((name) => COMPRESSIBLE.test(name))
      .map(async (name) => {
        const path = join(folder, name);
        const content = await readFile(path);
        if (content.byteLength < MIN_BYTES) return;
        await Promise.all([
          compressBrotli(content, {
            params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength },
          }).then((compressed) => writeFile(`${path}.br`, compressed)),
          compressGzip(content, { level: 9 }).then((compressed) =>
            writeFile(`${path}.gz`, compressed),
          ),
        ]);
      }),
  );
}
