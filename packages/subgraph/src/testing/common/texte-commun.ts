import { empreinte, protocoleDemonstration } from '@passerelle/demo-data';
import { describe, expect, test } from 'vitest';
import { unAgent, unIntegrateur } from '../identities.js';
import { type CommonContext, codes } from './context.js';

export function describeTexteCommun({ maison, subgraph }: CommonContext): void {
  describe('texte commun', () => {
    const lecteur = unAgent('region', 'animateur-prochemploi');

    test('tient les 23 engagements et les quatre enjeux, avec la même empreinte que les autres', async () => {
      const { data, errors } = await subgraph().query(
        lecteur,
        `{ protocole {
             id signeLe signataires { partenaire } enPresenceDe
             engagements { code texteOfficiel enjeu { numero } }
             enjeux { numero texteOfficiel engagements { code } }
             original${maison.suffixe} { partenaire empreinte }
         } }`,
      );

      expect(errors).toEqual([]);
      const { protocole } = data;
      expect(protocole.signeLe).toBe('2023-06-08');
      expect(protocole.signataires).toHaveLength(3);
      expect(protocole.enPresenceDe).toHaveLength(1);
      expect(protocole.engagements.map(({ code }: { code: string }) => code)).toEqual(
        Array.from({ length: 23 }, (_, index) => `E${String(index + 1).padStart(2, '0')}`),
      );
      expect(
        protocole.engagements.every((one: { texteOfficiel: boolean }) => !one.texteOfficiel),
      ).toBe(true);
      expect(protocole.enjeux).toHaveLength(4);
      expect(protocole.enjeux.every((one: { texteOfficiel: boolean }) => one.texteOfficiel)).toBe(
        true,
      );
      expect(
        protocole.enjeux.flatMap((one: { engagements: unknown[] }) => one.engagements),
      ).toHaveLength(23);
      expect(protocole[`original${maison.suffixe}`]).toEqual({
        partenaire: maison.symbole,
        empreinte: empreinte(protocoleDemonstration()),
      });
    });

    test('s’ouvre aux intégrateurs', async () => {
      const { data, errors } = await subgraph().query(
        unIntegrateur(),
        '{ engagements(enjeu: 3) { code libelle enjeu { numero } texteOfficiel } }',
      );

      expect(errors).toEqual([]);
      expect(data.engagements.length).toBeGreaterThan(0);
      expect(
        data.engagements.every((one: { enjeu: { numero: number } }) => one.enjeu.numero === 3),
      ).toBe(true);
    });

    test('dit qu’un enjeu n’existe pas, et ne trouve pas un engagement inconnu', async () => {
      const unknown = await subgraph().query(lecteur, '{ engagements(enjeu: 9) { code } }');
      expect(codes(unknown)).toEqual(['ENJEU_INCONNU']);

      const { data, errors } = await subgraph().query(
        lecteur,
        '{ enjeu(numero: 9) { numero } engagement(code: "E99") { code } }',
      );
      expect(errors).toEqual([]);
      expect(data).toEqual({ enjeu: null, engagement: null });
    });

    test('le texte est figé : le serveur refuse de changer ou d’effacer une ligne', async () => {
      const { sql } = subgraph().database;
      for (const statement of [
        `UPDATE engagement SET libelle = 'autre' WHERE code = 'E01'`,
        `DELETE FROM enjeu`,
        `UPDATE protocole SET empreinte = repeat('0', 64)`,
        `TRUNCATE protocole, enjeu, engagement CASCADE`,
      ]) {
        await expect(sql(statement), statement).rejects.toMatchObject({ code: '23001' });
      }
    });

    test('ligne 4 : un original altéré dans sa base ne donne plus son empreinte, et le passage se lit', async () => {
      const { sql } = subgraph().database;
      const question = `{ protocole { originaux${maison.suffixe} {
        version empreinte conforme passages { sujet champ texte } } } }`;
      const lire = async () => {
        const { data, errors } = await subgraph().query(lecteur, question);
        expect(errors).toEqual([]);
        const [original] = data.protocole[`originaux${maison.suffixe}`];
        const { texte } = original.passages.find(
          ({ sujet, champ }: { sujet: string; champ: string }) =>
            sujet === 'E07' && champ === 'libelle',
        );
        return { ...original, texte };
      };
      const avant = await lire();
      expect(avant.conforme).toBe(true);
      const changer = async (libelle: string): Promise<void> => {
        // What whoever holds the server could do, and nobody else.
        await sql(`ALTER TABLE engagement_version
          DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
        await sql(`UPDATE engagement_version SET libelle = $1 WHERE code = 'E07'`, [libelle]);
        await sql(`ALTER TABLE engagement_version
          ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY`);
      };
      try {
        await changer('Un libellé glissé dans la base');
        const apres = await lire();
        expect(apres).toMatchObject({
          conforme: false,
          empreinte: avant.empreinte,
          texte: 'Un libellé glissé dans la base',
        });
      } finally {
        await changer(avant.texte);
      }
      expect((await lire()).conforme).toBe(true);
    });
  });
}
