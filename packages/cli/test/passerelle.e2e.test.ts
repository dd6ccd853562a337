import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unRapport, unRapportRefuse, unResultat } from './support/exemples.js';
import { type FauxRegistre, unFauxRegistre } from './support/faux-registre.js';
import { type Fin, lancer } from './support/lancer.js';

const SECRET = 'psr_1_secret';
let registre: FauxRegistre;
let dossier: string;

beforeEach(async () => {
  registre = await unFauxRegistre();
  registre.quand('GET /v1/etat', { corps: unEtat() });
  dossier = await mkdtemp(join(tmpdir(), 'passerelle-cli-'));
  await writeFile(join(dossier, 'schema.graphql'), 'type Query { a: Int }\n');
  await mkdir(join(dossier, 'dist', 'a'), { recursive: true });
  for (const [nom, contenu] of Object.entries({
    'manifest.json': '{}',
    'manifest.json.br': 'x',
    'module.abc.js': 'export {}',
    'module.abc.js.gz': 'x',
    'a/style.css': 'a{}',
    '.cache': 'x',
  })) {
    await writeFile(join(dossier, 'dist', nom), contenu);
  }
});
afterEach(async () => {
  await registre.arreter();
  await rm(dossier, { recursive: true, force: true });
});

const passerelle = (...mots: string[]): Promise<Fin> =>
  lancer(mots, {
    dossier,
    env: { PASSERELLE_REGISTRE: registre.adresse, PASSERELLE_JETON: SECRET },
  });

describe('verifier', () => {
  test('accepté : sort 0, le jeton part en en-tête et le schéma tel qu’il est', async () => {
    registre.quand('POST /v1/verifications/schema', { corps: unRapport() });
    const fin = await passerelle('verifier', 'schema', 'schema.graphql', '--url', 'https://r.fr/g');
    expect(fin).toMatchObject({ sortie: 0, stderr: '' });
    expect(fin.stdout).toContain('comparé à la publication 41 de production');
    expect(fin.stdout).toContain('Accepté, rien à redire.');
    expect(registre.demandes).toMatchObject([
      {
        jeton: `Bearer ${SECRET}`,
        corps: { canal: 'production', schema: 'type Query { a: Int }\n', url: 'https://r.fr/g' },
      },
    ]);
  });

  test('refusé : sort 1 ; le tableau dit le code, le lieu, qui serait rompu et comment passer', async () => {
    registre.quand('POST /v1/verifications/schema', { corps: unRapportRefuse() });
    const { sortie, stdout } = await passerelle('verifier', 'schema', 'schema.graphql');
    expect(sortie).toBe(1);
    for (const texte of [
      'REFUS',
      'TYPE_D_UN_AUTRE',
      'Instance.type',
      'schema.graphql:31:1',
      'module-etat 12, FicheInstance, vu le 21/11/2026 09:30',
      'Accord nécessaire : etat.',
      'Pour passer : Contribuez instanceRegion',
      'Le champ niveau apparaît.',
      'Refusé : 1 refus, 1 avertissement. Rien n’a changé.',
    ]) {
      expect(stdout).toContain(texte);
    }
    // Told once, as a finding.
    expect(stdout).not.toContain('Le champ duree apparaît.');
    expect(stdout.indexOf('TYPE_D_UN_AUTRE')).toBeLessThan(stdout.indexOf('LINT_DESCRIPTION'));
    expect(Math.max(...stdout.split('\n').map((ligne) => ligne.length))).toBeLessThanOrEqual(100);
  });

  test('ce qui est chez un autre tient en une ligne, sauf ce qui arrête la publication', async () => {
    const [sien, refus] = unRapportRefuse().constats;
    if (!sien || !refus) throw new Error('no finding');
    const ailleurs = [
      { ...sien, code: 'CHEZ_ETAT', coordonnee: 'Seance.duree', chez: 'etat' },
      { ...sien, code: 'CHEZ_POLE', coordonnee: 'Tension.duree', chez: 'pole-emploi' },
      { ...refus, code: 'ARRETE_ICI', coordonnee: 'Seance.lieu', chez: 'etat' },
    ];
    registre.quand('POST /v1/verifications/schema', {
      corps: unRapport({ accepte: false, constats: [...ailleurs, sien] }),
    });
    const { stdout } = await passerelle('verifier', 'schema', 'schema.graphql');
    expect(stdout).toContain('Et 2 constats chez etat, pole-emploi, à lire avec --json.');
    expect(stdout).not.toContain('CHEZ_');
    expect(stdout).toContain('ARRETE_ICI');
    expect(stdout).toContain('Refusé : 1 refus, 1 avertissement.');
  });

  test('--json écrit la réponse du registre, octet pour octet', async () => {
    const texte = JSON.stringify(unRapportRefuse(), null, 1);
    registre.quand('POST /v1/verifications/module', { corps: texte });
    const { sortie, stdout } = await passerelle('verifier', 'module', 'dist', '--json');
    expect(sortie).toBe(1);
    expect(stdout).toBe(`${texte}\n`);
  });

  test('un SDL mal écrit est dit avec sa ligne, sans rien demander au registre', async () => {
    await writeFile(join(dossier, 'schema.graphql'), 'type Query {\n  a Int\n}\n');
    const { sortie, stderr } = await passerelle('verifier', 'schema', 'schema.graphql');
    expect(sortie).toBe(2);
    expect(stderr).toContain('SCHEMA_ILLISIBLE : schema.graphql:2:5');
    expect(registre.demandes).toEqual([]);
  });
});

