import { empreinteOf } from '@passerelle/publication';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

const LECTURE = 'query Lire($code: ID!) { engagement(code: $code) { code libelle } }';
const ACTE =
  'mutation Agir { modifierContributionRegion(code: "E01", avancement: 3) { contribution { id } } }';
const ID = empreinteOf(LECTURE);
const documents = [LECTURE, ACTE].map((texte) => ({
  empreinte: empreinteOf(texte),
  partenaire: 'region',
  texte,
}));

let parts: SousGrapheDeTest[];
let passerelle: PasserelleDeTest;

beforeEach(async () => {
  parts = await Promise.all(['etat', 'region', 'pole-emploi'].map(unSousGraphe));
  passerelle = await unePasserelle(parts, { documents });
});

afterEach(async () => {
  await passerelle.arreter();
  await Promise.all(parts.map((s) => s.arreter()));
});

interface Reponse {
  statut: number;
  corps: {
    data?: unknown;
    errors?: { message: string; extensions: { code: string } }[];
  };
}

async function poster(corps: object): Promise<Reponse> {
  const response = await passerelle.envoyer({
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: passerelle.adresse,
      cookie: await passerelle.cookieDe('agent-region'),
    },
    body: JSON.stringify(corps),
  });
  return { statut: response.status, corps: JSON.parse(await response.text()) };
}

async function lire(
  parametres: Record<string, string>,
  entetes: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
): Promise<Reponse> {
  const response = await fetch(
    `${passerelle.adresse}/graphql?${new URLSearchParams(parametres).toString()}`,
    {
      headers: {
        accept: 'application/json',
        cookie: await passerelle.cookieDe('agent-region'),
        ...entetes,
      },
    },
  );
  return { statut: response.status, corps: JSON.parse(await response.text()) };
}

const code = ({ corps }: Reponse): string | undefined => corps.errors?.[0]?.extensions.code;
const ATTENDU = { data: { engagement: { code: 'E01', libelle: 'Engagement E01 selon etat' } } };

describe('documents publiés', () => {
  it('une opération se demande par son empreinte', async () => {
    const reponse = await poster({ documentId: ID, variables: { code: 'E01' } });
    expect(reponse).toMatchObject({ statut: 200, corps: ATTENDU });
  });

  it('une empreinte inconnue est un refus, et le texte qui l’accompagne passe', async () => {
    const documentId = empreinteOf('autre');
    const refus = await poster({ documentId, variables: { code: 'E01' } });
    expect(refus.statut).toBe(404);
    expect(refus.corps.errors).toMatchObject([
      { extensions: { code: 'DOCUMENT_INCONNU', documentId } },
    ]);
    expect(refus.corps.errors?.[0]?.message).toContain('envoyez le texte');
    const suite = await poster({ documentId, query: LECTURE, variables: { code: 'E01' } });
    expect(suite).toMatchObject({ statut: 200, corps: ATTENDU });
  });

  it('reste connue des pages ouvertes avant la publication qui la retire', async () => {
    await passerelle.publier(parts, 2, []);
    expect(await poster({ documentId: ID, variables: { code: 'E01' } })).toMatchObject({
      statut: 200,
      corps: ATTENDU,
    });
  });

  it('une lecture se demande aussi par GET, un acte jamais', async () => {
    const variables = JSON.stringify({ code: 'E01' });
    expect(await lire({ documentId: ID, variables })).toMatchObject({
      statut: 200,
      corps: ATTENDU,
    });
    expect(code(await lire({ documentId: empreinteOf(ACTE) }))).toBe('METHODE_REFUSEE');
    expect(parts[1]?.avancement('E01')).toBe(10);
    expect(code(await lire({ query: LECTURE, variables }))).toBe('METHODE_REFUSEE');
  });

  it('par GET, les mêmes gardes que par POST', async () => {
    const autreSite = await lire({ documentId: ID }, { 'sec-fetch-site': 'cross-site' });
    expect(code(autreSite)).toBe('ORIGINE_REFUSEE');
    const sansOrigine = await lire({ documentId: ID }, {});
    expect(code(sansOrigine)).toBe('ORIGINE_REFUSEE');
    expect(code(await lire({ documentId: ID, variables: '{' }))).toBe('JSON_INVALIDE');
    const profond = `${'['.repeat(40)}${']'.repeat(40)}`;
    expect(code(await lire({ documentId: ID, variables: profond }))).toBe('JSON_TROP_PROFOND');
    expect(code(await lire({ documentId: ID, variables: '[]' }))).toBe('PARAMETRES_INVALIDES');
    const anonyme = await lire({ documentId: ID }, { cookie: '', 'sec-fetch-site': 'same-origin' });
    expect(code(anonyme)).toBe('NON_AUTHENTIFIE');
  });
});
