import { axe } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aChaqueVue, type Banc, garderUneImage, ouvrirUnBanc } from './banc.js';
import { duTexte, unAvenant } from './exemples-du-texte.js';
import { unGraphe } from './graphe-simule.js';

const VUES = [
  { largeur: 1280, theme: 'dark' },
  { largeur: 320, theme: 'light' },
  { largeur: 320, theme: 'dark' },
] as const;

let banc: Banc;

beforeAll(async () => {
  banc = await ouvrirUnBanc();
});

beforeEach(() => {
  banc.remettre();
  banc.agent = {
    role: 'chef-de-projet',
    sujet: '11',
    partenaire: 'etat',
    scopes: ['etat:avenant:ouvrir', 'etat:avenant:valider'],
  };
  banc.demander = unGraphe(duTexte());
});

afterAll(() => banc?.fermer());

describe('texte et avenants', () => {
  it('sans défaut d’accessibilité ni débordement, à chaque vue, en impression aussi', async () => {
    await banc.surUnePage('/protocole/texte', async (page) => {
      await page.getByText('Trois originaux, version par version').waitFor();
      await page.getByText(/engagements de cette version/).click();
      await aChaqueVue(page, VUES, async ({ largeur, theme }) => {
        for (const media of ['print', 'screen'] as const) {
          await page.emulateMedia({ media });
          await garderUneImage(page, `texte-${media}-${largeur}-${theme}`);
          await axe(page);
          const debordement = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(debordement, `déborde en ${media}, ${largeur} px`).toBeLessThanOrEqual(0);
        }
      });
    });
  });

  it('ligne 4 : un original qui diffère se lit mot à mot, avec la maison qui le tient', async () => {
    banc.demander = unGraphe(duTexte({ altere: true }));
    await banc.surUnePage(
      '/protocole/texte',
      async (page) => {
        const ecarts = page.getByRole('region', { name: 'Écarts entre les originaux, version 1' });
        await ecarts.getByText('Un passage diffère.').waitFor();
        await ecarts.getByRole('heading', { name: 'E07, Libellé' }).waitFor();
        await ecarts.locator('ins').first().waitFor();
        expect(await ecarts.locator('dt').allTextContents()).toEqual([
          'État Pôle emploi ',
          'Région ',
        ]);
        expect(await ecarts.locator('ins').allTextContents()).toContainEqual(
          expect.stringContaining('glissé'),
        );
        await garderUneImage(page, 'texte-ecarts');
        await axe(page);
      },
      { largeur: 320, theme: 'light' },
    );
  });

  it('ligne 4 : un avenant ajoute, retire ou change ; chaque erreur est dite à son champ', async () => {
    const ecrits: unknown[] = [];
    let refuser = true;
    banc.demander = unGraphe(
      duTexte({
        avenants: [unAvenant({ etat: 'BROUILLON' })],
        ecrire: (input) => {
          ecrits.push(input);
          if (!refuser) return [];
          const message = 'Un engagement ne se retire pas avant la signature du protocole.';
          const code = 'RETRAIT_AVANT_SIGNATURE';
          return [{ sujet: 'E01', champ: 'retireLe', code, message }];
        },
      }),
    );
    await banc.surUnePage('/protocole/texte', async (page) => {
      const formulaire = page.getByRole('form', { name: 'Écrire l’avenant n° 1' });
      await formulaire.getByLabel('Ajouter un engagement').check();
      await formulaire.getByRole('button', { name: 'Enregistrer ce changement' }).click();
      await formulaire.getByText('Choisissez la maison qui le pilote.').waitFor();
      await axe(page);
      expect(ecrits).toEqual([]);
      await formulaire.getByLabel('Retirer un engagement').check();
      const jour = formulaire.locator('input[type=date]');
      await jour.fill('2020-01-01');
      await formulaire.getByRole('button', { name: 'Enregistrer ce changement' }).click();
      await expect.poll(() => jour.getAttribute('aria-invalid')).toBe('true');
      refuser = false;
      await jour.fill('2024-06-30');
      await formulaire.getByRole('button', { name: 'Enregistrer ce changement' }).click();
      await expect.poll(() => ecrits.length).toBe(2);
      expect(ecrits[1]).toMatchObject({
        modifications: {
          engagements: [
            { code: 'E01', retireLe: '2024-06-30' },
            { code: 'E07', pilote: 'REGION', echeance: '2024-06-30' },
          ],
          ajouts: [{ libelle: 'Ouvrir les ateliers', enjeu: 1, pilote: 'REGION' }],
        },
      });
    });
  });
});