describe('publier', () => {
  test('envoie les fichiers construits, sans copies compressées ni fichiers cachés', async () => {
    registre.quand('POST /v1/modules', { corps: unResultat() });
    const { sortie, stdout } = await passerelle(
      'publier',
      'module',
      'dist',
      '--canal',
      'recette',
      '--canari-roles',
      'administrateur,conseiller',
      '--commit',
      'abc123',
    );
    expect(sortie).toBe(0);
    expect(stdout).toBe(
      'Publié en canari (administrateur, conseiller) : révision 7, publication 42 de production.\n',
    );
    expect(registre.demandes[0]?.corps).toEqual({
      canal: 'recette',
      lot: 'module',
      cible: { roles: ['administrateur', 'conseiller'], organisations: [] },
      commit: 'abc123',
      fichiers: [
        { chemin: 'a/style.css', contenu: Buffer.from('a{}').toString('base64') },
        { chemin: 'manifest.json', contenu: Buffer.from('{}').toString('base64') },
        { chemin: 'module.abc.js', contenu: Buffer.from('export {}').toString('base64') },
      ],
    });
  });

  test('le commit vient de la CI ; sans elle ni git, il n’est pas inventé', async () => {
    registre.quand('POST /v1/schemas', { corps: unResultat() });
    await passerelle('publier', 'schema', 'schema.graphql');
    await lancer(['publier', 'schema', 'schema.graphql'], {
      dossier,
      env: {
        PASSERELLE_REGISTRE: registre.adresse,
        PASSERELLE_JETON: SECRET,
        CI_COMMIT_SHA: 'f00d',
      },
    });
    expect(registre.demandes.map(({ corps }) => corps['commit'])).toEqual([undefined, 'f00d']);
  });

  test('une réponse 422 avec son rapport sort 1', async () => {
    registre.quand('POST /v1/schemas', {
      statut: 422,
      corps: unResultat({
        publie: false,
        numero: null,
        revision: null,
        empreinte: null,
        rapport: unRapportRefuse(),
      }),
    });
    const { sortie, stdout } = await passerelle('publier', 'schema', 'schema.graphql');
    expect(sortie).toBe(1);
    expect(stdout).toContain('TYPE_D_UN_AUTRE');
    expect(registre.demandes).toHaveLength(1);
  });

  test('une seconde publication identique est dite inchangée et sort 0', async () => {
    registre.quand('POST /v1/schemas', { corps: unResultat({ publie: false, inchange: true }) });
    const { sortie, stdout } = await passerelle('publier', 'schema', 'schema.graphql');
    expect(sortie).toBe(0);
    expect(stdout).toContain('Inchangé : révision 7, publication 42');
  });

  test('un registre qui redémarre est redemandé ; la publication passe', async () => {
    let essais = 0;
    registre.quand('POST /v1/schemas', () => {
      essais += 1;
      return essais < 3 ? { statut: 503, corps: 'indisponible' } : { corps: unResultat() };
    });
    expect((await passerelle('publier', 'schema', 'schema.graphql')).sortie).toBe(0);
    expect(essais).toBe(3);
  });

  test('--attendre redemande jusqu’à ce que toutes les passerelles servent', async () => {
    registre.quand('POST /v1/schemas', { corps: unResultat() });
    let tours = 0;
    registre.quand('GET /v1/publications/production/42/acquittements', () => {
      tours += 1;
      const noms = tours === 1 ? ['p1'] : ['p1', 'p2'];
      return {
        corps: {
          attendues: ['p1', 'p2'],
          recus: noms.map((nom) => unAcquittement(nom, 'SERVIE')),
        },
      };
    });
    const fin = await passerelle('publier', 'schema', 'schema.graphql', '--attendre');
    expect(fin.sortie).toBe(0);
    expect(fin.stderr).toContain('1/2 passerelles ont répondu, attente de p2');
    expect(fin.stdout).toMatch(/p2\s+│\s+sert\s+│\s+en 180 ms/);
  });

  test('une passerelle qui sert déjà une publication plus récente n’est plus attendue', async () => {
    registre.quand('POST /v1/schemas', { corps: unResultat({ numero: 10 }) });
    registre.quand('GET /v1/etat', { corps: unEtat() });
    registre.quand('GET /v1/publications/production/10/acquittements', {
      corps: { attendues: ['p1'], recus: [] },
    });
    const fin = await passerelle('publier', 'schema', 'schema.graphql', '--attendre');
    expect(fin.sortie).toBe(0);
    expect(fin.stdout).toContain('une publication plus récente');
  });

  test('--attendre sort 1 quand une passerelle refuse, et dit laquelle', async () => {
    registre.quand('POST /v1/schemas', { corps: unResultat() });
    registre.quand('GET /v1/publications/production/42/acquittements', {
      corps: { attendues: ['p1'], recus: [unAcquittement('p1', 'REFUSEE')] },
    });
    const fin = await passerelle('publier', 'schema', 'schema.graphql', '--attendre=5');
    expect(fin.sortie).toBe(1);
    expect(fin.stdout).toContain('SIGNATURE_INVALIDE : La signature ne correspond pas.');
  });

  test('--attendre sort 1 quand une passerelle ne dit rien dans le délai', async () => {
    registre.quand('POST /v1/schemas', { corps: unResultat() });
    registre.quand('GET /v1/publications/production/42/acquittements', {
      corps: { attendues: ['p1'], recus: [] },
    });
    const fin = await passerelle('publier', 'schema', 'schema.graphql', '--attendre=1');
    expect(fin.sortie).toBe(1);
    expect(fin.stdout).toContain('sans réponse');
  });

  test('un dossier qui n’est pas construit est refusé sur place', async () => {
    await rm(join(dossier, 'dist', 'manifest.json'));
    const { sortie, stderr } = await passerelle('publier', 'module', 'dist');
    expect(sortie).toBe(2);
    expect(stderr).toContain('LOT_SANS_MANIFESTE');
    expect(registre.demandes).toEqual([]);
  });
});

