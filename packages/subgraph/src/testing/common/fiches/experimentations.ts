import type { Identite } from '@passerelle/identity';
import { describe, expect, test } from 'vitest';
import type { CommonContext } from '../context.js';
import { bancDeFiches } from './banc.js';

export function describeExperimentations(context: CommonContext): void {
  const { responsable, autre, acte, creer, publier, lire, liste } = bancDeFiches(context);

  describe('expérimentations', () => {
    test('ligne 11 : une expérimentation est datée, finit au plus tard le 31 décembre 2023, et se liste quand son évaluation manque', async () => {
      const base = { titre: 'Une expérimentation', engagement: 'E07', experimental: true };
      expect((await acte('creer', responsable, base)).refus).toBe('EXPERIMENTATION_SANS_FIN');
      expect((await acte('creer', responsable, { ...base, fin: '2024-01-01' })).refus).toBe(
        'EXPERIMENTATION_TROP_LONGUE',
      );
      const fiche = await publier(
        await creer({
          ...base,
          fin: '2023-11-30',
          territoires: [{ code: '596', maille: 'ARRONDISSEMENT' }],
        }),
      );
      expect(fiche.evaluationEnRetard).toBe(true);

      const enRetard = async (lecteur: Identite, le: string) =>
        (await liste(lecteur, `, evaluationEnRetardLe: "${le}"`)).map(({ id }) => id);
      expect(await enRetard(autre, '2023-12-15')).toContain(fiche.id);
      expect(await enRetard(autre, '2023-11-30')).not.toContain(fiche.id);
      const toutes = await liste(autre, '');
      const attendues = toutes.filter((one) => one.evaluationEnRetard).map(({ id }) => id);
      expect(await enRetard(autre, '2023-12-15')).toEqual(attendues);

      const trop = { fiche: fiche.id, texte: 'Plus tard.', le: '2023-12-16' };
      expect((await acte('evaluer', responsable, trop)).refus).toBe('EVALUATION_A_VENIR');
      const evaluee = await acte('evaluer', responsable, {
        fiche: fiche.id,
        texte: 'Neuf entreprises sur dix recommenceraient.',
      });
      // Said on the day of the demonstration when no day is given.
      expect(evaluee.fiche?.evaluation).toEqual({
        texte: 'Neuf entreprises sur dix recommenceraient.',
        le: '2023-12-15',
      });
      expect(await enRetard(responsable, '2023-12-15')).not.toContain(fiche.id);
      // For the others it is late until it is published.
      expect(await enRetard(autre, '2023-12-15')).toContain(fiche.id);
      await publier(fiche);
      expect(await enRetard(autre, '2023-12-15')).not.toContain(fiche.id);
    });

    test('ligne 12 : une expérimentation évaluée se conclut généralisée, adaptée ou arrêtée, et sa suite en 2024 garde le lien', async () => {
      const experience = async () => {
        const fiche = await creer({
          experimental: true,
          fin: '2023-12-01',
          visibilite: 'PARTENAIRES',
        });
        const trop = { fiche: fiche.id, issue: 'GENERALISEE', motif: 'Elle a fait ses preuves.' };
        expect((await acte('conclure', responsable, trop)).refus).toBe('EVALUATION_MANQUANTE');
        await acte('evaluer', responsable, { fiche: fiche.id, texte: 'Elle a fait ses preuves.' });
        return fiche;
      };
      const sansIssue = async () =>
        (await liste(responsable, ', sansIssueLe: "2023-12-15"')).map(({ id }) => id);

      const generalisee = await experience();
      expect(await sansIssue()).toContain(generalisee.id);
      const { fiche: conclue } = await acte('conclure', responsable, {
        fiche: generalisee.id,
        issue: 'GENERALISEE',
        motif: 'Délai tenu dans neuf cas sur dix.',
      });
      expect(conclue).toMatchObject({
        issue: 'GENERALISEE',
        motifIssue: 'Délai tenu dans neuf cas sur dix.',
        suite: { experimental: false, debut: '2024-01-01', prolonge: { id: generalisee.id } },
      });
      expect(await sansIssue()).not.toContain(generalisee.id);
      // The link is kept once published, and from both sides.
      await publier(generalisee);
      const suiteId: string = conclue?.suite.id;
      expect((await lire(autre, generalisee.id))?.suite).toBeNull();
      await publier({ id: suiteId });
      expect((await lire(autre, generalisee.id))?.suite.id).toBe(suiteId);
      expect((await lire(autre, suiteId))?.prolonge).toEqual({
        id: generalisee.id,
        issue: 'GENERALISEE',
      });
      expect(
        (
          await acte('modifier', responsable, {
            fiche: generalisee.id,
            titre: 'Non',
            engagement: 'E07',
          })
        ).refus,
      ).toBe('EXPERIMENTATION_CONCLUE');

      const adaptee = await experience();
      const reprise = await publier(await creer({ titre: 'La reprise' }));
      const nommee = await acte('conclure', responsable, {
        fiche: adaptee.id,
        issue: 'ADAPTEE',
        motif: 'À reprendre autrement.',
        suite: reprise.id,
      });
      expect(nommee.fiche?.suite).toMatchObject({ id: reprise.id, prolonge: { id: adaptee.id } });

      // One experiment at the other end of the link, or it would be read from one side only.
      const seconde = await experience();
      const prise = {
        fiche: seconde.id,
        issue: 'ADAPTEE',
        motif: 'À reprendre autrement.',
        suite: reprise.id,
      };
      expect((await acte('conclure', responsable, prise)).refus).toBe('SUITE_DEJA_LIEE');

      const arretee = await experience();
      const fin = { fiche: arretee.id, issue: 'ARRETEE', motif: 'Sans effet.' };
      expect((await acte('conclure', responsable, { ...fin, suite: reprise.id })).refus).toBe(
        'SUITE_INATTENDUE',
      );
      expect((await acte('conclure', responsable, fin)).fiche).toMatchObject({
        issue: 'ARRETEE',
        suite: null,
      });
      const ordinaire = await creer();
      expect((await acte('conclure', responsable, { ...fin, fiche: ordinaire.id })).refus).toBe(
        'PAS_EXPERIMENTALE',
      );
    });
  });
}
