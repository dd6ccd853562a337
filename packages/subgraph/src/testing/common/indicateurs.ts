import type { Partenaire } from '@passerelle/identity';
import { describe, expect, test } from 'vitest';
import { MAISONS } from '../../vocabulaire/maison.js';
import { toutesLesIdentites, uneAutreMaison, unIntegrateur, unResponsable } from '../identities.js';
import { type CommonContext, codes } from './context.js';

/** A count of persons that adds up and is broken down by sex, in each house. */
const EFFECTIF: Readonly<Record<Partenaire, { code: string; periode: string; region: number }>> = {
  etat: { code: 'apprentis', periode: '2022', region: 86_000 },
  region: { code: 'entrees-prf', periode: '2022', region: 67_423 },
  'pole-emploi': { code: 'demandeurs-abc', periode: '2023-T3', region: 511_880 },
};

/** Arrondissements of the Somme: a whole département, so that its sum is complete. */
const SOMME = ['801', '802', '803', '804'] as const;

// biome-ignore lint/suspicious/noExplicitAny: what a test finds is compared, never trusted
type Lu = any;

export function describeIndicateurs({ partenaire, maison, subgraph }: CommonContext): void {
  const { suffixe } = maison;
  const agent = unResponsable(partenaire);
  const effectif = EFFECTIF[partenaire];
  const autre = MAISONS[uneAutreMaison(partenaire)];

  const lire = async (document: string, variables: object = {}, identite = agent): Promise<Lu> => {
    const { data, errors } = await subgraph().query(identite, document, variables);
    expect(errors).toEqual([]);
    return data;
  };
  const publier = async (input: object, identite = agent): Promise<Lu> => {
    const data = await lire(
      `mutation ($input: PublierMesures${suffixe}Input!) {
         resultat: publierMesures${suffixe}(input: $input) {
           publiees version refus { code message } erreurs { ligne code message }
           indicateur { code } } }`,
      { input },
      identite,
    );
    return data.resultat;
  };
  const valeurDe = async (maille: string, code: string, periode: string): Promise<Lu> => {
    const [valeur] = await lire(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ValeurIndicateur${suffixe} {
         id valeur masque calculee source dateValeur demonstration version
         manquants { code maille } ventilations { dimension modalite valeur masque }
         recomposition(maille: ARRONDISSEMENT) { attendus presents masques somme ecart
           manquants { code } } } } }`,
      {
        r: [
          {
            __typename: `ValeurIndicateur${suffixe}`,
            id: `${partenaire}:${effectif.code}:${maille}:${code}:${periode}`,
          },
        ],
      },
    ).then((data) => data._entities);
    return valeur;
  };
  const arrondissement = (territoire: string, valeur: number) => ({
    maille: 'ARRONDISSEMENT',
    territoire,
    valeur,
  });
  const parSexe = (territoire: string, femmes: number, hommes: number) => [
    arrondissement(territoire, femmes + hommes),
    { ...arrondissement(territoire, femmes), dimension: 'SEXE', modalite: 'FEMMES' },
    { ...arrondissement(territoire, hommes), dimension: 'SEXE', modalite: 'HOMMES' },
  ];
  const saisie = (periode: string, mesures: readonly object[], precisions: object = {}) => ({
    indicateur: effectif.code,
    periode,
    source: 'Source de test',
    mesures,
    ...precisions,
  });

  describe('indicateurs', () => {
    test('chaque indicateur dit ce qui est compté, comment, par qui, et rien ne le range', async () => {
      const lus: Lu[] = (
        await lire(
          `{ lus: indicateurs${suffixe} { code libelle unite nature perimetre methode source } }`,
        )
      ).lus;
      expect(lus.length).toBeGreaterThan(3);
      for (const lu of lus) {
        for (const texte of [lu.libelle, lu.unite, lu.perimetre, lu.methode, lu.source]) {
          expect(texte, lu.code).not.toBe('');
        }
        expect(['CONTEXTE', 'ACTION']).toContain(lu.nature);
      }
    });

    test('ligne 62 : la région vaut la somme de ses départements et de ses arrondissements', async () => {
      const { periode, region } = effectif;
      const lue = await valeurDe('REGION', '32', periode);
      expect(lue).toMatchObject({ valeur: region, demonstration: false, calculee: false });
      expect(lue.recomposition).toEqual({
        attendus: 26,
        presents: 26,
        masques: 0,
        manquants: [],
        somme: region,
        ecart: 0,
      });
      const departements = await Promise.all(
        ['02', '59', '60', '62', '80'].map((code) => valeurDe('DEPARTEMENT', code, periode)),
      );
      expect(departements.reduce((somme, { valeur }) => somme + valeur, 0)).toBe(region);
      for (const departement of departements) {
        expect(departement).toMatchObject({ calculee: true, manquants: [] });
        expect(departement.recomposition.ecart).toBe(0);
      }
    });

    test('ligne 62 : une somme à laquelle il manque un territoire le nomme', async () => {
      const mesures = SOMME.slice(0, 3).map((code) => arrondissement(code, 100));
      expect(await publier(saisie('2031', mesures))).toMatchObject({ refus: null, publiees: 3 });
      expect(await valeurDe('DEPARTEMENT', '80', '2031')).toMatchObject({
        valeur: 300,
        calculee: true,
        manquants: [{ code: '804', maille: 'ARRONDISSEMENT' }],
        recomposition: { attendus: 4, presents: 3, manquants: [{ code: '804' }], ecart: null },
      });
      const region = await valeurDe('REGION', '32', '2031');
      expect(region.valeur).toBe(300);
      expect(region.manquants.map(({ code }: { code: string }) => code).sort()).toEqual([
        '02',
        '59',
        '60',
        '62',
        '804',
      ]);
    });

    test('ligne 17 : les ventilations publiées par sexe, âge et zone se lisent, chacune fait le total', async () => {
      const { ventilations, valeur } = await valeurDe('REGION', '32', effectif.periode);
      const parDimension = Map.groupBy(ventilations, (une: Lu) => une.dimension);
      expect(parDimension.size).toBeGreaterThan(1);
      for (const rangee of parDimension.values()) {
        expect(rangee.reduce((somme: number, une: Lu) => somme + une.valeur, 0)).toBe(valeur);
      }
    });

    test('ligne 17 : une case sous 11 est masquée, et une autre avec elle ; personne ne lit la valeur exacte', async () => {
      const mesures = [
        ...parSexe('801', 7, 60),
        ...parSexe('802', 300, 340),
        ...parSexe('803', 40, 50),
        ...parSexe('804', 90, 95),
      ];
      expect(await publier(saisie('2032', mesures))).toMatchObject({ refus: null });
      const lues = await Promise.all(SOMME.map((code) => valeurDe('ARRONDISSEMENT', code, '2032')));
      expect(lues.map(({ valeur, masque }) => [valeur, masque])).toEqual([
        [67, false],
        [640, false],
        [90, false],
        [185, false],
      ]);
      const masquees = lues.map(({ ventilations }) =>
        ventilations.every(({ masque, valeur }: Lu) => masque && valeur === null),
      );
      expect(masquees).toEqual([true, false, true, false]);

      await publier(
        saisie(
          '2033',
          SOMME.map((code, rang) => arrondissement(code, 5 + 40 * rang)),
        ),
      );
      const totaux = await Promise.all(
        SOMME.map((code) => valeurDe('ARRONDISSEMENT', code, '2033')),
      );
      expect(totaux.map(({ valeur }) => valeur)).toEqual([null, null, 85, 125]);
      const somme = await valeurDe('DEPARTEMENT', '80', '2033');
      expect(somme).toMatchObject({
        valeur: 260,
        recomposition: { masques: 2, somme: 210, ecart: null },
      });

      for (const identite of toutesLesIdentites()) {
        const { data } = await subgraph().query(
          identite,
          `query ($t: CleTerritoire!) { indicateur: indicateur${suffixe}(code: "${effectif.code}") {
             serie(territoire: $t, first: 50) { nodes { periode valeur masque } } } }`,
          { t: { code: '801', maille: 'ARRONDISSEMENT' } },
        );
        const lu = data?.indicateur?.serie?.nodes?.find((n: Lu) => n.periode === '2033');
        expect(lu, identite.sujet).toEqual({ periode: '2033', valeur: null, masque: true });
      }
      // As the service's own role, without a viewer: not even a row.
      expect(await subgraph().database.sql('SELECT * FROM mesure')).toEqual([]);
      expect(await subgraph().database.sql('SELECT * FROM mesure_publiee')).toEqual([]);
    });

    test('ligne 17 : une correction garde caché ce qui l’était, et ne le dit pas par différence', async () => {
      const tableau = (f801: number) => [
        ...parSexe('801', f801, 60),
        ...parSexe('802', 300, 340),
        ...parSexe('803', 40, 50),
        ...parSexe('804', 90, 95),
      ];
      const caches = async (periode: string): Promise<boolean[]> => {
        const lues = await Promise.all(
          SOMME.map((code) => valeurDe('ARRONDISSEMENT', code, periode)),
        );
        return lues.map(({ ventilations }) => ventilations.every(({ masque }: Lu) => masque));
      };
      await publier(saisie('2042', tableau(7)));
      expect(await caches('2042')).toEqual([true, false, true, false]);
      // Above the threshold now: shown, it would tell by how much, and its companion with it.
      await publier(saisie('2042', tableau(70)));
      expect(await caches('2042')).toEqual([true, false, true, false]);

      await publier(saisie('2043', tableau(70)));
      expect(await caches('2043')).toEqual([false, false, false, false]);
      // Nothing else moves, and the others are known from before: only their sums can be hidden.
      await publier(saisie('2043', parSexe('801', 7, 61)));
      expect((await caches('2043'))[0]).toBe(true);
      for (const [maille, code] of [
        ['DEPARTEMENT', '80'],
        ['REGION', '32'],
      ] as const) {
        const { ventilations } = await valeurDe(maille, code, '2043');
        expect(ventilations.every(({ masque }: Lu) => masque)).toBe(true);
      }
      expect(await subgraph().database.sql('SELECT * FROM mesure_version')).toEqual([]);
    });

    test('ligne 17 : un effectif ne se publie pas pour deux périodes emboîtées', async () => {
      await publier(saisie('2044-T1', [arrondissement('801', 120)]));
      const resultat = await publier(saisie('2044', [arrondissement('801', 500)]));
      expect(resultat).toMatchObject({ publiees: 0, refus: { code: 'MESURES_INVALIDES' } });
      expect(resultat.erreurs).toMatchObject([{ ligne: 1, code: 'PERIODE_EMBOITEE' }]);
      expect(await publier(saisie('2044-T2', [arrondissement('801', 130)]))).toMatchObject({
        refus: null,
      });
    });

    test('publie tout ou rien, et dit chaque erreur à sa ligne', async () => {
      const mesures = [
        arrondissement('801', 120),
        arrondissement('999', 10),
        { maille: 'COMMUNE', territoire: '80021', valeur: 12 },
        arrondissement('802', 1.5),
        arrondissement('801', 121),
        { ...arrondissement('803', 5), dimension: 'SEXE', modalite: 'QPV' },
        arrondissement('804', -1),
      ];
      const resultat = await publier(saisie('2034', mesures));
      expect(resultat).toMatchObject({
        publiees: 0,
        version: 0,
        refus: { code: 'MESURES_INVALIDES' },
      });
      expect(resultat.erreurs.map(({ ligne, code }: Lu) => `${ligne} ${code}`)).toEqual([
        '2 TERRITOIRE_INCONNU',
        '3 MAILLE_TROP_FINE',
        '4 NOMBRE_ENTIER_ATTENDU',
        '5 DOUBLON',
        '6 VENTILATION_NON_PUBLIEE',
        '7 VALEUR_INVALIDE',
      ]);
      expect(await valeurDe('ARRONDISSEMENT', '801', '2034')).toBeNull();

      const trop = [...parSexe('801', 60, 60), arrondissement('802', 50)].map((mesure) =>
        mesure.valeur === 120 ? { ...mesure, valeur: 100 } : mesure,
      );
      const refuse = await publier(saisie('2034', trop));
      expect(refuse.erreurs).toMatchObject([{ code: 'VENTILATION_SUPERIEURE' }]);
    });

    test('une version dépassée est refusée, le même envoi ne compte qu’une fois', async () => {
      const cleIdempotence = `cle-${partenaire}-2035`;
      const demande = saisie('2035', [arrondissement('801', 500)], {
        versionAttendue: 0,
        cleIdempotence,
      });
      expect(await publier(demande)).toMatchObject({ version: 1, refus: null });
      expect(await publier(demande)).toMatchObject({ version: 1, refus: null });
      expect(
        await publier(saisie('2035', [arrondissement('801', 501)], { cleIdempotence })),
      ).toMatchObject({ refus: { code: 'CLE_IDEMPOTENCE_REUTILISEE' } });
      expect(
        await publier(saisie('2035', [arrondissement('801', 502)], { versionAttendue: 0 })),
      ).toMatchObject({ version: 1, refus: { code: 'VERSION_DEPASSEE' } });
      expect(await valeurDe('ARRONDISSEMENT', '801', '2035')).toMatchObject({ valeur: 500 });
    });

    test.each([
      ['INDICATEUR_INCONNU', { indicateur: 'nimporte-quoi' }],
      ['PERIODE_INVALIDE', { periode: '2023-T9' }],
      ['SOURCE_REQUISE', { source: ' ' }],
    ])('refuse sans rien changer : %s', async (code, precisions) => {
      const resultat = await publier(saisie('2036', [arrondissement('801', 50)], precisions));
      expect(resultat).toMatchObject({ publiees: 0, refus: { code } });
    });

    test('seuls ceux qui en ont le droit dans leur maison publient et proposent', async () => {
      for (const identite of toutesLesIdentites()) {
        for (const [droit, document] of [
          [
            'indicateur:publier',
            `mutation { publierMesures${suffixe}(input: { indicateur: "x", periode: "2037",
               source: "x", mesures: [] }) { refus { code } } }`,
          ],
          [
            'indicateur:proposer',
            `mutation { proposerMesure${suffixe}(input: { valeur: "x", proposee: 1, motif: "x",
               methode: "x" }) { refus { code } } }`,
          ],
        ] as const) {
          const answer = await subgraph().query(identite, document);
          const permis =
            identite.partenaire === partenaire &&
            identite.scopes.includes(`${partenaire}:${droit}`);
          expect(codes(answer), `${identite.sujet} ${droit}`).toEqual(
            permis ? [] : ['ACCES_REFUSE'],
          );
        }
      }
    });

    test('propose un autre chiffre à côté de celui d’une autre maison, avec motif et méthode', async () => {
      const { code, periode } = EFFECTIF[autre.partenaire];
      const valeur = `${autre.partenaire}:${code}:REGION:32:${periode}`;
      const proposer = async (precisions: object): Promise<Lu> =>
        (
          await lire(
            `mutation ($input: ProposerMesure${suffixe}Input!) {
               resultat: proposerMesure${suffixe}(input: $input) { refus { code }
                 contreProposition { id proposee motif methode auteur version } } }`,
            {
              input: {
                valeur,
                proposee: 60_000,
                motif: 'Nos fichiers comptent une fois chaque personne.',
                methode: 'Décompte des personnes et non des entrées.',
                ...precisions,
              },
            },
          )
        ).resultat;

      expect(await proposer({ motif: 'court' })).toMatchObject({ refus: { code: 'MOTIF_REQUIS' } });
      expect(await proposer({ proposee: 3 })).toMatchObject({
        refus: { code: 'VALEUR_SOUS_LE_SEUIL' },
      });
      expect(
        await proposer({ valeur: `${partenaire}:${effectif.code}:REGION:32:2022` }),
      ).toMatchObject({ refus: { code: 'VALEUR_INCONNUE' } });
      expect(
        await proposer({ valeur: `${autre.partenaire}:${code}:REGION:99:${periode}` }),
      ).toMatchObject({ refus: { code: 'TERRITOIRE_INCONNU' } });

      const faite = await proposer({ versionAttendue: 0 });
      expect(faite).toMatchObject({ refus: null, contreProposition: { version: 1 } });
      expect(await proposer({ versionAttendue: 0, proposee: 61_000 })).toMatchObject({
        refus: { code: 'VERSION_DEPASSEE' },
        contreProposition: { proposee: 60_000 },
      });
      const document = `query ($r: [_Any!]!) { _entities(representations: $r) {
          ... on ValeurIndicateur${autre.suffixe} { id lue: contreProposition${suffixe} { id proposee } } } }`;
      const r = [{ __typename: `ValeurIndicateur${autre.suffixe}`, id: valeur }];
      expect((await lire(document, { r }))._entities).toEqual([
        { id: valeur, lue: { id: `${valeur}:1`, proposee: 60_000 } },
      ]);
      expect((await lire(document, { r }, unIntegrateur()))._entities).toEqual([
        { id: valeur, lue: null },
      ]);
    });

    test('importe un fichier : aperçu, erreurs par ligne, tout ou rien, une seule fois', async () => {
      const importer = async (contenu: string, precisions: object = {}): Promise<Lu> =>
        (
          await lire(
            `mutation ($input: ImporterMesures${suffixe}Input!) {
               resultat: importerMesures${suffixe}(input: $input) { importe forme nouvelles
                 modifiees inchangees ignorees nombreErreurs empreinte masquees lot refus { code }
                 inconnus { code nom lignes suggestion { code maille } }
                 erreurs { ligne code }
                 changements { nom code periode avant apres } } }`,
            {
              input: {
                indicateur: effectif.code,
                source: 'Fichier de test',
                contenu,
                ...precisions,
              },
            },
          )
        ).resultat;
      const entete = 'Code;Libellé;2038-T1;2038-T2\n';

      const faux = await importer(`${entete}801;Abbeville;120;abc\n75101;Paris 1er;9;9\n`);
      expect(faux).toMatchObject({ importe: false, refus: { code: 'MESURES_INVALIDES' } });
      expect(faux.erreurs).toEqual([
        { ligne: 2, code: 'VALEUR_INVALIDE' },
        { ligne: 3, code: 'TERRITOIRE_INCONNU' },
      ]);
      expect(faux.inconnus).toEqual([
        { code: '75101', nom: 'Paris 1er', lignes: 1, suggestion: null },
      ]);
      const long = await importer('Code arrondissement;2038-T1\n80001;120\n');
      expect(long.inconnus).toEqual([
        {
          code: '80001',
          nom: null,
          lignes: 1,
          suggestion: { code: '801', maille: 'ARRONDISSEMENT' },
        },
      ]);

      const contenu = `${entete}801;Abbeville;120;nd\n802;Amiens;1 130;1 140\n69;Rhône;5;5\n`;
      const national = { ignorerHorsRegion: true };
      const apercu = await importer(contenu, national);
      expect(apercu).toMatchObject({
        importe: false,
        refus: null,
        forme: 'LARGE',
        nouvelles: 3,
        modifiees: 0,
        ignorees: 2,
      });
      expect(apercu.changements[0]).toEqual({
        code: '801',
        nom: 'Abbeville',
        periode: '2038-T1',
        avant: null,
        apres: 120,
      });
      expect(await valeurDe('ARRONDISSEMENT', '802', '2038-T1')).toBeNull();

      const { empreinte } = apercu;
      const demande = {
        ...national,
        simuler: false,
        empreinteAttendue: empreinte,
        cleIdempotence: `import-${partenaire}-2038`,
      };
      expect(await importer(contenu, demande)).toMatchObject({ importe: true, refus: null });
      expect(await importer(contenu, demande)).toMatchObject({ importe: true, refus: null });
      expect(
        await importer(contenu, { ...national, simuler: false, empreinteAttendue: empreinte }),
      ).toMatchObject({ importe: false, refus: { code: 'VERSION_DEPASSEE' } });
      expect(await importer(contenu, national)).toMatchObject({ nouvelles: 0, inchangees: 3 });
      expect(await valeurDe('ARRONDISSEMENT', '802', '2038-T1')).toMatchObject({
        valeur: 1130,
        version: 1,
        source: 'Fichier de test',
      });
      expect(await importer('bonjour')).toMatchObject({ refus: { code: 'FICHIER_ILLISIBLE' } });
    });

    test('annule un import : les valeurs d’avant reviennent, une fois, et rien n’est effacé', async () => {
      const importer = async (contenu: string, simuler: boolean): Promise<Lu> =>
        (
          await lire(
            `mutation ($input: ImporterMesures${suffixe}Input!) {
               resultat: importerMesures${suffixe}(input: $input) { lot masquees refus { code } } }`,
            {
              input: {
                indicateur: effectif.code,
                source: 'Fichier de test',
                contenu: `Code;2045\n${contenu}`,
                maille: 'ARRONDISSEMENT',
                simuler,
              },
            },
          )
        ).resultat;
      const annuler = async (lot: string): Promise<Lu> =>
        (
          await lire(
            `mutation ($input: AnnulerImportMesures${suffixe}Input!) {
               resultat: annulerImportMesures${suffixe}(input: $input) { annule refus { code } } }`,
            { input: { indicateur: effectif.code, lot } },
          )
        ).resultat;
      const valeurs = async (): Promise<unknown[]> =>
        (await Promise.all(SOMME.map((code) => valeurDe('ARRONDISSEMENT', code, '2045')))).map(
          (lue) => lue?.valeur ?? null,
        );

      const premier = await importer('801;120\n802;640\n', false);
      const second = await importer('801;130\n803;90\n', false);
      expect(await valeurs()).toEqual([130, 640, 90, null]);
      expect(await annuler(premier.lot)).toMatchObject({ refus: { code: 'IMPORT_DEPASSE' } });
      expect(await annuler(second.lot)).toEqual({ annule: true, refus: null });
      expect(await valeurs()).toEqual([120, 640, null, null]);
      expect(await annuler(second.lot)).toMatchObject({ refus: { code: 'IMPORT_DEPASSE' } });
      expect(await annuler('nimporte-quoi')).toMatchObject({ refus: { code: 'IMPORT_INCONNU' } });
      // A small count is announced before it is published: itself, its companion and its sums.
      const { masquees, lot } = await importer('801;4\n', true);
      expect(lot).toBeNull();
      expect(masquees).toBeGreaterThan(0);
      expect(await valeurs()).toEqual([120, 640, null, null]);
    });

    test('26 territoires avec leurs indicateurs, ventilations et sommes : une instruction SQL chacun', async () => {
      const rows = await subgraph().database.sql<{ code: string }>(
        `SELECT code FROM territoire WHERE maille = 'ARRONDISSEMENT'`,
      );
      subgraph().forgetStatements();
      const { _entities } = await lire(
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Territoire {
           indicateurs${suffixe} { id valeur indicateur { libelle } variation
             ventilations { valeur } recomposition(maille: ARRONDISSEMENT) { somme } } } } }`,
        {
          r: rows.map(({ code }) => ({ __typename: 'Territoire', code, maille: 'ARRONDISSEMENT' })),
        },
      );
      expect(_entities).toHaveLength(26);
      expect(_entities[0][`indicateurs${suffixe}`].length).toBeGreaterThan(0);
      expect([...subgraph().statements].sort()).toEqual([
        'indicateurs-courants',
        'indicateurs-par-code',
        'indicateurs-precedentes',
        'indicateurs-recompositions-ARRONDISSEMENT',
        'indicateurs-ventilations',
        'territoires-par-cle',
      ]);
    });
  });
}