describe('promouvoir et revenir', () => {
  test('promouvoir dit au registre d’où vers où', async () => {
    registre.quand('POST /v1/promotions', { corps: unResultat() });
    await passerelle('promouvoir', 'schema', '--commit', 'c');
    await passerelle('promouvoir', 'module', '--canari', '--commit', 'c');
    expect(registre.demandes.map(({ corps }) => corps)).toEqual([
      {
        genre: 'schema',
        lot: 'module',
        canal: 'production',
        quoi: 'recette-production',
        commit: 'c',
      },
      { genre: 'module', lot: 'module', canal: 'production', quoi: 'canari', commit: 'c' },
    ]);
  });

  test('revenir exige un motif, et ne recule jamais deux fois pour une réponse perdue', async () => {
    expect((await passerelle('revenir')).sortie).toBe(2);
    registre.quand('POST /v1/retours', { statut: 503, corps: 'indisponible' });
    const fin = await passerelle('revenir', '--motif', 'panne', '--genre', 'module');
    expect(fin.sortie).toBe(3);
    expect(registre.demandes.map(({ corps }) => corps)).toEqual([
      { canal: 'production', motif: 'panne', genres: ['module'] },
    ]);
  });
});

describe('ce qui se force', () => {
  test('--malgre-tout part avec la demande, et seulement quand il est dit', async () => {
    registre.quand('POST /v1/retours', { corps: unResultat() });
    await passerelle('revenir', '--vers', '7', '--motif', 'panne');
    await passerelle('revenir', '--vers', '7', '--motif', 'panne', '--malgre-tout');
    expect(registre.demandes.map(({ corps }) => corps)).toEqual([
      { canal: 'production', motif: 'panne', vers: 7 },
      { canal: 'production', motif: 'panne', vers: 7, malgreTout: true },
    ]);
  });
});

