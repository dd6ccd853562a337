import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { integrityOf } from './integrity.js';
import { readPersistedDocuments } from './persisted-documents.js';
import { assertNoRequire } from './portal-module.js';
import { precompressFolder } from './precompress.js';
import { fileNameOf, isShared, SHARED_GROUPS, type SharedGroup } from './shared.js';

export interface SharedBuildOptions {
  /** Folder whose dependencies are shared: packages are resolved from there. */
  from: string;
  outDir: string;
  /** Style sheets loaded with the page, by specifier or absolute path, in order. */
  css: readonly string[];
  /** Compiled file of generated documents that the shared packages ask by themselves. */
  documents?: string;
  /** `development` keeps React's warnings and Fast Refresh; for a page under work only. */
  mode?: 'production' | 'development';
}

/** `partages.json`: what the gateway puts in the import map. */
export interface SharedManifest {
  imports: Record<string, string>;
  integrity: Record<string, string>;
  css: string[];
}

const STUB = 'virtual:passerelle-shared/';
const STYLE = 'virtual:passerelle-style';

/** Builds every shared package as files that browsers load directly, and writes `partages.json`. */
export async function buildShared(options: SharedBuildOptions): Promise<SharedManifest> {
  await rm(options.outDir, { recursive: true, force: true });
  await mkdir(options.outDir, { recursive: true });
  const manifest: SharedManifest = { imports: {}, integrity: {}, css: [] };
  for (const group of SHARED_GROUPS) await buildGroup(group, options, manifest);
  await buildStyles(options, manifest);
  await writeFile(join(options.outDir, 'partages.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  if (options.documents !== undefined) {
    const persisted = await readPersistedDocuments(options.documents);
    const text = `${JSON.stringify(persisted, null, 2)}\n`;
    await writeFile(join(options.outDir, 'documents.json'), text);
  }
  await precompressFolder(options.outDir);
  return manifest;
}

async function buildGroup(
  group: SharedGroup,
  { from, outDir, mode = 'production' }: SharedBuildOptions,
  manifest: SharedManifest,
): Promise<void> {
  const output = await build({
    configFile: false,
    root: from,
    mode,
    logLevel: 'warn',
    publicDir: false,
    base: './',
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    plugins: [stubs(group, from)],
    build: {
      target: 'es2023',
      outDir,
      emptyOutDir: false,
      minify: mode === 'production',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(
          group.specifiers.map((specifier) => [fileNameOf(specifier), STUB + specifier]),
        ),
        external: (id: string) => isShared(id) && !group.specifiers.includes(id),
        // What a room brought later shares with its entry stays in the entry, which the page has.
        preserveEntrySignatures: 'allow-extension',
        // « use client » means nothing in a page that is all client.
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
        output: {
          format: 'es',
          entryFileNames: '[name].[hash].js',
          chunkFileNames: `${group.name}-commun.[hash].js`,
          assetFileNames: 'a/[name].[hash][extname]',
        },
      },
    },
  });
  for (const { fileName, content, entryOf } of builtFiles(output)) {
    if (typeof content === 'string') assertNoRequire(fileName, content);
    manifest.integrity[fileName] = integrityOf(content);
    if (entryOf) manifest.imports[entryOf] = fileName;
  }
}

async function buildStyles(
  { from, outDir, css }: SharedBuildOptions,
  manifest: SharedManifest,
): Promise<void> {
  if (css.length === 0) return;
  const output = await build({
    configFile: false,
    root: from,
    logLevel: 'warn',
    publicDir: false,
    base: './',
    plugins: [
      {
        name: 'passerelle-style',
        resolveId: (id) => (id === STYLE ? `\0${STYLE}` : undefined),
        load: (id) =>
          id === `\0${STYLE}`
            ? css.map((sheet) => `import ${JSON.stringify(sheet)};`).join('\n')
            : undefined,
      },
    ],
    build: {
      outDir: join(outDir, 'styles'),
      emptyOutDir: true,
      modulePreload: false,
      cssCodeSplit: false,
      // Fonts stay files of their own: inlined, they would be fetched by who has them already.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { portail: STYLE },
        output: {
          entryFileNames: 'vide.js',
          assetFileNames: '[name].[hash][extname]',
        },
      },
    },
  });
  await rm(join(outDir, 'styles', 'vide.js'), { force: true });
  for (const { fileName, content } of builtFiles(output)) {
    if (!fileName.endsWith('.css')) continue;
    manifest.css.push(`styles/${fileName}`);
    manifest.integrity[`styles/${fileName}`] = integrityOf(content);
  }
}

interface SharedFile {
  fileName: string;
  content: string | Uint8Array;
  /** The specifier that this file answers, when it is one's entry. */
  entryOf: string | null;
}

function builtFiles(output: Awaited<ReturnType<typeof build>>): SharedFile[] {
  const outputs = Array.isArray(output) ? output : 'output' in output ? [output] : [];
  return outputs.flatMap((one) =>
    one.output.map((file): SharedFile => {
      if (file.type === 'asset') {
        return { fileName: file.fileName, content: file.source, entryOf: null };
      }
      const stub = file.facadeModuleId?.split(STUB)[1];
      return {
        fileName: file.fileName,
        content: file.code,
        entryOf: file.isEntry && stub !== undefined ? stub : null,
      };
    }),
  );
}

/**
 * One virtual module per specifier. A CommonJS package (React) has no named exports that a
 * browser can see: its stub reads their names here and writes them down.
 */
function stubs(group: SharedGroup, from: string): Plugin {
  const require = createRequire(join(from, 'package.json'));
  return {
    name: 'passerelle-shared-stubs',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (id.startsWith(STUB)) return `\0${id}`;
      // A stub has no folder: what it imports is looked for from the package that shares.
      if (importer?.startsWith(`\0${STUB}`)) {
        return this.resolve(id, join(from, 'package.json'), { skipSelf: true });
      }
      // The stubs' packages meet inside their group: react-dom must find this very React.
      return undefined;
    },
    async load(id) {
      if (!id.startsWith(`\0${STUB}`)) return undefined;
      const specifier = id.slice(STUB.length + 1);
      if (group.name !== 'react') {
        return `export * from ${JSON.stringify(specifier)};`;
      }
      const names = Object.keys(require(specifier)).filter((name) => name !== 'default');
      return [
        `import all from ${JSON.stringify(specifier)};`,
        'export default all;',
        `export const { ${names.join(', ')} } = all;`,
      ].join('\n');
    },
  };
}
