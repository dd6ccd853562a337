import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RESPONSABLE, unAgent, uneAutreMaison, unResponsable } from '../identities.js';
import { type CommonContext, codes } from './context.js';

export function describeLettre({ partenaire, maison, subgraph }: CommonContext): void {
  const { suffixe } = maison;

  describe('lettre du lundi', () => {
    const agent = unAgent(partenaire, RESPONSABLE[partenaire], { sujet: 'abonne-a-la-lettre' });
    const demander = (lecteur: typeof agent) =>
      subgraph().query(
        lecteur,
        `mutation { r: recevoirMaLettre${suffixe}(input: {}) { adresse refus { code message } } }`,
      );

    test('un agent reçoit la sienne à la demande, avec des liens qui ouvrent le portail', async () => {
      expect((await demander(agent)).data.r.refus.code).toBe('LETTRE_SANS_ADRESSE');
      await subgraph().query(
        agent,
        `mutation { reglerLettre${suffixe}(input: {
           lettre: true, courriel: "abonne@passerelle.invalid" }) { refus { code } } }`,
      );
      expect((await demander(agent)).data.r).toEqual({
        adresse: 'abonne@passerelle.invalid',
        refus: null,
      });
      const dossier = join(subgraph().dossier, 'courriels');
      const noms = await readdir(dossier);
      const texte = noms.find((nom) => nom.endsWith('.txt')) ?? '';
      const lettre = await readFile(join(dossier, texte), 'utf8');
      expect(lettre).toContain(`Pour : ${agent.fonction}, ${agent.organisation}`);
      expect(lettre).toContain('http://portail.invalid/suivi');
      expect(lettre).toContain('VOS SÉANCES CETTE SEMAINE');
      expect((await demander(agent)).data.r.refus.code).toBe('LETTRE_TROP_RAPPROCHEE');
    });

    test('nul ne la demande dans une autre maison', async () => {
      expect(codes(await demander(unResponsable(uneAutreMaison(partenaire))))).toEqual([
        'ACCES_REFUSE',
      ]);
    });

    test('les adresses et les sujets ne se journalisent pas', () => {
      const journal = subgraph().logged.join('\n');
      expect(journal).not.toContain('abonne@passerelle.invalid');
      expect(journal).not.toContain('abonne-a-la-lettre');
    });
  });
}
