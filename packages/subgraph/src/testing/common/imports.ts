import type { Identite } from '@passerelle/identity';
import { describe, expect, test } from 'vitest';
import { uneAutreMaison, unResponsable } from '../identities.js';
import { type CommonContext, codes } from './context.js';
import { contributionActs } from './contribution-actes.js';

interface Ligne {
  ligne: number;
  engagement: string;
  avancement?: string | null;
  meteo?: string | null;
  commentaire?: string | null;
  preuve?: string | null;
  visibilite?: string | null;
  versionAttendue?: number;
}

const CODES = Array.from({ length: 23 }, (_, rang) => `E${String(rang + 1).padStart(2, '0')}`);

/** A house's contributions from a spreadsheet, and their acts together. */
export function describeImports(context: CommonContext): void {
  const { partenaire, maison, subgraph } = context;
  const { modifier, lire } = contributionActs(context);
  const { suffixe } = maison;
  const responsable = unResponsable(partenaire);
  const autre = unResponsable(uneAutreMaison(partenaire));

  async function importer(
    lignes: readonly Ligne[],
    { simuler = false, cle = null as string | null, qui = responsable as Identite } = {},
  ) {
    const answer = await subgraph().query(
      qui,
      `mutation ($input: ImporterContributions${suffixe}Input!) {
         acte: importerContributions${suffixe}(input: $input) {
           import { id engagements annuleLe auteur }
           changements { ligne engagement version etat champs { champ avant apres } }
           inchangees
           erreurs { ligne engagement champ code message }
           refus { code message }
         } }`,
      { input: { lignes, simuler, cleIdempotence: cle } },
    );
    return { ...answer, acte: answer.data?.acte };
  }

  async function annuler(id: string, qui: Identite = responsable) {
    const { data } = await subgraph().query(
      qui,
      `mutation ($id: ID!) { acte: annulerImportContributions${suffixe}(input: { import: $id }) {
         import { id annuleLe } refus { code } } }`,
      { id },
    );
    return data.acte;
  }

  async function ensemble(
    verbe: 'valider' | 'publier',
    contributions: readonly { engagement: string; versionAttendue?: number }[],
    cle: string | null = null,
  ) {
    const { data, errors } = await subgraph().query(
      responsable,
      `mutation ($input: ActeContributions${suffixe}Input!) {
         acte: ${verbe}Contributions${suffixe}(input: $input) {
           contributions { engagement { code } version etat }
           refuses { engagement code }
           refus { code } } }`,
      { input: { contributions, cleIdempotence: cle } },
    );
    expect(errors).toEqual([]);
    return data.acte;
  }

  /** The 23 lines as an export gives them: what the house sees now. */
  async function exporter(): Promise<Ligne[]> {
    const { data } = await subgraph().query(
      responsable,
      `{ engagements { code contribution: contribution${suffixe} {
           version avancement meteo commentaire preuve visibilite } } }`,
    );
    return data.engagements.map(
      (
        un: { code: string; contribution: (Omit<Ligne, 'avancement'> & Version) | null },
        rang: number,
      ) => ({
        ligne: rang + 2,
        engagement: un.code,
        avancement: un.contribution ? String(un.contribution.avancement) : null,
        meteo: un.contribution?.meteo ?? null,
        commentaire: un.contribution?.commentaire ?? null,
        preuve: un.contribution?.preuve ?? null,
        visibilite: un.contribution?.visibilite ?? null,
        versionAttendue: un.contribution?.version ?? 0,
      }),
    );
  }

  describe('tableur', () => {
    test('ce qui est exporté se réimporte sans rien changer', async () => {
      const { acte } = await importer(await exporter());
      expect(acte).toMatchObject({
        import: null,
        changements: [],
        inchangees: 23,
        erreurs: [],
        refus: { code: 'RIEN_A_IMPORTER' },
      });
    });

    test('simuler dit chaque changement, avant et après, et n’écrit rien', async () => {
      const lignes = await exporter();
      const avant = await lire(responsable, 'E01');
      const voulue = avant?.avancement === 61 ? '62' : '61';
      const remplies = lignes.map((ligne) =>
        ligne.engagement === 'E01'
          ? { ...ligne, avancement: `${voulue} %`, meteo: 'nuage', commentaire: 'Point au SPER.' }
          : ligne,
      );
      const { acte } = await importer(remplies, { simuler: true });
      expect(acte.changements).toHaveLength(1);
      expect(acte.changements[0]).toMatchObject({
        ligne: 2,
        engagement: 'E01',
        version: avant?.version ?? 0,
      });
      expect(acte.changements[0].champs).toContainEqual({
        champ: 'avancement',
        avant: avant ? String(avant.avancement) : null,
        apres: voulue,
      });
      expect(acte).toMatchObject({ import: null, refus: null, inchangees: 22 });
      expect(await lire(responsable, 'E01')).toEqual(avant);
    });

    test('une ligne fausse empêche toutes les autres, et chaque faute est dite à sa ligne', async () => {
      const avant = await lire(responsable, 'E02');
      const { acte } = await importer([
        { ligne: 2, engagement: 'E02', avancement: '33', meteo: 'SOLEIL' },
        {
          ligne: 3,
          engagement: 'E03',
          avancement: '110',
          meteo: 'BRUME',
          preuve: 'javascript:alert(1)',
        },
        { ligne: 4, engagement: 'E99', avancement: '1', meteo: 'SOLEIL' },
        { ligne: 5, engagement: 'E02', avancement: '34', meteo: 'SOLEIL' },
        { ligne: 6, engagement: 'E04', avancement: '5', meteo: 'SOLEIL', versionAttendue: 4000 },
      ]);
      expect(acte).toMatchObject({ import: null, refus: { code: 'IMPORT_REFUSE' } });
      expect(
        acte.erreurs.map(({ ligne, champ, code }: Record<string, unknown>) => [ligne, champ, code]),
      ).toEqual([
        [3, 'avancement', 'AVANCEMENT_INVALIDE'],
        [3, 'meteo', 'METEO_INCONNUE'],
        [3, 'preuve', 'PREUVE_INVALIDE'],
        [4, null, 'ENGAGEMENT_INCONNU'],
        [5, null, 'ENGAGEMENT_EN_DOUBLE'],
        [6, null, 'VERSION_DEPASSEE'],
      ]);
      expect(await lire(responsable, 'E02')).toEqual(avant);
    });

    test('les 23 contributions se remplissent, se valident et se publient en trois envois', async () => {
      const lignes = (await exporter()).map((ligne) => ({
        ...ligne,
        avancement: String((Number(ligne.avancement ?? '0') + 7) % 101),
        meteo: 'COUVERT',
        visibilite: 'PARTENAIRES',
      }));
      const cle = `import-${suffixe}-1`;
      const { acte } = await importer(lignes, { cle });
      expect(acte.refus).toBeNull();
      expect(acte.import.engagements).toEqual(CODES);
      const rejoue = await importer(lignes, { cle });
      expect(rejoue.acte.import.id).toBe(acte.import.id);
      const autreEnvoi = await importer(lignes.slice(1), { cle });
      expect(autreEnvoi.acte.refus.code).toBe('CLE_IDEMPOTENCE_REUTILISEE');
      expect((await lire(autre, 'E05'))?.etat ?? 'PUBLIEE').toBe('PUBLIEE');

      const cibles = CODES.map((engagement) => ({ engagement }));
      const tropTot = await ensemble('publier', cibles);
      expect(tropTot).toMatchObject({ contributions: [], refus: { code: 'LOT_REFUSE' } });
      expect(tropTot.refuses).toHaveLength(23);

      const valides = await ensemble('valider', cibles, `valider-${suffixe}-1`);
      expect(valides.contributions).toHaveLength(23);
      const encore = await ensemble('valider', cibles, `valider-${suffixe}-1`);
      expect(encore).toEqual(valides);
      const publiees = await ensemble('publier', cibles);
      expect(publiees.contributions.every(({ etat }: Version) => etat === 'PUBLIEE')).toBe(true);
      const vue = await lire(autre, 'E23');
      expect(vue).toMatchObject({ etat: 'PUBLIEE', meteo: 'COUVERT' });
    });

    test('valider ensemble : une seule contribution qui ne peut pas avancer arrête les autres', async () => {
      await modifier(responsable, { engagement: 'E10', avancement: 12, meteo: 'SOLEIL' });
      const acte = await ensemble('valider', [{ engagement: 'E10' }, { engagement: 'E11' }]);
      expect(acte).toMatchObject({
        contributions: [],
        refuses: [{ engagement: 'E11', code: 'RIEN_A_VALIDER' }],
        refus: { code: 'LOT_REFUSE' },
      });
      expect((await lire(responsable, 'E10'))?.etat).toBe('BROUILLON');
    });

    test('annuler un import rend ce qui était là, une seule fois', async () => {
      const avant = [await lire(responsable, 'E12'), await lire(responsable, 'E13')];
      const { acte } = await importer([
        { ligne: 2, engagement: 'E12', avancement: '91', meteo: 'SOLEIL' },
        { ligne: 3, engagement: 'E13', avancement: '92', meteo: 'SOLEIL' },
      ]);
      expect((await lire(responsable, 'E12'))?.avancement).toBe(91);
      const { data } = await subgraph().query(
        responsable,
        `{ dernier: dernierImportContributions${suffixe} { id } }`,
      );
      expect(data.dernier.id).toBe(acte.import.id);

      expect(await annuler(acte.import.id)).toMatchObject({ refus: null });
      const apres = [await lire(responsable, 'E12'), await lire(responsable, 'E13')];
      expect(apres).toEqual(avant);
      expect((await annuler(acte.import.id)).refus.code).toBe('IMPORT_DEJA_ANNULE');
    });

    test('un import sur lequel quelqu’un a travaillé depuis ne s’annule plus', async () => {
      const { acte } = await importer([
        { ligne: 2, engagement: 'E14', avancement: '81', meteo: 'SOLEIL' },
        { ligne: 3, engagement: 'E15', avancement: '82', meteo: 'SOLEIL' },
      ]);
      await ensemble('valider', [{ engagement: 'E15' }]);
      expect(await annuler(acte.import.id)).toMatchObject({
        import: null,
        refus: { code: 'IMPORT_DEJA_REPRIS' },
      });
      expect((await lire(responsable, 'E14'))?.avancement).toBe(81);
      expect((await annuler('inconnu')).refus.code).toBe('IMPORT_INCONNU');
    });

    test('une autre maison n’importe, n’annule ni ne voit rien', async () => {
      const ligne = { ligne: 2, engagement: 'E16', avancement: '1', meteo: 'SOLEIL' };
      expect(codes(await importer([ligne], { qui: autre }))).toEqual(['ACCES_REFUSE']);
      const { data } = await subgraph().query(
        autre,
        `{ dernier: dernierImportContributions${suffixe} { id } }`,
      );
      expect(data.dernier).toBeNull();
    });
  });
}

interface Version {
  version: number;
  avancement: number;
  etat: string;
}
