import { rapportSchema } from '@passerelle/publication';
import { describe, expect, test } from 'vitest';
import {
  AUJOURDHUI,
  desDeps,
  PARTENAIRES,
  schemaDe,
  unCanal,
  unCandidat,
  unModule,
  unSousGraphe,
} from './un-canal.suite.js';
import { verifierSchema } from './verifier-schema.js';

const REGION = schemaDe('region');
const SANS_PLACES = REGION.replace(
  / {2}"""Places encore libres dans ses sessions ouvertes\."""\n {2}placesRestantes: Int!\n/,
  '',
);
const DEMANDE = 'query Places { formations(first: 3) { nodes { placesRestantes } } }';
const HIER = '2026-03-14T10:20:00.000Z';

const codes = (rapport: { constats: readonly { code: string; gravite: string }[] }): string[] =>
  rapport.constats.map(({ code, gravite }) => `${gravite} ${code}`);

describe('les schémas des trois services', () => {
  test.each(PARTENAIRES)('« %s » passe sans aucun constat', async (partenaire) => {
    const rapport = await verifierSchema(desDeps(), unCanal(), unCandidat(partenaire));
    expect(rapport.constats).toEqual([]);
    expect(rapport).toMatchObject({ accepte: true, genre: 'schema', surPublication: 7 });
    expect(rapport.changements).toEqual([]);
    expect(rapport.supergraphe).toContain('@join__graph');
    const { supergraphe: _, apiSdl: __, ...publie } = rapport;
    expect(rapportSchema.parse(publie)).toEqual(publie);
  });

  test('le premier se publie dans un registre vide, les suivants après lui', async () => {
    const vide = unCanal({ numero: 0, sousGraphes: [] });
    const etat = await verifierSchema(desDeps(), vide, unCandidat('etat'));
    expect(etat.constats).toEqual([]);
    const region = await verifierSchema(desDeps(), vide, unCandidat('region'));
    expect(codes(region)).toContain('REFUS SECOURS_INCONNU');
    const apres = unCanal({ numero: 1, sousGraphes: [unSousGraphe('etat')] });
    expect((await verifierSchema(desDeps(), apres, unCandidat('region'))).constats).toEqual([]);
  });
});

