import { beforeAll, describe, expect, test } from 'vitest';
import { unResponsable } from '../identities.js';
import type { CommonContext } from './context.js';
import { contributionActs } from './contribution-actes.js';
import { bancDeFiches } from './fiches/banc.js';

/** Day before the demonstration's: on its own last day an engagement is still written to. */
const DERNIER_JOUR = '2023-12-14';

/**
 * An avenant that withdraws an engagement, as this house's original of the text has it. It stays
 * in the text of the suite's subgraph: to be registered last.
 */
export function describeEngagementRetire(context: CommonContext): void {
  const { partenaire, maison, subgraph } = context;
  const { suffixe } = maison;
  const responsable = unResponsable(partenaire);
  const { modifier, valider, publier, abandonner } = contributionActs(context);
  const fiches = bancDeFiches(context);
  const contenu = (engagement: string) => ({ engagement, avancement: 20, meteo: 'NUAGE' });

  describe('engagement retiré par un avenant', () => {
    let brouillon: { id: string } | undefined;
    let publiee: { id: string } | undefined;

    beforeAll(async () => {
      for (const engagement of ['E21', 'E22', 'E23'])
        await modifier(responsable, contenu(engagement));
      await valider(responsable, { engagement: 'E22' });
      brouillon = await fiches.creer({ engagement: 'E23' });
      publiee = await fiches.creer({ engagement: 'E23' });
      await fiches.publier(publiee);
      await retirer(['E21', 'E22', 'E23']);
    });

    test('ligne 4 : on n’y écrit, n’y valide ni n’y publie plus : ENGAGEMENT_RETIRE, et rien ne change', async () => {
      expect((await modifier(responsable, contenu('E23'))).refus?.code).toBe('ENGAGEMENT_RETIRE');
      expect((await valider(responsable, { engagement: 'E23' })).refus?.code).toBe(
        'ENGAGEMENT_RETIRE',
      );
      expect((await publier(responsable, { engagement: 'E22' })).refus?.code).toBe(
        'ENGAGEMENT_RETIRE',
      );
      // What was under way can still be put aside.
      expect((await abandonner(responsable, { engagement: 'E23' })).refus).toBeNull();
      expect((await modifier(responsable, contenu('E20'))).refus).toBeNull();
      await abandonner(responsable, { engagement: 'E20' });
    });

    test('ni par un tableur, ni à plusieurs : la ligne et l’engagement le disent', async () => {
      const { data } = await subgraph().query(
        responsable,
        `mutation ($i: ImporterContributions${suffixe}Input!, $a: ActeContributions${suffixe}Input!) {
           importe: importerContributions${suffixe}(input: $i) { erreurs { ligne engagement code } refus { code } }
           ensemble: publierContributions${suffixe}(input: $a) { refuses { engagement code } refus { code } } }`,
        {
          i: {
            simuler: false,
            lignes: [
              { ligne: 2, engagement: 'E20', avancement: '30', meteo: 'SOLEIL' },
              { ligne: 3, engagement: 'E23', avancement: '30', meteo: 'SOLEIL' },
            ],
          },
          a: { contributions: [{ engagement: 'E22' }] },
        },
      );
      expect(data.importe).toEqual({
        erreurs: [{ ligne: 3, engagement: 'E23', code: 'ENGAGEMENT_RETIRE' }],
        refus: { code: 'IMPORT_REFUSE' },
      });
      expect(data.ensemble).toEqual({
        refuses: [{ engagement: 'E22', code: 'ENGAGEMENT_RETIRE' }],
        refus: { code: 'LOT_REFUSE' },
      });
    });

    test('aucune fiche ne s’y rattache ; celles qui y étaient publiées vont à leur terme', async () => {
      const { acte, creer, valideur } = fiches;
      const neuve = { titre: 'Trop tard', engagement: 'E23' };
      expect((await acte('creer', fiches.responsable, neuve)).refus).toBe('ENGAGEMENT_RETIRE');
      const { id: ailleurs } = await creer({ engagement: 'E20' });
      const deplacee = { ...neuve, fiche: ailleurs };
      expect((await acte('modifier', fiches.responsable, deplacee)).refus).toBe(
        'ENGAGEMENT_RETIRE',
      );
      await acte('valider', valideur, { fiche: brouillon?.id });
      const parue = await acte('publier', fiches.responsable, { fiche: brouillon?.id });
      expect(parue.refus).toBe('ENGAGEMENT_RETIRE');

      const suivie = { fiche: publiee?.id, titre: 'Menée à terme', engagement: 'E23' };
      expect((await acte('modifier', fiches.responsable, suivie)).refus).toBeNull();
      expect(publiee && (await fiches.publier(publiee))).toMatchObject({ version: 2 });
    });
  });

  /** The version of the text that the avenant makes. */
  async function retirer(codes: readonly string[]): Promise<void> {
    const { sql } = subgraph().database;
    const versionOf = (table: string, columns: string, last: string) =>
      `INSERT INTO ${table} (version, ${columns}) SELECT version + 1, ${last} FROM ${table}
       WHERE version = (SELECT max(version) FROM texte_version) `;
    await sql(`SELECT set_config('passerelle.systeme', 'oui', false)`);
    const texte = `protocole, intitule, signe_le, lieu, signataires, en_presence_de,
      texte_officiel, source, empreinte, en_vigueur_le`;
    const enjeu = 'numero, libelle, texte_officiel, source';
    const engagement = `code, numero, enjeu, libelle, texte_officiel, source, pilote, copilotes,
      echeance`;
    const liste = codes.map((code) => `'${code}'`).join(', ');
    await sql(`
      CREATE TEMP TABLE suivante AS SELECT * FROM engagement_version
        WHERE version = (SELECT max(version) FROM texte_version);
      CREATE TEMP TABLE enjeux_suivants AS SELECT * FROM enjeu_version
        WHERE version = (SELECT max(version) FROM texte_version);
      ${versionOf('texte_version', `nature, avenant, ${texte}`, `'AVENANT', 'avenant-essai', ${texte}`)};
      INSERT INTO enjeu_version (version, ${enjeu}) SELECT version + 1, ${enjeu} FROM enjeux_suivants;
      INSERT INTO engagement_version (version, ${engagement}, retire_le)
        SELECT version + 1, ${engagement},
               CASE WHEN code IN (${liste}) THEN DATE '${DERNIER_JOUR}' END FROM suivante;
      DROP TABLE suivante, enjeux_suivants`);
    await sql(`SELECT set_config('passerelle.systeme', '', false)`);
  }
}
