import { readFileSync } from 'node:fs';
import { type Constat, empreinteOf, integriteOf } from '@passerelle/publication';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type UnPartenaire, unPartenaire } from './un-partenaire.js';
import { type Reponse, type UnRegistre, unRegistre } from './un-registre.js';

const PARTENAIRES = ['etat', 'region', 'pole-emploi'] as const;
type Code = (typeof PARTENAIRES)[number];

const schemaDe = (code: Code): string =>
  readFileSync(new URL(`../../${code}/schema.graphql`, import.meta.url), 'utf8');

const REGION = schemaDe('region');
const SANS_PLACES = REGION.replace(
  / {2}"""Places encore libres dans ses sessions ouvertes\."""\n {2}placesRestantes: Int!\n/,
  '',
);
const PLACES = 'query Places { formations(first: 3) { nodes { placesRestantes } } }';
const INSTANCES = 'query Instances { instances(first: 3) { nodes { type } } }';

let registre: UnRegistre;
const maisons = new Map<Code, UnPartenaire>();
const jetons = new Map<string, string>();

const jeton = (code: string): string => jetons.get(code) ?? '';
const maison = (code: Code): UnPartenaire => {
  const found = maisons.get(code);
  if (!found) throw new Error(`${code} has not started`);
  return found;
};

beforeAll(async () => {
  registre = await unRegistre();
  for (const code of PARTENAIRES) {
    maisons.set(code, await unPartenaire(code));
    jetons.set(code, await registre.jeton(code, 'administration'));
  }
  jetons.set('passerelle', await registre.jeton('commun', 'passerelle'));
  for (const code of PARTENAIRES) {
    const { status, corps } = await publier(code, schemaDe(code));
    if (status !== 200) throw new Error(JSON.stringify(corps));
  }
});

afterAll(async () => {
  for (const each of maisons.values()) await each.stop();
  await registre.stop();
});

function publier(code: Code, schema: string): Promise<Reponse> {
  maison(code).servir(schema);
  return registre.appeler(jeton(code), 'POST', '/v1/schemas', {
    canal: 'production',
    schema,
    url: maison(code).url,
  });
}

function publierModule(code: Code, documents: readonly string[]): Promise<Reponse> {
  const js = `export const essai = ${JSON.stringify(documents)};\n`;
  const textes = {
    'module.abcdefgh.js': js,
    'manifest.json': JSON.stringify({
      nom: code,
      partenaire: code,
      version: '0.1.0',
      entree: 'module.abcdefgh.js',
      integrite: { 'module.abcdefgh.js': integriteOf(js) },
    }),
    'documents.json': JSON.stringify(
      Object.fromEntries(documents.map((texte) => [empreinteOf(texte), texte])),
    ),
  };
  return registre.appeler(jeton(code), 'POST', '/v1/modules', {
    canal: 'production',
    fichiers: Object.entries(textes).map(([chemin, texte]) => ({
      chemin,
      contenu: Buffer.from(texte).toString('base64'),
    })),
  });
}

function rapporter(client: string, version: string, document: string, vuLe: Date) {
  return registre.appeler(jeton('passerelle'), 'POST', '/v1/usages', {
    canal: 'production',
    passerelle: 'passerelle-1',
    operations: [
      {
        empreinte: empreinteOf(document),
        document,
        client,
        version,
        nombre: 4,
        vuLe: vuLe.toISOString(),
      },
    ],
  });
}

const refus = ({ corps }: Reponse): Constat[] =>
  corps.rapport.constats.filter(({ gravite }: Constat) => gravite === 'REFUS');

test('une publication par Région qui prend Instance.type est refusée avec sa sortie', async () => {
  const schema = `${REGION}\ntype Instance @key(fields: "id") {\n  id: ID!\n  type: String\n}`;
  const reponse = await publier('region', schema);
  expect(reponse.status).toBe(422);
  expect(reponse.corps).toMatchObject({ publie: false, numero: null, revision: null });
  expect(refus(reponse)).toContainEqual(
    expect.objectContaining({
      code: 'CHAMP_D_AUTRUI',
      coordonnee: 'Instance.type',
      accordDe: 'etat',
      lieu: { ligne: schema.split('\n').lastIndexOf('  type: String') + 1, colonne: 3 },
      remede:
        'Retirez ce champ, ou dites votre propre part sous un autre nom, terminé par « Region ».',
    }),
  );
  const { corps } = await registre.appeler(jeton('etat'), 'GET', '/v1/journal?evenement=REFUS');
  expect(corps.entrees[0]).toMatchObject({ evenement: 'REFUS', editeur: 'region' });
});

