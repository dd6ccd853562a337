import { axe } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Banc, garderUneImage, ouvrirUnBanc } from './banc.js';
import { unRapport, unResultat } from './exemples.js';

let banc: Banc;

beforeAll(async () => {
  banc = await ouvrirUnBanc();
});

beforeEach(() => banc.remettre());

afterAll(() => banc?.fermer());

describe('actes d’un administrateur', () => {
  it('ne laisse revenir qu’avec un motif, puis dit ce qui est fait', async () => {
    await banc.surUnePage('/publications', async (page) => {
      await page.getByRole('button', { name: 'Revenir' }).click();
      const dialogue = page.getByRole('alertdialog');
      await dialogue.getByText('Schéma : révision 4, à la place de : révision 5.').waitFor();
      await garderUneImage(page, 'revenir');
      await axe(page);
      await dialogue.getByRole('button', { name: 'Revenir à la publication 11' }).click();
      await dialogue.getByText('Dites pourquoi').waitFor();
      expect(banc.actes).toEqual([]);
      await dialogue.getByLabel('Motif').fill('Les formations ne s’affichaient plus.');
      await dialogue.getByRole('button', { name: 'Revenir à la publication 11' }).click();
      await dialogue.getByText('C’est revenu.').waitFor();
      await dialogue.getByText('1 passerelle sur 2 la sert à cet instant.').waitFor();
      expect(banc.actes.map(({ chemin, corps }) => ({ chemin, corps }))).toEqual([
        {
          chemin: '/v1/retours',
          corps: {
            canal: 'production',
            vers: 11,
            genres: ['schema', 'module'],
            motif: 'Les formations ne s’affichaient plus.',
            editeur: 'region',
          },
        },
      ]);
      await garderUneImage(page, 'revenu');
      await axe(page);
      await page.keyboard.press('Escape');
      await dialogue.waitFor({ state: 'detached' });
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent))
        .toBe('Revenir');
    });
  });

  it('ne revient malgré les clients rompus que si on le redemande', async () => {
    const rapport = unRapport({ genre: 'retour' });
    banc.repondreAvant = ({ chemin, corps }) =>
      chemin === '/v1/retours' && Reflect.get(corps ?? {}, 'malgreTout') !== true
        ? { statut: 422, corps: unResultat({ publie: false, numero: null, rapport }) }
        : null;
    await banc.surUnePage('/publications', async (page) => {
      await page.getByRole('button', { name: 'Revenir' }).click();
      const dialogue = page.getByRole('alertdialog');
      await dialogue.getByLabel('Motif').fill('Chiffres faux.');
      await dialogue.getByRole('button', { name: 'Revenir à la publication 11' }).click();
      await dialogue.getByText('Le registre a refusé : rien n’a changé.').waitFor();
      await axe(page);
      await dialogue.getByRole('button', { name: 'Revenir malgré tout' }).click();
      await dialogue.getByText('C’est revenu.').waitFor();
      expect(await dialogue.getByRole('button', { name: 'Revenir malgré tout' }).count()).toBe(0);
      expect(banc.actes.map(({ corps }) => Reflect.get(corps ?? {}, 'malgreTout'))).toEqual([
        undefined,
        true,
      ]);
    });
  });

  it('montre le rapport d’un refus, avec sa sortie', async () => {
    banc.repondreAvant = ({ chemin }) =>
      chemin === '/v1/promotions'
        ? {
            statut: 422,
            corps: unResultat({ publie: false, numero: null, rapport: unRapport() }),
          }
        : null;
    await banc.surUnePage('/publications?canal=recette', async (page) => {
      await page.getByRole('button', { name: 'Mettre le schéma en production' }).click();
      const dialogue = page.getByRole('alertdialog');
      await dialogue.getByRole('button', { name: 'Mettre le schéma en production' }).click();
      await dialogue.getByText('Le registre a refusé : rien n’a changé.').waitFor();
      const rapport = await dialogue.textContent();
      for (const attendu of [
        'Instance.type',
        'ligne 42',
        'module-etat',
        'l’administrateur de l’État',
      ])
        expect(rapport).toContain(attendu);
      await garderUneImage(page, 'refus');
      await axe(page);
      expect(banc.actes[0]?.corps).toMatchObject({
        genre: 'schema',
        quoi: 'recette-production',
        canal: 'production',
        editeur: 'region',
      });
    });
  });

  it('ne montre le secret d’un jeton qu’une fois, et le copie', async () => {
    await banc.surUnePage('/publications/jetons', async (page) => {
      await page.getByRole('button', { name: 'Créer un jeton' }).click();
      const dialogue = page.getByRole('alertdialog');
      await dialogue.getByLabel('Nom').fill('neuf');
      await garderUneImage(page, 'jeton-creation');
      await axe(page);
      await dialogue.getByRole('button', { name: 'Créer le jeton' }).click();
      expect(await dialogue.getByLabel('Secret').inputValue()).toBe('psr_j4_s3cret');
      await dialogue.getByRole('button', { name: 'Copier le secret' }).click();
      await dialogue.getByText('Copié dans le presse-papiers.').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('psr_j4_s3cret');
      await garderUneImage(page, 'jeton-secret');
      await axe(page);
      await dialogue.getByRole('button', { name: 'J’ai gardé le secret' }).click();
      expect(await page.getByText('psr_j4_s3cret').count()).toBe(0);
    });
  });

  it('demande avant de révoquer', async () => {
    await banc.surUnePage('/publications/jetons', async (page) => {
      await page.getByRole('button', { name: 'Révoquer le jeton region-ci' }).click();
      const dialogue = page.getByRole('alertdialog');
      expect(banc.actes).toEqual([]);
      await dialogue.getByRole('button', { name: 'Révoquer' }).click();
      await dialogue.waitFor({ state: 'detached' });
      expect(banc.actes[0]).toMatchObject({ methode: 'DELETE', chemin: '/v1/jetons/j-1' });
    });
  });

  it('répond à une demande de carte ; un refus dit pourquoi', async () => {
    await banc.surUnePage('/publications/carte', async (page) => {
      await page.getByRole('button', { name: 'Refuser' }).click();
      const dialogue = page.getByRole('alertdialog');
      await dialogue.getByRole('button', { name: 'Refuser' }).click();
      await dialogue.getByText('Dites pourquoi vous refusez.').waitFor();
      await axe(page);
      await dialogue.getByLabel('Motif').fill('Les contrats restent à l’État.');
      await dialogue.getByRole('button', { name: 'Refuser' }).click();
      await dialogue.waitFor({ state: 'detached' });
      expect(banc.actes[0]).toMatchObject({
        chemin: '/v1/carte/demandes/d-1/accords',
        corps: { decision: 'REFUS', motif: 'Les contrats restent à l’État.' },
      });
    });
  });

  it('ne laisse répondre à une demande que le titulaire et le suppléant de la maison', async () => {
    banc.agent.sujet = 'autre';
    await banc.surUnePage('/publications/carte', async (page) => {
      await page.getByRole('region', { name: /Carte en vigueur/ }).waitFor();
      await page.getByText('réponse attendue du titulaire').waitFor();
      expect(await page.getByRole('button', { name: 'Refuser' }).count()).toBe(0);
    });
  });

  it('donne les champs demandés dans un fichier', async () => {
    await banc.surUnePage('/publications/usages', async (page) => {
      const [fichier] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('region', { name: 'Champs demandés' })
          .getByRole('button', { name: 'Exporter en CSV' })
          .click(),
      ]);
      expect(fichier.suggestedFilename()).toBe('champs-production-2023-12-15.csv');
    });
  });

  it('garde ce qui est saisi quand la session expire pendant un acte', async () => {
    await banc.surUnePage('/publications', async (page) => {
      await page.getByRole('button', { name: 'Revenir' }).click();
      const dialogue = page.getByRole('alertdialog');
      await dialogue.getByLabel('Motif').fill('Panne des formations');
      banc.agent.role = null;
      banc.repondreAvant = () => ({
        statut: 401,
        corps: { erreur: { code: 'NON_AUTHENTIFIE', message: 'Connectez-vous.', remede: '' } },
      });
      await dialogue.getByRole('button', { name: /Revenir à la publication/ }).click();
      await dialogue.getByRole('button', { name: /Se reconnecter/ }).waitFor();
      expect(await dialogue.getByLabel('Motif').inputValue()).toBe('Panne des formations');
    });
  });
});
