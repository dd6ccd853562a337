import { writeFileSync } from 'node:fs';
import { generateSigningKey } from '@passerelle/identity';
import { type Trousseau, verifyPublication } from '@passerelle/publication';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unFlux } from './un-flux.js';
import { unLot } from './un-lot.js';
import { type UnRegistre, unRegistre } from './un-registre.js';

let registre: UnRegistre;
let jeton: string;
let essai = 0;

beforeEach(async () => {
  registre = await unRegistre();
  jeton = await registre.jeton('region', 'administration');
});

afterEach(() => registre.stop());

async function publier(): Promise<number> {
  essai += 1;
  const demande = { canal: 'production', fichiers: unLot('region', essai) };
  const { status, corps } = await registre.appeler(jeton, 'POST', '/v1/modules', demande);
  expect([status, corps.publie]).toEqual([200, true]);
  return corps.numero;
}

/** As a gateway does: each publication, with the keys that the one before told it to trust. */
async function suivre(de: number, trousseau: Trousseau): Promise<Trousseau> {
  const { texte } = await registre.appeler(jeton, 'GET', `/v1/publications/production/${de}`);
  const attendu = { canal: 'production', dernierNumero: de - 1 } as const;
  return (await verifyPublication(texte, trousseau, attendu)).cles;
}

const cles = (methode: string, chemin = '', corps?: object) =>
  registre.appeler(registre.racine, methode, `/v1/cles${chemin}`, corps);

test('une clé est annoncée, désignée, puis l’ancienne retirée : les passerelles suivent sans rien faire', async () => {
  expect(await publier()).toBe(1);
  let trousseau = await suivre(1, registre.trousseau);
  const [ancienne] = trousseau.keys;
  const nouvelle = await generateSigningKey();
  const [publique] = nouvelle.publiques.keys;

  const annonce = await cles('POST', '', { ajouter: publique });
  expect(annonce.corps.publications).toEqual([{ canal: 'production', numero: 2 }]);
  trousseau = await suivre(2, trousseau);
  expect(trousseau.keys).toEqual([ancienne, publique]);

  const tot = await cles('POST', `/${publique?.kid}/signataire`, {});
  expect([tot.status, tot.corps.erreur.code]).toEqual([503, 'CLE_ABSENTE']);
  writeFileSync(registre.config.clePrivee, JSON.stringify(nouvelle.privee));
  const designee = await cles('POST', `/${publique?.kid}/signataire`, {});
  expect(designee.corps.publications).toEqual([{ canal: 'production', numero: 3 }]);
  trousseau = await suivre(3, trousseau);
  await expect(suivre(3, registre.trousseau)).rejects.toMatchObject({ code: 'CLE_INCONNUE' });

  const enService = await cles('DELETE', `/${publique?.kid}`);
  expect([enService.status, enService.corps.erreur.code]).toEqual([409, 'CLE_EN_SERVICE']);
  const retiree = await cles('DELETE', `/${ancienne?.kid}`);
  expect(retiree.corps.publications).toEqual([{ canal: 'production', numero: 4 }]);
  trousseau = await suivre(4, trousseau);
  expect(trousseau.keys).toEqual([publique]);
  expect(await publier()).toBe(5);
  await suivre(5, trousseau);

  const { corps: journal } = await registre.appeler(jeton, 'GET', '/v1/journal?editeur=commun');
  const evenements = journal.entrees.map(({ evenement }: { evenement: string }) => evenement);
  expect(evenements).toContain('CLE_RETIREE');
  expect(journal.entrees[0]?.par).toBe('jeton racine');
});

test('une passerelle connectée qui n’a pas reçu l’annonce retient la désignation', async () => {
  await publier();
  const passerelle = await registre.jeton('commun', 'passerelle');
  const flux = await unFlux(registre.origin, passerelle, { passerelle: 'lente' });
  const nouvelle = await generateSigningKey();
  const [publique] = nouvelle.publiques.keys;
  await cles('POST', '', { ajouter: publique });
  writeFileSync(registre.config.clePrivee, JSON.stringify({ keys: [nouvelle.privee] }));
  const retenue = await cles('POST', `/${publique?.kid}/signataire`, {});
  expect([retenue.status, retenue.corps.erreur.code]).toEqual([409, 'PASSERELLES_EN_RETARD']);
  await registre.appeler(passerelle, 'POST', '/v1/acquittements', {
    canal: 'production',
    numero: 2,
    passerelle: 'lente',
    statut: 'SERVIE',
    dureeMs: 1,
  });
  const designee = await cles('POST', `/${publique?.kid}/signataire`, {});
  expect([designee.status, designee.corps.publications]).toEqual([
    200,
    [{ canal: 'production', numero: 3 }],
  ]);
  flux.close();
});

test('les secrets perdus et refaits, le registre signe de nouveau ce qu’il servait', async () => {
  await publier();
  const nouvelle = await generateSigningKey();
  writeFileSync(registre.config.clePrivee, JSON.stringify(nouvelle.privee));
  const refuse = await registre.appeler(jeton, 'POST', '/v1/modules', {
    canal: 'production',
    fichiers: unLot('region', 'sans clé'),
  });
  expect([refuse.status, refuse.corps.erreur.code]).toEqual([503, 'CLE_ABSENTE']);

  writeFileSync(registre.config.clesPubliques, JSON.stringify(nouvelle.publiques));
  await registre.replique();
  expect((await suivre(2, nouvelle.publiques)).keys.map(({ kid }) => kid)).toContain(
    nouvelle.privee.kid,
  );
  await registre.replique();
  const { corps } = await registre.appeler(jeton, 'GET', '/v1/etat?canal=production');
  expect(corps.numero).toBe(2);
});