test('une adresse hors des hôtes du partenaire est refusée, sans que personne l’appelle', async () => {
  const reponse = await registre.appeler(jeton('region'), 'POST', '/v1/schemas', {
    canal: 'production',
    schema: REGION.replace('type Query {', 'type Query {\n  "Essai."\n  essaiRegion: Int'),
    url: 'http://ailleurs.invalid/graphql',
  });
  expect(reponse.status).toBe(422);
  expect(refus(reponse)).toContainEqual(
    expect.objectContaining({
      code: 'ADRESSE_HORS_DES_HOTES',
      famille: 'adresse',
      remede: expect.stringContaining('127.0.0.1, localhost'),
    }),
  );
});

test('un champ retiré est refusé parce que le module État l’a demandé hier, puis accepté quand ce module est remplacé', async () => {
  const module = await publierModule('etat', [PLACES]);
  expect(module.corps).toMatchObject({ publie: true, revision: 1 });
  const hier = new Date(Date.now() - 86_400_000);
  expect((await rapporter('module-etat', '1', PLACES, hier)).status).toBe(204);

  const refuse = await publier('region', SANS_PLACES);
  expect(refuse.status).toBe(422);
  expect(refus(refuse)).toMatchObject([
    { code: 'CHAMP_RETIRE', coordonnee: 'Formation.placesRestantes', accordDe: 'etat' },
  ]);
  expect(refus(refuse)[0]?.usages).toMatchObject([
    { genre: 'MODULE', client: 'module-etat', version: '1', operation: 'Places' },
    { genre: 'CLIENT', client: 'module-etat', version: '1', vuLe: hier.toISOString() },
  ]);

  const remplace = await publierModule('etat', [INSTANCES]);
  expect(remplace.corps).toMatchObject({ publie: true, revision: 2 });
  const accepte = await publier('region', SANS_PLACES);
  expect(refus(accepte)).toEqual([]);
  expect(accepte.corps).toMatchObject({ publie: true, revision: 2 });
});

test('un module qui demanderait le champ retiré est refusé à son tour', async () => {
  expect(refus(await publierModule('etat', [PLACES]))).toMatchObject([
    { code: 'DOCUMENT_INVALIDE', fichier: 'documents.json' },
  ]);
});

describe('les usages', () => {
  test('ne se rapportent que par une passerelle, et ne se lisent que chez soi', async () => {
    const rapport = { canal: 'production', passerelle: 'p', operations: [] };
    const usurpe = await registre.appeler(jeton('region'), 'POST', '/v1/usages', rapport);
    expect([usurpe.status, usurpe.corps.erreur.code]).toEqual([403, 'DROIT_INSUFFISANT']);
    await rapporter('integrateur:tableau', '-', INSTANCES, new Date());

    const lire = (editeur: string, qui: string) =>
      registre.appeler(jeton(qui), 'GET', `/v1/usages?canal=production&editeur=${editeur}`);
    expect((await lire('etat', 'region')).status).toBe(403);
    const { corps } = await lire('etat', 'etat');
    expect(corps.champs).toContainEqual(
      expect.objectContaining({
        coordonnee: 'Instance.type',
        clients: [{ client: 'integrateur:tableau', version: '-' }],
        nombre: 4,
      }),
    );
    expect((await lire('pole-emploi', 'pole-emploi')).corps).toEqual({
      operations: [],
      champs: [],
    });
  });
});

