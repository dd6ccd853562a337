import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { extractRegions } from './extract-cog.js';
import { extractNaf } from './extract-naf.js';

/**
 * Last step of the build: writes beside the compiled readers the extracts that they load at run
 * time, so that neither source package (22 MB) is needed once built.
 */
const dist = new URL('../', import.meta.url);

const cog = new URL('cog/donnees/', dist);
rmSync(cog, { recursive: true, force: true });
mkdirSync(cog, { recursive: true });
const regions = extractRegions();
for (const region of regions) {
  writeFileSync(new URL(`${region.code}.json`, cog), JSON.stringify(region));
}
writeFileSync(
  new URL('regions.json', cog),
  JSON.stringify(regions.map(({ code, nom }) => ({ code, nom }))),
);

const naf = new URL('naf/donnees/', dist);
mkdirSync(naf, { recursive: true });
writeFileSync(new URL('naf-rev-2.json', naf), JSON.stringify(extractNaf()));