describe('un champ retiré', () => {
  test('passe quand personne ne le demande, et se lit dans les changements', async () => {
    const rapport = await verifierSchema(desDeps(), unCanal(), unCandidat('region', SANS_PLACES));
    expect(rapport.constats).toEqual([]);
    expect(rapport.changements).toEqual([
      expect.objectContaining({ code: 'CHAMP_RETIRE', coordonnee: 'Formation.placesRestantes' }),
    ]);
  });

  test('est refusé parce que le module État l’a demandé hier, puis accepté quand ce module est remplacé', async () => {
    const operations = [{ document: DEMANDE, client: 'module-etat', version: '4', vuLe: HIER }];
    const avec = unCanal({
      modules: [unModule('etat', { revision: 4, documents: [DEMANDE] })],
    });
    const refuse = await verifierSchema(
      desDeps({ operations }),
      avec,
      unCandidat('region', SANS_PLACES),
    );
    expect(refuse.accepte).toBe(false);
    const [constat] = refuse.constats;
    expect(constat).toMatchObject({
      code: 'CHAMP_RETIRE',
      gravite: 'REFUS',
      famille: 'rupture',
      coordonnee: 'Formation.placesRestantes',
      accordDe: 'etat',
      lieu: {
        ligne: REGION.split('\n').indexOf('type Formation @key(fields: "numeroOffre") {') + 1,
        colonne: 6,
      },
    });
    expect(constat?.remede).toContain('Demandez à « etat » de publier un module qui s’en passe.');
    expect(constat?.usages).toEqual([
      {
        genre: 'MODULE',
        client: 'module-etat',
        version: '4',
        operation: 'Places',
        vuLe: AUJOURDHUI,
        certitude: 'CERTAINE',
      },
      {
        genre: 'CLIENT',
        client: 'module-etat',
        version: '4',
        operation: 'Places',
        vuLe: HIER,
        certitude: 'CERTAINE',
      },
    ]);

    const sans = unCanal({ modules: [unModule('etat', { revision: 5 })] });
    const accepte = await verifierSchema(
      desDeps({ operations }),
      sans,
      unCandidat('region', SANS_PLACES),
    );
    expect(accepte.accepte).toBe(true);
    expect(codes(accepte)).toEqual(['AVERTISSEMENT CHAMP_RETIRE']);
  });

  test('est refusé pour un document que seul le canari d’un module demande', async () => {
    const vivant = unCanal({
      modules: [
        unModule('etat', {
          revision: 5,
          cible: { roles: ['administrateur'], organisations: [] },
          documents: [DEMANDE],
        }),
        unModule('etat', { revision: 4 }),
      ],
    });
    const rapport = await verifierSchema(desDeps(), vivant, unCandidat('region', SANS_PLACES));
    expect(codes(rapport)).toEqual(['REFUS CHAMP_RETIRE']);
  });

  test('est refusé tant qu’un intégrateur l’envoie', async () => {
    const operations = [
      { document: DEMANDE, client: 'integrateur:tableau', version: '-', vuLe: HIER },
    ];
    const rapport = await verifierSchema(
      desDeps({ operations }),
      unCanal(),
      unCandidat('region', SANS_PLACES),
    );
    expect(codes(rapport)).toEqual(['REFUS CHAMP_RETIRE']);
    expect(rapport.constats[0]?.message).toContain(
      'Demandé par integrateur:tableau version - (Places), vu le 2026-03-14 à 10:20 UTC.',
    );
    expect(rapport.constats[0]?.accordDe).toBeUndefined();
  });

  describe('déprécié avec une date', () => {
    const deprecie = (jour: string): string =>
      REGION.replace(
        'placesRestantes: Int!\n  """Sessions de la formation',
        `placesRestantes: Int! @deprecated(reason: "Voir « sessions » ; retrait le ${jour}")\n  """Sessions de la formation`,
      );
    const operations = [
      { document: DEMANDE, client: 'integrateur:ancien', version: '-', vuLe: HIER },
    ];
    const juger = (jour: string, estPrevenu: () => boolean) =>
      verifierSchema(
        desDeps({ operations, estPrevenu }),
        unCanal({
          sousGraphes: PARTENAIRES.map((partenaire) =>
            unSousGraphe(partenaire, partenaire === 'region' ? deprecie(jour) : undefined),
          ),
        }),
        unCandidat('region', SANS_PLACES),
      );

    test('n’est plus retenu par un client prévenu, une fois la date passée', async () => {
      const rapport = await juger('2026-03-14', () => true);
      expect(rapport.accepte).toBe(true);
      expect(codes(rapport)).toEqual(['AVERTISSEMENT CHAMP_RETIRE']);
    });

    test('l’est avant la date', async () => {
      const rapport = await juger('2026-03-15', () => true);
      expect(codes(rapport)).toEqual(['REFUS CHAMP_RETIRE']);
      expect(rapport.constats[0]?.remede).toContain('annoncé au 2026-03-15');
    });

    test('l’est par un client qui n’en a jamais été prévenu', async () => {
      const rapport = await juger('2026-03-14', () => false);
      expect(codes(rapport)).toEqual(['REFUS CHAMP_RETIRE']);
      expect(rapport.constats[0]?.remede).toContain('pas encore été prévenus');
    });
  });
});

