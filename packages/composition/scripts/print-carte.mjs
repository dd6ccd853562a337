// `pnpm --filter @passerelle/composition print-carte`: writes the initial ownership map anew, as the
// services' committed schemas draw it. Refuses when the schemas leave something in dispute.
import { readFileSync, writeFileSync } from 'node:fs';
import { ownershipMapOf } from '../dist/index.js';

const PARTENAIRES = ['etat', 'region', 'pole-emploi'];
const TARGET = new URL('../src/ownership/carte-initiale.ts', import.meta.url);
const MARK = 'export const CARTE_INITIALE: CarteDeResponsabilite = ';

const { carte, litiges } = ownershipMapOf(
  PARTENAIRES.map((partenaire) => ({
    partenaire,
    url: `http://${partenaire}.test/graphql`,
    schema: readFileSync(
      new URL(`../../../services/${partenaire}/schema.graphql`, import.meta.url),
      'utf8',
    ),
  })),
);
if (litiges.length > 0) {
  for (const { coordonnee, partenaires } of litiges) {
    console.error(`in dispute: ${coordonnee} (${partenaires.join(', ')})`);
  }
  process.exitCode = 1;
} else {
  const text = readFileSync(TARGET, 'utf8');
  const head = text.slice(0, text.indexOf(MARK));
  writeFileSync(TARGET, `${head}${MARK}${JSON.stringify(carte, null, 2)};\n`);
}
