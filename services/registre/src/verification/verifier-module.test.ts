import { readFileSync } from 'node:fs';
import { empreinteOf, rapportSchema } from '@passerelle/publication';
import { describe, expect, test } from 'vitest';
import { EMPLACEMENTS_CONNUS } from './module/place-au-portail.js';
import { desDeps, unCanal, unManifeste, unModule } from './un-canal.suite.js';
import { desPartages, unLot } from './un-lot.suite.js';
import { verifierModule } from './verifier-module.js';

const PARTAGES = {
  revision: 1,
  manifeste: { imports: { react: 'react.js', urql: 'urql.js' }, css: [] },
};

const verifier = (lot: ReturnType<typeof unLot>, vivant = unCanal({ partages: PARTAGES })) =>
  verifierModule(desDeps(), vivant, lot);

async function codes(lot: ReturnType<typeof unLot>, vivant?: ReturnType<typeof unCanal>) {
  const { constats } = await verifier(lot, vivant);
  return constats.map(({ code, gravite }) => `${gravite} ${code}`);
}

/** Random enough for gzip to find nothing in it. */
function duBruit(octets: number): string {
  let graine = 42;
  let texte = '';
  while (texte.length < octets) {
    graine = (graine * 1_103_515_245 + 12_345) % 2_147_483_648;
    texte += graine.toString(36);
  }
  return texte;
}

test('laisse passer un module comme la construction l’écrit', async () => {
  const document = 'query Liste { formations(first: 3) { nodes { intitule } } }';
  const rapport = await verifier(
    unLot({
      manifeste: { requires: ['react'] },
      fichiers: { 'module.abcdefgh.js': 'import "react"; export const a = 1;' },
      documents: [document],
    }),
  );
  expect(rapport.constats).toEqual([]);
  expect(rapport).toMatchObject({
    accepte: true,
    genre: 'module',
    documents: [{ empreinte: empreinteOf(document), texte: document }],
    manifeste: { nom: 'region', entree: 'module.abcdefgh.js', requires: ['react'] },
  });
  const { manifeste: _, documents: __, ...publie } = rapport;
  expect(rapportSchema.parse(publie)).toEqual(publie);
});

