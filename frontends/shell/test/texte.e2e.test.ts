import { axe } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Banc, garderUneImage, ouvrirUnBanc } from './banc.js';
import { duTexte } from './exemples-du-texte.js';
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
  it.each(VUES)(
    'sans défaut d’accessibilité ni débordement, en impression aussi : %o',
    async (vue) => {
      await banc.surUnePage(
        '/protocole/texte',
        async (page) => {
          await page.getByText('Trois originaux, version par version').waitFor();
          await page.getByText(/engagements de cette version/).click();
          for (const media of ['screen', 'print'] as const) {
            await page.emulateMedia({ media });
            await garderUneImage(page, `texte-${media}-${vue.largeur}-${vue.theme}`);
            await axe(page);
            const debordement = await page.evaluate(
              () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            );
            expect(debordement, `déborde en ${media}`).toBeLessThanOrEqual(0);
          }
        },
        vue,
      );
    },
  );
});
