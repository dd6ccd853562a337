import { describe, expect, test } from 'vitest';
import type { CommonContext } from '../context.js';
import { bancIndicateurs, type Lu, SOMME } from './banc.js';

/** Values brought by a file, seen before they are recorded, and taken back. */
export function describeImports(context: CommonContext): void {
  const { partenaire } = context;
  const { suffixe, effectif, lire, valeurDe } = bancIndicateurs(context);

  describe('importer un fichier de mesures', () => {
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

      const lots = async (): Promise<Lu> =>
        (
          await lire(
            `query ($code: ID!) { lots: lotsDeMesures${suffixe}(indicateur: $code) {
               lot periodes sources cases annule annulable } }`,
            { code: effectif.code },
          )
        ).lots.slice(0, 2);

      const premier = await importer('801;120\n802;640\n', false);
      const second = await importer('801;130\n803;90\n', false);
      const relus = { periodes: ['2045'], sources: ['Fichier de test'], cases: 2, annule: false };
      expect(await lots()).toEqual([
        { ...relus, lot: second.lot, annulable: true },
        { ...relus, lot: premier.lot, annulable: false },
      ]);
      expect(await valeurs()).toEqual([130, 640, 90, null]);
      expect(await annuler(premier.lot)).toMatchObject({ refus: { code: 'IMPORT_DEPASSE' } });
      expect(await annuler(second.lot)).toEqual({ annule: true, refus: null });
      expect(await valeurs()).toEqual([120, 640, null, null]);
      expect((await lots())[0]).toMatchObject({ lot: second.lot, annule: true, annulable: false });
      expect(await annuler(second.lot)).toMatchObject({ refus: { code: 'IMPORT_DEPASSE' } });
      expect(await annuler('nimporte-quoi')).toMatchObject({ refus: { code: 'IMPORT_INCONNU' } });
      // A small count is announced before it is published: itself, its companion and its sums.
      const { masquees, lot } = await importer('801;4\n', true);
      expect(lot).toBeNull();
      expect(masquees).toBeGreaterThan(0);
      expect(await valeurs()).toEqual([120, 640, null, null]);
    });
  });
}