describe('la carte de responsabilité', () => {
  const APPRENTISSAGES = SANS_PLACES.replace(
    'type Query {',
    'type Query {\n  """Nombre d’apprentis de la région."""\n  apprentissages: Int',
  );
  const enVigueur = async () => (await registre.appeler(jeton('region'), 'GET', '/v1/carte')).corps;
  const demander = (qui: string, proposition: unknown, reste: object = {}) =>
    registre.appeler(qui, 'POST', '/v1/carte/demandes', {
      proposition,
      motif: 'les apprentissages sont à la Région',
      ...reste,
    });
  const decider = (qui: string, id: string, decision = 'ACCORD') =>
    registre.appeler(qui, 'POST', `/v1/carte/demandes/${id}/accords`, { decision });
  const agent = (partenaire: Code, sujet: string, role: 'administrateur' | 'conseiller') =>
    registre.jetonInterne({
      sujet,
      nature: 'agent',
      fonction: role,
      organisation: partenaire,
      partenaire,
      roles: [role],
      scopes: [],
      territoire: null,
      finalite: null,
      amr: ['pwd', 'mfa'],
    });

  test('attribue un champ racine quand les trois sont d’accord, et la publication passe', async () => {
    expect(refus(await publier('region', APPRENTISSAGES))).toMatchObject([
      { code: 'RACINE_NON_ATTRIBUEE', coordonnee: 'Query.apprentissages' },
    ]);
    const carte = await enVigueur();
    carte.carte.racines['Query.apprentissages'] = 'region';
    const demande = await demander(jeton('region'), carte);
    expect(demande.corps).toMatchObject({ statut: 'EN_ATTENTE', editeur: 'region' });
    const { id } = demande.corps;

    // A counsellor reads the requests and agrees to none; the deputy, who is no administrator, may.
    const conseiller = await agent('etat', 'demo-etat.conseiller', 'conseiller');
    const liste = await registre.appeler(conseiller, 'GET', '/v1/carte/demandes');
    expect(liste.corps.demandes).toHaveLength(1);
    expect((await decider(conseiller, id)).status).toBe(403);
    const suppleant = await agent('etat', 'demo-etat.chef-de-projet', 'conseiller');
    expect((await decider(suppleant, id)).corps.statut).toBe('EN_ATTENTE');
    expect((await decider(jeton('pole-emploi'), id)).corps).toMatchObject({
      statut: 'APPLIQUEE',
      revision: 2,
    });
    expect((await enVigueur()).revision).toBe(2);
    const publie = await publier('region', APPRENTISSAGES);
    expect(refus(publie)).toEqual([]);
    expect(publie.status).toBe(200);
  });

  test('ne prend pas à l’État ce qu’il sert : la demande est refusée avec ses constats', async () => {
    const carte = await enVigueur();
    carte.carte.types.Instance.partenaire = 'region';
    const { status, corps } = await demander(jeton('region'), carte);
    expect([status, corps.erreur.code]).toEqual([422, 'CARTE_IMPUBLIABLE']);
    expect(corps.rapport.constats[0]).toMatchObject({ gravite: 'REFUS', accordDe: 'etat' });
  });

  test('change en urgence avec la signature du titulaire et du suppléant, au journal', async () => {
    const carte = await enVigueur();
    carte.hotes.region = [...carte.hotes.region, 'secours.exemple.fr'];
    const titulaire = await agent('region', 'demo-region.administrateur', 'administrateur');
    const suppleant = await agent('region', 'demo-region.charge-de-mission', 'conseiller');
    const demande = await demander(titulaire, carte, { urgence: true });
    expect(demande.corps).toMatchObject({ statut: 'EN_ATTENTE', urgence: true });
    const { id } = demande.corps;
    expect((await decider(titulaire, id)).corps.erreur.code).toBe('URGENCE_A_DEUX');
    expect((await decider(suppleant, id)).corps).toMatchObject({ statut: 'APPLIQUEE' });
    expect((await enVigueur()).hotes.region).toContain('secours.exemple.fr');
    const { corps } = await registre.appeler(
      jeton('pole-emploi'),
      'GET',
      '/v1/journal?evenement=CARTE_URGENCE',
    );
    expect(corps.entrees).toMatchObject([
      { editeur: 'region', par: `agent demo-region.charge-de-mission` },
    ]);
  });

  test('refuse ce qui n’est pas une carte, en disant où', async () => {
    const { status, corps } = await demander(jeton('region'), { carte: {} });
    expect([status, corps.erreur.code]).toEqual([400, 'DEMANDE_INVALIDE']);
    expect(corps.erreur.message).toContain('carte.partenaires');
  });
});
