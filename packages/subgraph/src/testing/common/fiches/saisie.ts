import { describe, expect, test } from 'vitest';
import { unAgent, uneAutreMaison, unIntegrateur } from '../../identities.js';
import type { CommonContext } from '../context.js';
import { bancDeFiches } from './banc.js';

export function describeSaisieDesFiches(context: CommonContext): void {
  const { partenaire, maison, subgraph } = context;
  const { suffixe } = maison;
  const { responsable, autre, acte, creer, publier, liste } = bancDeFiches(context);

  describe('saisie et lecture des fiches action', () => {
    test('chacun n’écrit que dans sa maison, selon son rôle', async () => {
      const input = { titre: 'Une fiche', engagement: 'E07' };
      const forged = unAgent(uneAutreMaison(partenaire), 'dpo', {
        scopes: ['protocole:lire', `${partenaire}:fiche:modifier`],
      });
      for (const identite of [autre, forged, unAgent(partenaire, 'dpo'), unIntegrateur()]) {
        expect((await acte('creer', identite, input)).errors).toEqual(['ACCES_REFUSE']);
      }
    });

    test('ce que la maison ne peut pas tenir est refusé dans la réponse, une mauvaise saisie par son code', async () => {
      const input = { titre: 'Une fiche', engagement: 'E07' };
      const refusees: readonly [object, string][] = [
        [{ engagement: 'E99' }, 'ENGAGEMENT_INCONNU'],
        [{ debut: '2024-02-01', fin: '2024-01-01' }, 'DATES_INCOHERENTES'],
        [{ territoires: [{ code: '59350', maille: 'ARRONDISSEMENT' }] }, 'TERRITOIRE_INCONNU'],
        [{ varianteDe: 'essai' }, 'FICHE_INCONNUE'],
        [
          { fin: '2024-06-30', etapes: [{ titre: 'Trop tard', echeance: '2024-07-01' }] },
          'ETAPE_HORS_DATES',
        ],
        [
          { debut: '2024-01-01', etapes: [{ titre: 'Trop tôt', echeance: '2023-12-31' }] },
          'ETAPE_HORS_DATES',
        ],
        // Today is 15 December 2023 in the demonstration.
        [{ etapes: [{ titre: 'Déjà faite', faiteLe: '2023-12-16' }] }, 'ETAPE_A_VENIR'],
      ];
      for (const [precisions, code] of refusees) {
        expect((await acte('creer', responsable, { ...input, ...precisions })).refus).toBe(code);
      }
      const actes = 'modifier evaluer conclure valider renvoyer publier abandonner'.split(' ');
      for (const nom of actes) {
        const extra = {
          modifier: input,
          evaluer: { texte: 'essai' },
          conclure: { issue: 'ARRETEE', motif: 'essai' },
          renvoyer: { motif: 'essai' },
        };
        const demande = {
          fiche: 'essai',
          ...Object.entries(extra).find(([cle]) => cle === nom)?.[1],
        };
        expect((await acte(nom, responsable, demande)).refus, nom).toBe('FICHE_INCONNUE');
      }
      const malformees: readonly [object, string][] = [
        [{ titre: ' ' }, 'TEXTE_VIDE'],
        [{ titre: 'a'.repeat(201) }, 'TEXTE_TROP_LONG'],
        [{ objet: '<script>' }, 'TEXTE_AVEC_BALISES'],
        [{ objet: 'zéro \u0000' }, 'TEXTE_INVALIDE'],
        [{ budget: [{ montantEuros: -1, source: 'Essai' }] }, 'MONTANT_INVALIDE'],
        [{ budget: [{ montantEuros: 1, source: 'Essai', annee: 23 }] }, 'ANNEE_INVALIDE'],
        [{ etapes: Array.from({ length: 31 }, () => ({ titre: 'Étape' })) }, 'FICHE_INVALIDE'],
        [{ cleIdempotence: 'a b' }, 'CLE_IDEMPOTENCE_INVALIDE'],
      ];
      for (const [precisions, code] of malformees) {
        expect((await acte('creer', responsable, { ...input, ...precisions })).errors).toEqual([
          code,
        ]);
      }
    });

    test('telles que publiées un jour donné : ce qui a été écrit depuis ne se voit pas', async () => {
      const avant = (await liste(responsable, ', le: "2023-12-15"')).map(({ id }) => id);
      await publier(await creer({ titre: 'Écrite après' }));
      expect((await liste(responsable, ', le: "2023-12-15"')).map(({ id }) => id)).toEqual(avant);
      expect(await liste(responsable, ', le: "2023-06-07"')).toEqual([]);
    });

    test('la recherche trouve un titre sans souci d’accents ni de casse', async () => {
      const fiche = await creer({ titre: 'Écluse de Pont-à-Vendin' });
      const trouvees = await liste(responsable, ', recherche: "ecluse vendin"');
      expect(trouvees.map(({ id }) => id)).toEqual([fiche.id]);
    });

    test('vingt engagements avec leurs fiches : une instruction SQL pour toutes', async () => {
      subgraph().forgetStatements();
      const { data, errors } = await subgraph().query(
        autre,
        `{ engagements { code fiches${suffixe}(first: 5) { nodes { id titre territoires { nom } } } } }`,
      );
      expect(errors).toEqual([]);
      expect(data.engagements).toHaveLength(23);
      expect([...subgraph().statements].sort()).toEqual([
        'engagements',
        'fiches-par-engagement',
        'territoires-par-cle',
      ]);
    });

    test('rien de ce qui est écrit ne se change ni ne s’efface, même en base', async () => {
      const { sql } = subgraph().database;
      await sql(`SELECT set_config('passerelle.systeme', 'oui', false)`);
      for (const tables of ['fiche_version, fiche_territoire, fiche_acte', 'observation CASCADE']) {
        await expect(sql(`TRUNCATE ${tables}`), tables).rejects.toMatchObject({ code: '23001' });
      }
      for (const table of [
        'fiche_version',
        'fiche_territoire',
        'fiche_acte',
        'observation',
        'observation_reponse',
      ]) {
        await sql(`DELETE FROM ${table}`);
        const [row] = await sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
        if (table !== 'observation_reponse') expect(row?.n, table).toBeGreaterThan(0);
      }
      await sql(`SELECT set_config('passerelle.systeme', '', false)`);
    });
  });
}