describe('l’intégrité', () => {
  test('refuse un fichier retouché après la construction', async () => {
    const lot = unLot();
    const retouche = lot.fichiers.map((fichier) =>
      fichier.chemin.endsWith('.js')
        ? { ...fichier, contenu: new TextEncoder().encode('export const a = 2;') }
        : fichier,
    );
    const rapport = await verifier({ ...lot, fichiers: retouche });
    expect(rapport.constats).toMatchObject([
      { code: 'LOT_ALTERE', gravite: 'REFUS', fichier: 'module.abcdefgh.js' },
    ]);
    expect(rapport.manifeste).toBeNull();
  });

  test('refuse un fichier ajouté, un fichier retiré', async () => {
    const lot = unLot();
    const ajoute = { chemin: 'autre.js', contenu: new TextEncoder().encode('export {}') };
    expect(await codes({ ...lot, fichiers: [...lot.fichiers, ajoute] })).toEqual([
      'REFUS LOT_ALTERE',
    ]);
    const sans = lot.fichiers.filter(({ chemin }) => !chemin.endsWith('.js'));
    expect(await codes({ ...lot, fichiers: sans })).toEqual([
      'REFUS ENTREE_ABSENTE',
      'REFUS LOT_ALTERE',
    ]);
  });

  test('refuse des chemins qui sortent du lot, qui se cachent ou se répètent', async () => {
    const contenu = new Uint8Array();
    for (const chemin of ['../a.js', '/a.js', '.env.js', 'a/../b.js', 'a b.js', 'a']) {
      const lot = unLot();
      expect(await codes({ ...lot, fichiers: [...lot.fichiers, { chemin, contenu }] })).toEqual([
        'REFUS CHEMIN_REFUSE',
      ]);
    }
    const lot = unLot();
    expect(
      await codes({ ...lot, fichiers: [...lot.fichiers, ...lot.fichiers.slice(0, 1)] }),
    ).toEqual(['REFUS CHEMIN_EN_DOUBLE']);
  });

  test('refuse un manifeste absent ou illisible', async () => {
    const lot = unLot();
    const sans = lot.fichiers.filter(({ chemin }) => chemin !== 'manifest.json');
    expect(await codes({ ...lot, fichiers: sans })).toEqual(['REFUS MANIFESTE_ABSENT']);
    for (const texte of ['{', '[]', '{"nom":"region"}', '{"nom":"region","entree":3}']) {
      const faux = { chemin: 'manifest.json', contenu: new TextEncoder().encode(texte) };
      expect(await codes({ ...lot, fichiers: [...sans, faux] })).toEqual([
        'REFUS MANIFESTE_ILLISIBLE',
      ]);
    }
  });

  test('refuse plus de fichiers ou d’octets qu’un lot n’en tient', async () => {
    const contenu = new Uint8Array();
    const nombreux = Array.from({ length: 401 }, (_, i) => ({ chemin: `a${i}.txt`, contenu }));
    expect(await codes({ ...unLot(), fichiers: nombreux })).toEqual(['REFUS LOT_TROP_GRAND']);
    const gros = { chemin: 'a.png', contenu: new Uint8Array(4 * 1024 * 1024 + 1) };
    expect(await codes({ ...unLot(), fichiers: [gros] })).toEqual(['REFUS LOT_TROP_GRAND']);
    const navigation = [{ chemin: '/formations', libelle: 'x'.repeat(65_536) }];
    expect(await codes(unLot({ manifeste: { navigation } }))).toEqual(['REFUS LOT_TROP_GRAND']);
    const documents = Array.from({ length: 5 }, (_, i) => `{ a${i} ${' '.repeat(60_000)} }`);
    expect(await codes(unLot({ documents }))).toEqual(['REFUS LOT_TROP_GRAND']);
  });
});

describe('le nom', () => {
  test('d’un autre partenaire est refusé', async () => {
    expect(await codes({ ...unLot({ editeur: 'etat' }), editeur: 'region' })).toContain(
      'REFUS MODULE_D_AUTRUI',
    );
    expect(await codes(unLot({ manifeste: { partenaire: 'etat' } }))).toEqual([
      'REFUS MODULE_D_AUTRUI',
    ]);
  });

  test('des lots communs est à la plateforme seule', async () => {
    const partages = desPartages(['react', 'urql']);
    expect(await codes(partages)).toEqual([]);
    expect(await codes({ ...partages, editeur: 'region' })).toEqual(['REFUS MODULE_D_AUTRUI']);
    expect(await codes({ ...unLot(), lot: 'coquille' })).toContain('REFUS MODULE_D_AUTRUI');
    expect(await codes(unLot({ editeur: 'commun' }))).toContain('REFUS MODULE_D_AUTRUI');
  });
});

describe('le budget', () => {
  test('avertit d’une entrée proche du poids permis, refuse au-delà', async () => {
    const entree = (octets: number) =>
      unLot({ fichiers: { 'module.abcdefgh.js': `export const a = "${duBruit(octets)}";` } });
    expect(await codes(entree(30_000))).toEqual([]);
    expect(await codes(entree(70_000))).toEqual(['AVERTISSEMENT BUDGET_PROCHE']);
    expect(await codes(entree(100_000))).toEqual(['REFUS BUDGET_DEPASSE']);
  });

  test('refuse l’ensemble trop lourd, trop de fichiers, des images trop lourdes', async () => {
    const morceaux = (nombre: number, octets: number) =>
      unLot({
        fichiers: Object.fromEntries(
          Array.from({ length: nombre }, (_, i) => [
            `m${i}.abcdefgh.js`,
            `export const a = "${i}${duBruit(octets)}";`,
          ]),
        ),
      });
    expect(await codes(morceaux(8, 50_000))).toEqual(['REFUS BUDGET_DEPASSE']);
    expect(await codes(morceaux(40, 10))).toEqual(['REFUS BUDGET_DEPASSE']);
    expect(await codes(unLot({ fichiers: { 'a.png': new Uint8Array(400_000) } }))).toEqual([
      'REFUS BUDGET_DEPASSE',
    ]);
  });

  test('refuse sans le lire un code démesuré, même s’il se compresse bien', async () => {
    const lot = unLot({
      fichiers: { 'module.abcdefgh.js': `//${' '.repeat(2_000_000)}\neval("1")` },
    });
    expect(await codes(lot)).toEqual(['REFUS BUDGET_DEPASSE']);
  });
});

