import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { composeGraph } from '../compose-graph.js';
import { CARTE_INITIALE } from '../ownership/carte-initiale.js';
import { ownerOf } from '../ownership/owner-of.js';
import { breakingFor, type OperationConnue } from './breaking-for.js';
import { diffGraphs } from './diff-graphs.js';

/** API schema of the three services, the Région's text changed. */
function graphe(change: (region: string) => string): string {
  const composed = composeGraph(
    Object.keys(CARTE_INITIALE.partenaires).map((partenaire) => {
      const schema = readFileSync(
        new URL(`../../../../services/${partenaire}/schema.graphql`, import.meta.url),
        'utf8',
      );
      return {
        partenaire,
        url: `http://${partenaire}.test/graphql`,
        schema: partenaire === 'region' ? change(schema) : schema,
      };
    }),
  );
  if (!composed.ok) throw new Error(JSON.stringify(composed.errors));
  return composed.apiSdl;
}

const RAISON = '@deprecated(reason: "Remplacé par « sessions » ; retrait le 2024-03-31")';
const aujourdhui = '2024-03-01';
const envoyeHier: OperationConnue = {
  document:
    'query Offre($t: CleTerritoire) { formations(territoire: $t) { nodes { ...F } } } fragment F on Formation { placesRestantes }',
  client: 'module-etat',
  version: '3.2.0',
  vuLe: '2024-02-29T17:45:00Z',
};
const RESTANTES = /(type Formation @key[\s\S]*?placesRestantes: \w+!?)/;
const sansChamp = (region: string): string =>
  region.replace(
    /(type Formation @key[\s\S]*?) {2}"""[^"]*"""\n {2}placesRestantes: \w+!?\n/,
    '$1',
  );

test('un champ retiré est refusé parce que le module de l’État l’a envoyé hier, puis admis quand ce module est remplacé', () => {
  const vivant = graphe((region) => region);
  const candidat = graphe(sansChamp);
  const changes = diffGraphs(vivant, candidat, (coordonnee) => ownerOf(CARTE_INITIALE, coordonnee));

  expect(changes).toMatchObject([
    { code: 'CHAMP_RETIRE', coordonnee: 'Formation.placesRestantes', partenaire: 'region' },
  ]);
  expect(breakingFor(changes, [envoyeHier], vivant, candidat, { aujourdhui })).toMatchObject([
    {
      admise: false,
      dernierVuLe: '2024-02-29T17:45:00Z',
      usages: [{ client: 'module-etat', version: '3.2.0', operation: 'Offre' }],
    },
  ]);
  const remplace = { ...envoyeHier, document: '{ formations { nodes { intitule } } }' };
  expect(breakingFor(changes, [remplace], vivant, candidat, { aujourdhui })).toEqual([]);
});

test('la date annoncée traverse la composition : le champ part le lendemain', () => {
  const vivant = graphe((region) => region.replace(RESTANTES, `$1 ${RAISON}`));
  const candidat = graphe(sansChamp);
  const changes = diffGraphs(vivant, candidat);
  const verdict = (jour: string): boolean[] =>
    breakingFor(changes, [envoyeHier], vivant, candidat, { aujourdhui: jour }).map(
      ({ admise }) => admise,
    );

  expect(verdict('2024-03-31')).toEqual([false]);
  expect(verdict('2024-04-01')).toEqual([true]);
});

test('un champ nouveau, publié par la Région seule, ne rompt rien', () => {
  const vivant = graphe((region) => region);
  const candidat = graphe((region) =>
    region.replace(
      RESTANTES,
      '$1\n  """Vrai quand la formation est ouverte."""\n  ouverte: Boolean',
    ),
  );
  const changes = diffGraphs(vivant, candidat);

  expect(changes).toMatchObject([
    { code: 'CHAMP_AJOUTE', coordonnee: 'Formation.ouverte', severite: 'SANS_RISQUE' },
  ]);
  expect(breakingFor(changes, [envoyeHier], vivant, candidat, { aujourdhui })).toEqual([]);
});

test.each([
  [
    'd’un argument',
    (region: string) => region.replace(/(formations\([\s\S]*?first: Int = 20)/, `$1 ${RAISON}`),
    'Query.formations(first:)',
  ],
  [
    'd’une valeur',
    (region: string) => region.replace('  PUBLIEE\n', `  PUBLIEE ${RAISON}\n`),
    'EtatContribution.PUBLIEE',
  ],
  [
    'd’une entrée',
    (region: string) =>
      region.replace(
        /(input ModifierContributionRegionInput[\s\S]*?preuve: String)/,
        `$1 ${RAISON}`,
      ),
    'ModifierContributionRegionInput.preuve',
  ],
])('la dépréciation %s traverse la composition', (_titre, change, coordonnee) => {
  const changes = diffGraphs(
    graphe((region) => region),
    graphe(change),
  );

  expect(changes.map((each) => each.code)).toEqual(['DEPRECIATION_AJOUTEE']);
  expect(changes[0]?.coordonnee).toBe(coordonnee);
});