test('une valeur ajoutée à ce que les clients reçoivent avertit sans refuser', async () => {
  const schema = schemaDe('etat').replace(
    /enum TypeInstance \{/,
    'enum TypeInstance {\n  """Comité restreint."""\n  RESTREINT',
  );
  const rapport = await verifierSchema(desDeps(), unCanal(), unCandidat('etat', schema));
  expect(rapport.accepte).toBe(true);
  expect(rapport.constats).toMatchObject([
    {
      code: 'VALEUR_AJOUTEE',
      gravite: 'AVERTISSEMENT',
      famille: 'rupture',
      lieu: expect.anything(),
    },
  ]);
});

test('les usages ne sont lus que si quelque chose peut rompre', async () => {
  const schema = REGION.replace(
    'type Query {',
    'type Query {\n  """Bilan de la Région."""\n  bilanRegion: Int',
  );
  const deps = {
    ...desDeps(),
    operations: () => Promise.reject(new Error('lu')),
  };
  const rapport = await verifierSchema(deps, unCanal(), unCandidat('region', schema));
  expect(rapport.accepte).toBe(true);
  expect(rapport.changements).toMatchObject([
    { code: 'CHAMP_AJOUTE', coordonnee: 'Query.bilanRegion', severite: 'SANS_RISQUE' },
  ]);
});

describe('la composition', () => {
  test('refuse des schémas qui ne font pas un graphe, avec le code de la fédération', async () => {
    const schema = `${REGION}\nextend type Formation { autre: Inconnu }`;
    const rapport = await verifierSchema(desDeps(), unCanal(), unCandidat('region', schema));
    expect(rapport.constats).toContainEqual(
      expect.objectContaining({ code: 'COMPOSITION_REFUSEE', famille: 'composition' }),
    );
  });

  test('refuse ce qui ferait tomber le graphe entier avec un autre partenaire', async () => {
    const carte = unCanal().carte;
    const accord = {
      nature: 'REQUIRES',
      coordonnee: 'Metier.libelle',
      beneficiaire: 'region',
    } as const;
    const vivant = unCanal({
      carte: { ...carte, carte: { ...carte.carte, accords: [accord] } },
    });
    const schema = `${REGION.replace('"@key", ', '"@key", "@external", "@requires", ')}\nextend type Metier { libelle: String! @external "Note." noteRegion: String @requires(fields: "libelle") }`;
    const rapport = await verifierSchema(desDeps(), vivant, unCandidat('region', schema));
    expect(codes(rapport)).toEqual(['REFUS PANNE_NON_SUPPORTEE']);
  });

  test('une contribution écrite « extend type » est refusée avec l’écriture qui passe', async () => {
    const champs = '@key(fields: "id") { id: ID! "Note." noteRegion: String }';
    const etendu = `${REGION}\nextend type Instance ${champs}`;
    const rapport = await verifierSchema(desDeps(), unCanal(), unCandidat('region', etendu));
    expect(codes(rapport)).toEqual(['REFUS PANNE_NON_SUPPORTEE']);
    expect(rapport.constats[0]?.remede).toContain(
      'Écrivez « type Instance » au lieu de « extend type Instance »',
    );

    const defini = `${REGION}\ntype Instance ${champs}`;
    const ecrit = await verifierSchema(desDeps(), unCanal(), unCandidat('region', defini));
    expect(ecrit.accepte).toBe(true);
  });
});

describe('les adresses', () => {
  const verifier = (url: string, production = false) =>
    verifierSchema(
      desDeps({ production }),
      unCanal(),
      unCandidat('region', undefined, {
        url,
        fluxUrl: `${url}/stream`,
        santeUrl: url,
      }),
    );

  test('restent chez le partenaire', async () => {
    const rapport = await verifier('http://ailleurs.exemple.fr/graphql');
    expect(rapport.constats).toMatchObject([
      { code: 'ADRESSE_HORS_DES_HOTES', famille: 'adresse', gravite: 'REFUS' },
    ]);
    expect(rapport.constats[0]?.message).toMatch(/^Adresse \(graphe, flux, santé\) : « ailleurs/);
    expect(rapport.constats[0]?.remede).toContain('127.0.0.1, localhost');
  });

  test('ne désignent jamais la machine elle-même en production', async () => {
    expect(codes(await verifier('http://127.0.0.1:4102/graphql', true))).toContain(
      'REFUS ADRESSE_INTERDITE',
    );
    expect(codes(await verifier('http://169.254.169.254/graphql', true))).toContain(
      'REFUS ADRESSE_INTERDITE',
    );
  });
});