describe('ce que la page partage', () => {
  test('doit donner tout ce que le module demande', async () => {
    const rapport = await verifier(unLot({ manifeste: { requires: ['react', 'lodash'] } }));
    expect(rapport.constats).toMatchObject([{ code: 'PARTAGE_MANQUANT', gravite: 'REFUS' }]);
    expect(rapport.constats[0]?.message).toContain('« lodash »');
    expect(rapport.constats[0]?.remede).toContain('react, urql');
  });

  test('n’est pas encore publié : le module attend, avec un avertissement', async () => {
    const lot = unLot({ manifeste: { requires: ['react'] } });
    expect(await codes(lot, unCanal())).toEqual(['AVERTISSEMENT PARTAGE_MANQUANT']);
  });

  test('ne perd rien dont un module en service ait besoin, la coquille comprise', async () => {
    const vivant = unCanal({
      modules: [
        unModule('etat', { revision: 3, manifeste: unManifeste('etat', { requires: ['urql'] }) }),
        unModule('commun', { manifeste: unManifeste('coquille', { requires: ['react'] }) }),
      ],
    });
    expect(await codes(desPartages(['react', 'urql']), vivant)).toEqual([]);
    const rapport = await verifier(desPartages(['react']), vivant);
    expect(rapport.constats).toMatchObject([
      { code: 'PARTAGE_RETIRE', gravite: 'REFUS', accordDe: 'etat' },
    ]);
  });
});

describe('les adresses des pages', () => {
  const avec = (chemin: string, reste: object = {}) =>
    unLot({ manifeste: { routes: [{ chemin }], navigation: [], ...reste } });
  const vivant = unCanal({
    partages: PARTAGES,
    modules: [
      unModule('etat', { manifeste: unManifeste('etat', { routes: [{ chemin: '/instances' }] }) }),
      unModule('region', {
        manifeste: unManifeste('region', { routes: [{ chemin: '/formations' }] }),
      }),
      unModule('commun', {
        manifeste: unManifeste('coquille', { routes: [{ chemin: '/lundi' }] }),
      }),
    ],
  });

  test.each([
    ['/instances', 'REFUS ROUTE_D_AUTRUI'],
    ['/instances/bilan', 'REFUS ROUTE_D_AUTRUI'],
    ['/lundi', 'REFUS ROUTE_D_AUTRUI'],
    ['/protocole/region', 'REFUS ROUTE_D_AUTRUI'],
    ['/graphql', 'REFUS ROUTE_D_AUTRUI'],
    ['/', 'REFUS ROUTE_MAL_FORMEE'],
    ['/Formations', 'REFUS ROUTE_MAL_FORMEE'],
    ['//ailleurs.fr', 'REFUS ROUTE_MAL_FORMEE'],
    ['/formations/../aide', 'REFUS ROUTE_MAL_FORMEE'],
  ])('« %s » : %s', async (chemin, attendu) => {
    expect(await codes(avec(chemin), vivant)).toEqual([attendu]);
  });

  test('les siennes, et ce qui ne fait que leur ressembler, passent', async () => {
    expect(await codes(avec('/formations'), vivant)).toEqual([]);
    expect(await codes(avec('/instances-regionales'), vivant)).toEqual([]);
  });

  test('la navigation mène chez soi', async () => {
    const menant = (chemin: string) => avec('/formations', { navigation: [{ chemin }] });
    expect(await codes(menant('/formations?secteur=BTP'), vivant)).toEqual([]);
    expect(await codes(menant('/instances'), vivant)).toEqual(['REFUS NAVIGATION_HORS_ROUTE']);
    expect(await codes(menant('https://ailleurs.fr'), vivant)).toEqual([
      'REFUS NAVIGATION_HORS_ROUTE',
    ]);
  });

  test('un emplacement que personne ne montre avertit', async () => {
    expect(await codes(unLot({ manifeste: { emplacements: ['acceuil.attente'] } }))).toEqual([
      'AVERTISSEMENT EMPLACEMENT_INCONNU',
    ]);
  });

  test('les emplacements connus sont ceux des pages', () => {
    const source = readFileSync(
      new URL('../../../../packages/portal-kit/src/modules/emplacement.tsx', import.meta.url),
      'utf8',
    );
    const bloc = /interface ProprietesEmplacements \{(.*?)\n\}/s.exec(source)?.[1] ?? '';
    const noms = [...bloc.matchAll(/'([^']+)':/g)].map(([, nom]) => nom);
    expect(new Set(noms)).toEqual(new Set(EMPLACEMENTS_CONNUS));
  });
});

