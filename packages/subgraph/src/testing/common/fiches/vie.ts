import { describe, expect, test } from 'vitest';
import { unAgent, unIntegrateur } from '../../identities.js';
import type { CommonContext } from '../context.js';
import { bancDeFiches } from './banc.js';

export function describeVieDesFiches(context: CommonContext): void {
  const { partenaire, subgraph } = context;
  const { responsable, valideur, autre, acte, creer, publier, lire, liste } = bancDeFiches(context);

  describe('vie des fiches action', () => {
    test('une quarantaine de fiches à trois au premier démarrage, marquées démonstration', async () => {
      const fiches = await liste(responsable, '');
      expect(fiches.length).toBeGreaterThanOrEqual(9);
      expect(fiches.every(({ demonstration }) => demonstration === true)).toBe(true);
      expect(fiches.map(({ numero }) => numero)).toEqual(fiches.map((_, index) => index + 1));
      expect(fiches.filter(({ etat }) => etat === 'BROUILLON')).toHaveLength(1);
      expect(await liste(autre, '')).toHaveLength(fiches.length - 1);
    });

    test('un brouillon ne se voit que dans sa maison ; publié, chacun le voit selon sa visibilité', async () => {
      const draft = await creer({
        objet: 'Voir si la fiche se tient.',
        debut: '2024-01-08',
        fin: '2024-06-30',
        etapes: [{ titre: 'Commencer', echeance: '2024-01-31' }],
        budget: [
          { montantEuros: 12_000, source: 'Crédits d’essai', annee: 2024 },
          { montantEuros: 3000, source: 'Autre source' },
        ],
        visibilite: 'PUBLIC',
      });
      expect(draft).toMatchObject({
        id: `${partenaire}:fiche-${draft.numero}`,
        version: 1,
        etat: 'BROUILLON',
        statut: 'A_VENIR',
        budgetTotalEuros: 15_000,
        budget: [{ annee: 2024 }, { annee: null }],
        territoires: [{ code: '32', maille: 'REGION' }],
        auteur: `${responsable.fonction}, ${responsable.organisation}`,
        versionPubliee: null,
      });
      expect(await lire(autre, draft.id)).toBeNull();
      expect(await lire(unIntegrateur(), draft.id)).toBeNull();
      expect((await lire(unAgent(partenaire, 'dpo'), draft.id))?.version).toBe(1);

      await publier(draft);
      for (const lecteur of [autre, unIntegrateur(), unAgent(null, 'partenaire-social')]) {
        expect(await lire(lecteur, draft.id)).toMatchObject({ etat: 'PUBLIEE', version: 1 });
      }

      const second = await acte('modifier', responsable, {
        fiche: draft.id,
        titre: 'Une fiche d’essai, revue',
        engagement: 'E07',
        visibilite: 'PARTENAIRES',
        versionAttendue: 1,
      });
      expect(second.fiche).toMatchObject({ version: 2, etat: 'BROUILLON', etapes: [] });
      expect((await lire(autre, draft.id))?.titre).toBe('Une fiche d’essai');
      await publier(draft);
      expect((await lire(autre, draft.id))?.titre).toBe('Une fiche d’essai, revue');
      // What was public stays as it was published: the new version is the partners' only.
      expect((await lire(unIntegrateur(), draft.id))?.version).toBe(1);
      expect((await lire(responsable, draft.id))?.historique.nodes).toEqual([
        { version: 2 },
        { version: 1 },
      ]);
    });

    test('entre l’écriture et la publication, un autre que l’auteur valide ; chacun sait qui et quand', async () => {
      const fiche = await creer();
      const sienne = { fiche: fiche.id, versionAttendue: 1 };
      expect((await acte('publier', responsable, sienne)).refus).toBe('TRANSITION_REFUSEE');
      expect((await acte('valider', responsable, sienne)).refus).toBe('VALIDATION_PAR_AUTEUR');
      const { fiche: validee } = await acte('valider', valideur, sienne);
      expect(validee).toMatchObject({ etat: 'VALIDEE', version: 1, ecriteParMoi: false });
      expect((await acte('valider', valideur, sienne)).refus).toBe('TRANSITION_REFUSEE');
      // Validated, it is still the house's own.
      expect(await lire(autre, fiche.id)).toBeNull();
      expect((await liste(responsable, ', etat: VALIDEE')).map(({ id }) => id)).toContain(fiche.id);
      await acte('publier', responsable, sienne);
      const affiche = `${responsable.fonction}, ${responsable.organisation}`;
      const lue = await lire(responsable, fiche.id);
      expect(lue).toMatchObject({ etat: 'PUBLIEE', ecriteParMoi: true });
      expect(lue?.['vie']).toEqual(
        ['MODIFIER', 'VALIDER', 'PUBLIER'].map((un) => ({
          acte: un,
          auteur: affiche,
          motif: null,
        })),
      );
      // The others know when it was published, not how the house came to it.
      expect((await lire(autre, fiche.id))?.['vie']).toEqual([
        { acte: 'PUBLIER', auteur: affiche, motif: null },
      ]);
    });

    test('renvoyée à la rédaction avec son motif, une version validée se reprend avant d’aller plus loin', async () => {
      const fiche = await creer();
      await acte('valider', valideur, { fiche: fiche.id });
      const motif = 'Le budget de 2024 manque.';
      const renvoi = { fiche: fiche.id, motif, versionAttendue: 1 };
      const { fiche: renvoyee } = await acte('renvoyer', valideur, renvoi);
      expect(renvoyee).toMatchObject({ etat: 'BROUILLON', renvoyee: true });
      expect(renvoyee?.['vie'].at(-1)).toMatchObject({ acte: 'RENVOYER', motif });
      for (const nom of ['valider', 'renvoyer']) {
        const repete = { fiche: fiche.id, ...(nom === 'renvoyer' && { motif }) };
        expect((await acte(nom, valideur, repete)).refus, nom).toBe('DEJA_RENVOYEE');
      }
      expect((await acte('publier', responsable, { fiche: fiche.id })).refus).toBe(
        'TRANSITION_REFUSEE',
      );
      const reprise = { fiche: fiche.id, titre: 'Reprise', engagement: 'E07', versionAttendue: 1 };
      expect((await acte('modifier', responsable, reprise)).fiche).toMatchObject({
        version: 2,
        renvoyee: false,
      });
      expect(await publier(fiche)).toMatchObject({ version: 2, etat: 'PUBLIEE' });
      expect((await acte('renvoyer', valideur, { ...renvoi, versionAttendue: 2 })).refus).toBe(
        'RIEN_A_RENVOYER',
      );
      expect((await acte('valider', valideur, { fiche: fiche.id })).refus).toBe('RIEN_A_VALIDER');
    });

    test('valider ce que l’on a écrit est refusé même en base', async () => {
      const { numero } = await creer();
      const { sql } = subgraph().database;
      await sql(`SELECT set_config('passerelle.systeme', 'oui', false)`);
      await expect(
        sql(
          `INSERT INTO fiche_acte (numero, version, acte, visibilite, auteur, auteur_sujet,
             empreinte_demande)
           SELECT numero, version, 'VALIDER', visibilite, auteur, auteur_sujet, 'essai'
           FROM fiche_version WHERE numero = ${Number(numero)}`,
        ),
      ).rejects.toMatchObject({ code: '23514' });
      await sql(`SELECT set_config('passerelle.systeme', '', false)`);
    });

    test('deux personnes écrivent : la seconde est refusée et reçoit la version présente', async () => {
      const fiche = await creer();
      const input = {
        fiche: fiche.id,
        titre: 'Autre titre',
        engagement: 'E07',
        versionAttendue: 1,
      };
      expect((await acte('modifier', responsable, input)).refus).toBeNull();
      const late = await acte('modifier', responsable, input);
      expect(late.refus).toBe('VERSION_DEPASSEE');
      expect(late.fiche).toMatchObject({ version: 2, titre: 'Autre titre' });
    });

    test('un envoi répété sous la même clé n’ouvre qu’une fiche ; une autre demande est refusée', async () => {
      const input = {
        titre: 'Sous clé',
        engagement: 'E07',
        cleIdempotence: `fiche-${partenaire}-1`,
      };
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => acte('creer', responsable, input)),
      );
      expect(new Set(answers.map(({ fiche }) => fiche?.id)).size).toBe(1);
      const other = await acte('creer', responsable, { ...input, titre: 'Autre' });
      expect(other.refus).toBe('CLE_IDEMPOTENCE_REUTILISEE');
    });

    test('un brouillon abandonné laisse voir ce qui était publié ; sans rien de publié, plus rien', async () => {
      const fiche = await creer();
      await publier(fiche);
      await acte('modifier', responsable, { fiche: fiche.id, titre: 'Raté', engagement: 'E07' });
      const left = await acte('abandonner', responsable, { fiche: fiche.id });
      expect(left.fiche).toMatchObject({ version: 1, etat: 'PUBLIEE' });
      expect((await acte('abandonner', responsable, { fiche: fiche.id })).refus).toBe(
        'RIEN_A_ABANDONNER',
      );
      expect((await acte('publier', responsable, { fiche: fiche.id })).refus).toBe(
        'RIEN_A_PUBLIER',
      );

      const jamais = await creer();
      expect(await acte('abandonner', responsable, { fiche: jamais.id })).toMatchObject({
        fiche: null,
        refus: null,
      });
      expect(await lire(responsable, jamais.id)).toBeNull();
    });
  });
}
