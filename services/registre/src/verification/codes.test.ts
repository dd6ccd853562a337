import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CODES_DE_CONSTAT } from './codes.js';

const [, CODES = ''] = readFileSync(new URL('./README.md', import.meta.url), 'utf8').split(
  '## Codes',
);

test.each(Object.entries(CODES_DE_CONSTAT))(
  'les codes de la famille « %s » sont ceux du README',
  (famille, codes) => {
    const ligne = new RegExp(`^\\| \`${famille}\` +\\|(.*)\\|$`, 'm').exec(CODES)?.[1] ?? '';
    const ecrits = [...ligne.matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code);
    expect(new Set(ecrits)).toEqual(new Set(codes));
    expect(ecrits).toHaveLength(codes.length);
  },
);