describe('les demandes que le module envoie par leur empreinte', () => {
  test('doivent être répondues par le graphe du canal', async () => {
    const rapport = await verifier(
      unLot({ documents: ['query Perdue { formations { nodes { inconnu } } }'] }),
    );
    expect(rapport.constats).toMatchObject([
      { code: 'DOCUMENT_INVALIDE', gravite: 'REFUS', fichier: 'documents.json' },
    ]);
    expect(rapport.constats[0]?.message).toContain('« Perdue »');
    expect(rapport.documents).toEqual([]);
  });

  test('doivent avoir leur empreinte', async () => {
    const lot = unLot({ documents: ['query A { enjeux { numero } }'] });
    const fichiers = lot.fichiers.map((fichier) =>
      fichier.chemin === 'documents.json'
        ? {
            ...fichier,
            contenu: new TextEncoder().encode(
              new TextDecoder().decode(fichier.contenu).replace('numero', 'libelle'),
            ),
          }
        : fichier,
    );
    expect(await codes({ ...lot, fichiers })).toEqual(['REFUS DOCUMENT_ALTERE']);
  });

  test('ne sont pas des centaines', async () => {
    const documents = Array.from({ length: 501 }, (_, i) => `{ enjeu(numero: ${i}) { libelle } }`);
    expect(await codes(unLot({ documents }))).toEqual(['REFUS LOT_TROP_GRAND']);
  });

  test('avertissent de ce qui est annoncé pour partir', async () => {
    const vivant = unCanal({ partages: PARTAGES });
    const [etat, region, ...reste] = vivant.sousGraphes;
    if (etat === undefined || region === undefined) throw new Error('two services expected');
    const schema = region.schema.replace(
      'intitule: String!\n',
      'intitule: String! @deprecated(reason: "retrait le 2026-09-01")\n',
    );
    expect(
      await codes(unLot({ documents: ['query A { formations { nodes { intitule } } }'] }), {
        ...vivant,
        sousGraphes: [etat, { ...region, schema }, ...reste],
      }),
    ).toEqual(['AVERTISSEMENT DOCUMENT_DEPRECIE']);
  });

  test('attendent un graphe pour être vérifiées', async () => {
    const vide = unCanal({ numero: 0, sousGraphes: [], partages: PARTAGES });
    expect(await codes(unLot({ documents: ['{ enjeux { numero } }'] }), vide)).toEqual([
      'AVERTISSEMENT DOCUMENTS_NON_VERIFIES',
    ]);
  });

  test.each([
    ['imbriquée sans fin', '{ a '.repeat(10_000)],
    ['qui n’en est pas une', 'select * from formation'],
    ['qui tourne en rond', 'query A { ...B } fragment B on Query { ...B }'],
  ])('refusent sans tomber une demande %s', async (_, document) => {
    expect(new Set(await codes(unLot({ documents: [document] })))).toEqual(
      new Set(['REFUS DOCUMENT_INVALIDE']),
    );
  });
});