describe('jeton', () => {
  const jeton = {
    id: 'j1',
    nom: 'CI',
    genre: 'schema',
    editeur: 'region',
    creeLe: '2026-11-22T10:00:00.000Z',
    creePar: 'agent 1',
    expireLe: null,
    dernierUsageLe: null,
    revoqueLe: null,
  };

  test('creer n’écrit que le secret sur la sortie, pour qu’un script le range', async () => {
    registre.quand('POST /v1/jetons', { corps: { ...jeton, secret: 'psr_j1_x' } });
    const fin = await passerelle('jeton', 'creer', '--nom', 'CI', '--genre', 'schema');
    expect(fin.stdout).toBe('psr_j1_x\n');
    expect(fin.stderr).toContain('il ne sera plus montré');
  });

  test('lister montre le dernier usage ; revoquer nomme le jeton', async () => {
    registre.quand('GET /v1/jetons', { corps: { jetons: [jeton] } });
    registre.quand('DELETE /v1/jetons/j1', { corps: { ...jeton, revoqueLe: jeton.creeLe } });
    expect((await passerelle('jeton', 'lister')).stdout).toMatch(/j1.*CI.*schema.*jamais/);
    expect((await passerelle('jeton', 'revoquer', 'j1')).stdout).toBe('Jeton j1 révoqué.\n');
  });
});

describe('etat, journal, graphe', () => {
  test('etat dit ce que sert le canal et quelle passerelle est en alarme', async () => {
    registre.quand('GET /v1/etat', { corps: unEtat() });
    const { sortie, stdout } = await passerelle('etat', '--canal', 'recette');
    expect(sortie).toBe(0);
    expect(registre.demandes[0]?.parametres.get('canal')).toBe('recette');
    for (const texte of [
      'Publication 12 de recette',
      'révision 3',
      'DERIVE le',
      'ALARME SIGNATURE_INVALIDE',
      'canari : révision 5 (1.1.0) pour',
    ]) {
      expect(stdout).toContain(texte);
    }
  });

  test('journal montre qui, quoi, depuis quel commit, et comment lire la suite', async () => {
    registre.quand('GET /v1/journal', {
      corps: {
        entrees: [
          {
            rang: 9,
            le: '2026-11-22T10:00:00.000Z',
            evenement: 'RETOUR',
            canal: 'production',
            editeur: 'region',
            par: 'jeton region-ci',
            commit: 'abcdef0123456789',
            numero: 8,
            resume: 'Retour du module à la révision 3 : erreurs à l’affichage.',
            details: null,
          },
        ],
        suite: 9,
      },
    });
    const { stdout } = await passerelle('journal', '--premiers', '1', '--editeur', 'region');
    expect(Object.fromEntries(registre.demandes[0]?.parametres ?? [])).toEqual({
      premiers: '1',
      editeur: 'region',
    });
    for (const texte of ['RETOUR', 'publication 8', 'abcdef012345', 'Suite : --avant 9']) {
      expect(stdout).toContain(texte);
    }
  });

  test('graphe écrit le schéma des clients dans un fichier', async () => {
    registre.quand('GET /v1/graphe', {
      corps: { numero: 12, apiSdl: 'type Query { a: Int }', supergraphe: null },
    });
    expect((await passerelle('graphe', '--sortie', 'g.graphql')).stdout).toBe('');
    expect(await readFile(join(dossier, 'g.graphql'), 'utf8')).toBe('type Query { a: Int }\n');
    expect((await passerelle('graphe')).stdout).toBe('type Query { a: Int }\n');
  });
});

