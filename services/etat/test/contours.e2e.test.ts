import {
  startTestSubgraph,
  type TestSubgraph,
  unIntegrateur,
  unResponsable,
} from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.js';

let subgraph: TestSubgraph;

beforeAll(async () => {
  subgraph = await startTestSubgraph({ partenaire: 'etat', createApp });
});

afterAll(() => subgraph?.stop());

const ANNEAUX = '3 50,3.1 50,3.1 50.1,3 50';
const depot = (precisions: object = {}) => ({
  maille: 'ARRONDISSEMENT',
  source: 'Contours de test, dessinés pour l’essai',
  licence: 'Sans objet',
  traces: [{ code: '595', anneaux: ANNEAUX }],
  ...precisions,
});

async function deposer(input: object, identite = unResponsable('etat')) {
  return subgraph.query(
    identite,
    `mutation ($input: DeposerContoursInput!) { deposerContours(input: $input) {
       refus { code } contours { version source licence auteur traces { code anneaux } } } }`,
    { input },
  );
}

const LIRE = '{ contours(maille: ARRONDISSEMENT) { version source licence traces { code } } }';

test('des contours déposés une fois se lisent par tous, avec leur source et leur licence', async () => {
  const avant = await subgraph.query(unIntegrateur(), LIRE);
  expect(avant.data).toEqual({ contours: null });

  const { data, errors } = await deposer(
    depot({ versionAttendue: 0, cleIdempotence: 'contours-essai-1' }),
  );
  expect(errors).toEqual([]);
  expect(data.deposerContours).toMatchObject({
    refus: null,
    contours: { version: 1, licence: 'Sans objet', traces: [{ code: '595', anneaux: ANNEAUX }] },
  });
  for (const identite of [unIntegrateur(), unResponsable('region')]) {
    const lu = await subgraph.query(identite, LIRE);
    expect(lu.data.contours).toMatchObject({ version: 1, traces: [{ code: '595' }] });
  }
  const encore = await deposer(depot({ versionAttendue: 0, cleIdempotence: 'contours-essai-1' }));
  expect(encore.data.deposerContours).toMatchObject({ refus: null, contours: { version: 1 } });
  const depassee = await deposer(depot({ versionAttendue: 0 }));
  expect(depassee.data.deposerContours).toMatchObject({
    refus: { code: 'VERSION_DEPASSEE' },
    contours: { version: 1 },
  });

  const retires = await deposer(depot({ versionAttendue: 1, traces: [] }));
  expect(retires.data.deposerContours).toMatchObject({
    refus: null,
    contours: { version: 2, traces: [] },
  });
});

test.each([
  ['CONTOURS_INCONNUS', { traces: [{ code: '999', anneaux: ANNEAUX }] }],
  ['CONTOURS_INCONNUS', { traces: [1, 2].map(() => ({ code: '595', anneaux: ANNEAUX })) }],
  ['CONTOURS_INVALIDES', { traces: [{ code: '595', anneaux: 'bonjour' }] }],
  ['CONTOURS_INVALIDES', { maille: 'COMMUNE' }],
  ['CONTOURS_SANS_SOURCE', { licence: ' ' }],
  ['CONTOURS_TROP_LOURDS', { traces: [{ code: '595', anneaux: '3 50,'.repeat(40_001) }] }],
])('refuse sans rien garder : %s', async (code, precisions) => {
  const { data } = await deposer(depot(precisions));
  expect(data.deposerContours).toMatchObject({ refus: { code } });
});

test('nul autre que celui qui tient les références de l’État n’en dépose', async () => {
  const { errors } = await deposer(depot(), unResponsable('region'));
  expect(errors).toMatchObject([{ extensions: { code: 'ACCES_REFUSE' } }]);
});
