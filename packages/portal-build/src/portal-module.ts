import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin, PluginOption } from 'vite';
import { type BuiltFile, buildManifest, type ModuleDescription } from './manifest.js';
import { readPersistedDocuments } from './persisted-documents.js';
import { precompressFolder } from './precompress.js';
import { isShared } from './shared.js';
import { standalone } from './standalone.js';

export interface PortalModuleOptions {
  /** The file whose exports the page uses; relative to the module's folder. */
  entry: string;
  /** Name of the entry file before its hash. */
  name?: string;
  /** What the code generator wrote: these documents are published with the module. */
  documents?: string;
}

/**
 * Builds a folder as a module of the portal: what is shared comes from the import map, addresses
 * are relative (the gateway decides the path), files carry their content's hash, and
 * `manifest.json` tells the gateway what to publish. Served by `vite`, the module runs alone with
 * sample data.
 */
export function portalModule({
  entry,
  name = 'module',
  documents = 'src/generated/graphql.ts',
}: PortalModuleOptions): PluginOption {
  return [react(), building({ entry, name, documents }), standalone({ entry })];
}

function building({ entry, name, documents }: Required<PortalModuleOptions>): Plugin {
  let root = '.';
  let outDir = 'dist';
  return {
    name: 'passerelle-portal-module',
    apply: 'build',
    config: () => ({
      // Absolute addresses would be those of the page, not of the module.
      base: './',
      publicDir: false,
      // Whatever NODE_ENV says: the page shares React's production runtime alone.
      oxc: { jsx: { development: false } },
      build: {
        target: 'es2023',
        emptyOutDir: true,
        modulePreload: false,
        cssCodeSplit: false,
        reportCompressedSize: false,
        rolldownOptions: {
          input: { [name]: entry },
          external: isShared,
          // The page calls the entry's exports; without this they are dropped as unused.
          preserveEntrySignatures: 'strict',
          output: {
            format: 'es',
            entryFileNames: '[name].[hash].js',
            chunkFileNames: '[name].[hash].js',
            assetFileNames: 'a/[name].[hash][extname]',
          },
        },
      },
    }),
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    generateBundle: {
      // Last of all: before Vite's own plugins the style sheet is not there yet.
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.values(bundle).map(
          (file): BuiltFile =>
            file.type === 'chunk'
              ? {
                  fileName: file.fileName,
                  content: file.code,
                  isEntry: file.isEntry,
                  imports: [...file.imports, ...file.dynamicImports],
                }
              : { fileName: file.fileName, content: file.source, isEntry: false, imports: [] },
        );
        for (const file of files) {
          if (typeof file.content === 'string') assertNoRequire(file.fileName, file.content);
        }
        const manifest = buildManifest(readDescription(root), files, isShared);
        this.emitFile({
          type: 'asset',
          fileName: 'manifest.json',
          source: `${JSON.stringify(manifest, null, 2)}\n`,
        });
        const persisted = await readPersistedDocuments(resolve(root, documents));
        if (Object.keys(persisted).length === 0) return;
        this.emitFile({
          type: 'asset',
          fileName: 'documents.json',
          source: `${JSON.stringify(persisted, null, 2)}\n`,
        });
      },
    },
    // Only after files were written: `closeBundle` also runs after a failure, and would hide it.
    async writeBundle() {
      // A module under work is served as it is, and often.
      if (!this.meta.watchMode) await precompressFolder(outDir);
    },
  };
}

// The bundler's stand-in for `require` explains itself in a message, which minifying keeps.
const REQUIRE_SHIM = /Calling `require` for|\b__require\(/;

/**
 * A CommonJS dependency that requires something shared becomes a call that throws in the browser:
 * better to know now.
 */
export function assertNoRequire(fileName: string, code: string): void {
  if (REQUIRE_SHIM.test(code)) {
    throw new Error(
      `${fileName} holds a CommonJS dependency that requires a shared package: use an ESM one.`,
    );
  }
}

function readDescription(root: string): ModuleDescription {
  const read = (name: string): string => readFileSync(resolve(root, name), 'utf8');
  const description: Omit<ModuleDescription, 'version'> = JSON.parse(read('module.json'));
  const { version }: { version: string } = JSON.parse(read('package.json'));
  return { ...description, version };
}