describe('accès', () => {
  test('un jeton refusé sort 3, avec la phrase et la référence du registre', async () => {
    registre.quand('GET /v1/etat', {
      statut: 401,
      corps: {
        erreur: {
          code: 'JETON_REVOQUE',
          message: 'Ce jeton a été révoqué.',
          remede: 'Demandez-en un autre.',
          reference: 'r-1',
        },
      },
    });
    const fin = await passerelle('etat');
    expect(fin).toEqual({
      sortie: 3,
      stdout: '',
      stderr: 'JETON_REVOQUE : Ce jeton a été révoqué.\nDemandez-en un autre.\nRéférence : r-1\n',
    });
    expect(registre.demandes).toHaveLength(1);
  });

  test('un registre éteint sort 3 ; le jeton n’est écrit nulle part', async () => {
    await registre.arreter();
    const fin = await passerelle('jeton', 'creer', '--nom', 'CI', '--genre', 'schema', '--json');
    expect(fin.sortie).toBe(3);
    expect(JSON.parse(fin.stdout).erreur.code).toBe('REGISTRE_INJOIGNABLE');
    expect(fin.stdout + fin.stderr).not.toContain(SECRET);
  });

  test('une page qui n’est pas celle d’un registre le dit', async () => {
    registre.quand('GET /v1/etat', { corps: '<html></html>' });
    const fin = await passerelle('etat');
    expect(fin.sortie).toBe(3);
    expect(fin.stderr).toContain('REPONSE_INATTENDUE');
  });

  test('le jeton se lit dans un fichier, et n’a pas d’option', async () => {
    await writeFile(join(dossier, 'jeton'), 'psr_2_autre\n');
    registre.quand('GET /v1/etat', { corps: unEtat() });
    await passerelle('etat', '--jeton-fichier', 'jeton');
    expect(registre.demandes[0]?.jeton).toBe('Bearer psr_2_autre');
    const refuse = await passerelle('etat', '--jeton', 'psr_2_autre');
    expect(refuse).toMatchObject({ sortie: 2 });
    expect(refuse.stderr).toContain('L’option « --jeton » n’existe pas ici.');
  });

  test('sans jeton, une phrase dit où le mettre', async () => {
    const fin = await lancer(['etat'], { dossier });
    expect(fin.sortie).toBe(2);
    expect(fin.stderr).toContain('PASSERELLE_JETON');
  });
});

function unAcquittement(passerelleNom: string, statut: 'SERVIE' | 'REFUSEE'): object {
  return {
    canal: 'production',
    numero: 42,
    passerelle: passerelleNom,
    statut,
    dureeMs: 180,
    ...(statut === 'SERVIE'
      ? {}
      : { code: 'SIGNATURE_INVALIDE', message: 'La signature ne correspond pas.' }),
  };
}

function unEtat(): object {
  const le = '2026-11-22T10:00:00.000Z';
  const lot = { revision: 3, version: '1.0.0', publieLe: le };
  return {
    canal: 'recette',
    numero: 12,
    publieeLe: le,
    carte: 1,
    partenaires: [
      {
        partenaire: 'region',
        schema: {
          revision: 3,
          empreinte: `sha256:${'b'.repeat(64)}`,
          url: 'https://region.example/graphql',
          publieLe: le,
          par: 'jeton region-ci',
          commit: null,
          derive: { constateeLe: le, statut: 'DERIVE', message: 'Un autre schéma est servi.' },
        },
        module: { ...lot, par: 'jeton region-ci', commit: 'abc' },
        canari: {
          revision: 5,
          version: '1.1.0',
          publieLe: le,
          cible: { roles: ['administrateur'], organisations: [] },
          montages: 10,
          erreurs: 1,
        },
      },
    ],
    commun: { coquille: lot, partages: null },
    passerelles: [
      {
        passerelle: 'p1',
        numero: 11,
        vueLe: le,
        connectee: true,
        alarme: { code: 'SIGNATURE_INVALIDE', message: 'Refusée.', le },
      },
    ],
  };
}
