import {
  type Constat,
  empreinteOf,
  type Publication,
  verifyPublication,
} from '@passerelle/publication';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unLot, unPartage } from './un-lot.js';
import { type UnPartenaire, unPartenaire, unPetitSchema } from './un-partenaire.js';
import { type Reponse, type UnRegistre, unRegistre } from './un-registre.js';

let registre: UnRegistre;
let region: UnPartenaire;
let jeton: string;

beforeAll(async () => {
  registre = await unRegistre();
  region = await unPartenaire('region');
  jeton = await registre.jeton('region', 'administration');
});

afterAll(async () => {
  await region.stop();
  await registre.stop();
});

async function courante(canal: 'recette' | 'production'): Promise<Publication> {
  const { texte } = await registre.appeler(
    jeton,
    'GET',
    `/v1/publications/courante?canal=${canal}`,
  );
  return verifyPublication(texte, registre.trousseau, { canal, dernierNumero: null });
}

function publierSchema(schema: string, canal = 'production'): Promise<Reponse> {
  return registre.appeler(jeton, 'POST', '/v1/schemas', { canal, schema, url: region.url });
}

function publierModule(essai: number, reste: object = {}): Promise<Reponse> {
  const demande = { canal: 'production', fichiers: unLot('region', essai), ...reste };
  return registre.appeler(jeton, 'POST', '/v1/modules', demande);
}

const refus = ({ corps }: Reponse): string[] =>
  corps.rapport.constats
    .filter(({ gravite }: Constat) => gravite === 'REFUS')
    .map(({ code }: Constat) => code);

test('un schéma publié est numéroté, signé et relu tel quel ; le même, à la mise en page près, ne change rien', async () => {
  const schema = unPetitSchema('region', 1);
  region.servir(schema);
  const publie = await publierSchema(schema);
  expect(refus(publie)).toEqual([]);
  expect(publie.status).toBe(200);
  expect(publie.corps).toMatchObject({ publie: true, inchange: false, numero: 1, revision: 1 });
  const publication = await courante('production');
  expect(publication).toMatchObject({
    numero: 1,
    sousGraphes: [{ partenaire: 'region', revision: 1, url: region.url, schema }],
    portail: null,
  });
  expect(publication.supergraphe).toContain('essaiRegion');

  const encore = await publierSchema(`# le même\n${schema}\n`);
  expect([encore.status, encore.corps.publie]).toEqual([200, false]);
  expect(encore.corps).toMatchObject({ inchange: true, numero: 1, revision: 1 });
});

test('un schéma que le processus ne sert pas, ou un processus muet, sont refusés et journalisés', async () => {
  const autre = await publierSchema(unPetitSchema('region', 'non servi'));
  expect([autre.status, refus(autre)]).toEqual([422, ['SCHEMA_NON_SERVI']]);
  const muet = await registre.appeler(jeton, 'POST', '/v1/schemas', {
    canal: 'production',
    schema: unPetitSchema('region', 'muet'),
    url: 'http://127.0.0.1:9/graphql',
  });
  expect([muet.status, refus(muet)]).toEqual([422, ['SERVICE_INJOIGNABLE']]);
  expect((await courante('production')).numero).toBe(1);
  const { corps } = await registre.appeler(jeton, 'GET', '/v1/journal?evenement=REFUS');
  expect(corps.entrees.map(({ resume }: { resume: string }) => resume)).toEqual([
    'Schéma refusé : SERVICE_INJOIGNABLE.',
    'Schéma refusé : SCHEMA_NON_SERVI.',
  ]);
});

test('un retour remet l’état d’avant sous un numéro plus haut', async () => {
  const schema = unPetitSchema('region', 2);
  region.servir(schema);
  expect((await publierSchema(schema)).corps).toMatchObject({ numero: 2, revision: 2 });
  const demande = { motif: 'trop lent', genres: ['schema'] };
  const retour = await registre.appeler(jeton, 'POST', '/v1/retours', demande);
  expect([retour.status, refus(retour)]).toEqual([200, []]);
  expect(retour.corps).toMatchObject({ publie: true, numero: 3 });
  const publication = await courante('production');
  expect(publication.sousGraphes).toMatchObject([{ partenaire: 'region', revision: 1 }]);
  expect(publication.supergraphe).toContain('Essai 1.');

  const { corps } = await registre.appeler(jeton, 'GET', '/v1/publications/production/3/resume');
  expect(corps).toMatchObject({
    numero: 3,
    precedente: 2,
    suivante: null,
    motif: 'trop lent',
    differences: [{ editeur: 'region', quoi: 'schema', avant: 2, apres: 1 }],
  });
  const inutile = await registre.appeler(jeton, 'POST', '/v1/retours', { ...demande, vers: 1 });
  expect(inutile.corps).toMatchObject({ publie: false, inchange: true, numero: 3 });
  const inconnu = await registre.appeler(jeton, 'POST', '/v1/retours', { ...demande, vers: 99 });
  expect([inconnu.status, inconnu.corps.erreur.code]).toEqual([404, 'PUBLICATION_ABSENTE']);
});

test('revenir encore va plus loin, sans jamais remettre ce qui vient d’être retiré', async () => {
  const etat = await unPartenaire('etat');
  const sien = await registre.jeton('etat', 'schema');
  const publier = async (essai: string) => {
    const schema = unPetitSchema('etat', essai);
    etat.servir(schema);
    const demande = { canal: 'production', schema, url: etat.url };
    return (await registre.appeler(sien, 'POST', '/v1/schemas', demande)).corps.revision;
  };
  const revenir = async () => {
    const demande = { motif: 'encore', genres: ['schema'] };
    const { corps } = await registre.appeler(sien, 'POST', '/v1/retours', demande);
    const { sousGraphes } = await courante('production');
    return corps.erreur?.code ?? sousGraphes.find((s) => s.partenaire === 'etat')?.revision;
  };
  for (const [essai, revision] of [
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ] as const) {
    expect(await publier(essai)).toBe(revision);
  }
  expect([await revenir(), await revenir(), await revenir()]).toEqual([2, 1, 'RETOUR_IMPOSSIBLE']);
  expect(await publier('c')).toBe(3);
  expect(await revenir()).toBe(1);
  await etat.stop();
});

test('de recette à production : le texte est promu, l’adresse reste celle de production', async () => {
  const recette = await unPartenaire('region');
  const schema = unPetitSchema('region', 'promu');
  recette.servir(schema);
  const essai = { canal: 'recette', schema, url: recette.url };
  expect((await registre.appeler(jeton, 'POST', '/v1/schemas', essai)).status).toBe(200);
  const demande = { genre: 'schema', quoi: 'recette-production' };
  const trop = await registre.appeler(jeton, 'POST', '/v1/promotions', demande);
  expect([trop.status, refus(trop)]).toEqual([422, ['SCHEMA_NON_SERVI']]);
  region.servir(schema);
  const promu = await registre.appeler(jeton, 'POST', '/v1/promotions', demande);
  expect([promu.status, refus(promu)]).toEqual([200, []]);
  const { sousGraphes } = await courante('production');
  expect(sousGraphes[0]).toMatchObject({ partenaire: 'region', schema, url: region.url });
  await recette.stop();
});

test('un module : canari pour quelques-uns, puis pour tous ; les versions passées restent', async () => {
  const commun = await registre.jeton('commun', 'module');
  for (const [lot, fichiers] of [
    ['partages', unPartage(1)],
    ['coquille', unLot('shell', 1)],
  ] as const) {
    const demande = { canal: 'production', lot, fichiers };
    const { status, corps } = await registre.appeler(commun, 'POST', '/v1/modules', demande);
    expect([lot, status, corps.rapport?.constats]).toEqual([lot, 200, []]);
  }
  const premier = await publierModule(1);
  expect([premier.status, refus(premier)]).toEqual([200, []]);
  expect((await publierModule(1)).corps).toMatchObject({ inchange: true, revision: 1 });

  const personne = await publierModule(2, { cible: { roles: [] } });
  expect([personne.status, personne.corps.erreur.code]).toEqual([400, 'DEMANDE_INVALIDE']);
  const inconnu = await publierModule(2, { cible: { roles: ['administrateurs'] } });
  expect([inconnu.status, inconnu.corps.erreur.message]).toEqual([
    400,
    'cible : le rôle « administrateurs » n’existe pas, personne ne verrait ce canari.',
  ]);
  const cible = { roles: ['administrateur'], organisations: [] };
  expect((await publierModule(2, { cible })).corps).toMatchObject({ publie: true, revision: 2 });
  const versions = async () =>
    (await courante('production')).portail?.modules.flatMap((each) =>
      each.versions.map(({ revision, cible: pour }) => [each.partenaire, revision, pour]),
    );
  expect(await versions()).toEqual([
    ['region', 2, cible],
    ['region', 1, null],
  ]);
  const demande = { genre: 'module', quoi: 'canari' };
  expect((await registre.appeler(jeton, 'POST', '/v1/promotions', demande)).status).toBe(200);
  expect(await versions()).toEqual([['region', 2, null]]);
  expect((await registre.appeler(jeton, 'POST', '/v1/promotions', demande)).corps.erreur.code).toBe(
    'RIEN_A_PROMOUVOIR',
  );

  for (const essai of [3, 4, 5, 6]) expect((await publierModule(essai)).status).toBe(200);
  const { portail } = await courante('production');
  expect(portail?.gardes.map(({ lot, revision }) => [lot, revision])).toEqual([
    ['region', 5],
    ['region', 4],
    ['region', 3],
    ['region', 2],
    ['region', 1],
  ]);
  const fichier = portail?.gardes[0]?.fichiers.find(({ chemin }) => chemin.endsWith('.js'));
  const { texte } = await registre.appeler(jeton, 'GET', `/v1/fichiers/${fichier?.empreinte}`);
  expect(texte).toContain('"5"');
});

test('la plateforme revient aussi : la coquille d’avant, sans toucher aux modules', async () => {
  const commun = await registre.jeton('commun', 'administration');
  const coquille = { canal: 'production', lot: 'coquille', fichiers: unLot('shell', 2) };
  const neuve = await registre.appeler(commun, 'POST', '/v1/modules', coquille);
  expect([neuve.status, neuve.corps.revision]).toEqual([200, 2]);
  const demande = { motif: 'page blanche', genres: ['module'] };
  const retour = await registre.appeler(commun, 'POST', '/v1/retours', demande);
  expect([retour.status, refus(retour)]).toEqual([200, []]);
  const { portail } = await courante('production');
  expect(portail?.coquille.revision).toBe(1);
  expect(portail?.modules[0]?.versions).toMatchObject([{ revision: 6, cible: null }]);
});

test('l’état dit qui sert quoi, et le graphe est celui de la publication', async () => {
  const { corps: etat } = await registre.appeler(jeton, 'GET', '/v1/etat?canal=production');
  expect(etat.partenaires).toMatchObject([
    {
      partenaire: 'region',
      schema: { url: region.url, par: 'jeton premier', derive: null },
      module: { revision: 6, version: '0.0.6' },
      canari: null,
    },
    { partenaire: 'etat', schema: { revision: 1 }, module: null },
  ]);
  expect(etat.commun).toMatchObject({ coquille: { revision: 1 }, partages: { revision: 1 } });
  const { corps: graphe } = await registre.appeler(jeton, 'GET', '/v1/graphe?canal=production');
  expect(graphe).toMatchObject({ numero: etat.numero });
  expect(graphe.apiSdl).toContain('essaiRegion');
  const { corps: sous } = await registre.appeler(jeton, 'GET', '/v1/sous-graphes?canal=production');
  expect(sous[0]).toMatchObject({ partenaire: 'region', url: region.url });
});

test('revenir à un numéro attend ses clients, sauf malgré tout ; défaire le dernier changement n’attend pas', async () => {
  const pole = await unPartenaire('pole-emploi');
  const sien = await registre.jeton('pole-emploi', 'administration');
  const passerelle = await registre.jeton('commun', 'passerelle');
  const publier = async (champ: string): Promise<number> => {
    const schema = unPetitSchema('pole-emploi', 'x').replace('essaiPoleEmploi', champ);
    pole.servir(schema);
    const demande = { canal: 'production', schema, url: pole.url };
    return (await registre.appeler(sien, 'POST', '/v1/schemas', demande)).corps.numero;
  };
  const ancienne = await publier('ancienPoleEmploi');
  const neuve = await publier('ancienPoleEmploi: String\n  "Neuf."\n  neufPoleEmploi');
  const document = 'query Neuf { neufPoleEmploi }';
  const vu = { empreinte: empreinteOf(document), document, client: 'integrateur:bilan' };
  await registre.appeler(passerelle, 'POST', '/v1/usages', {
    canal: 'production',
    passerelle: 'passerelle-1',
    operations: [{ ...vu, version: '1', nombre: 2, vuLe: new Date().toISOString() }],
  });
  const demande = { motif: 'chiffres faux', genres: ['schema'] };
  const revenir = (reste: object) =>
    registre.appeler(sien, 'POST', '/v1/retours', { ...demande, ...reste });

  const attend = await revenir({ vers: ancienne });
  expect([attend.status, refus(attend)]).toEqual([422, ['CHAMP_RETIRE']]);
  expect((await courante('production')).numero).toBe(neuve);
  const force = await revenir({ vers: ancienne, malgreTout: true });
  expect([force.status, refus(force)]).toEqual([200, []]);
  const { corps } = await registre.appeler(sien, 'GET', '/v1/journal?evenement=RETOUR');
  expect(corps.entrees[0]).toMatchObject({
    resume: `pole-emploi revient à la publication ${ancienne} malgré tout : chiffres faux`,
    details: { malgreTout: true, motif: 'chiffres faux' },
  });

  expect((await revenir({ vers: neuve })).status).toBe(200);
  const urgence = await revenir({});
  expect([urgence.status, refus(urgence)]).toEqual([200, []]);
  expect(urgence.corps.rapport.constats).toMatchObject([{ code: 'CHAMP_RETIRE' }]);
  await pole.stop();
});

test('la publication courante se redemande pour rien : 304', async () => {
  const chemin = '/v1/publications/courante?canal=production';
  const { headers } = await registre.appeler(jeton, 'GET', chemin);
  const etag = headers.get('etag') ?? '';
  const encore = await registre.appeler(jeton, 'GET', chemin, undefined, { 'if-none-match': etag });
  expect(encore.status).toBe(304);
});

test('ni une révision, ni une publication, ni le journal ne changent, même en SQL', async () => {
  const { sql } = registre.database;
  for (const table of ['revision', 'publication', 'supergraphe', 'journal']) {
    const colonne = table === 'journal' ? 'resume' : table === 'supergraphe' ? 'sdl' : 'par';
    for (const texte of [
      `UPDATE ${table} SET ${colonne} = 'autre'`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]) {
      await expect(sql(texte)).rejects.toThrow(/ne se modifie pas/);
    }
  }
  await expect(
    sql(`INSERT INTO publication (canal, numero, publiee_le, editeur, par, ensemble, entete, charge, signature)
         VALUES ('production', 9999, now(), 'region', 'x', '{}', '', '', '')`),
  ).rejects.toThrow(/pas la suivante/);
});

test('un lot altéré, trop grand ou mal écrit est refusé', async () => {
  const altere = unLot('region', 7, { altere: true });
  const reponse = await publierModule(7, { fichiers: altere });
  expect([reponse.status, refus(reponse)]).toEqual([422, ['LOT_ALTERE']]);
  const grand = { chemin: 'grand.js', contenu: 'A'.repeat(6 * 1024 * 1024) };
  const trop = await publierModule(7, { fichiers: [...unLot('region', 7), grand] });
  expect([trop.status, trop.corps.erreur.code]).toEqual([413, 'CORPS_TROP_GRAND']);
  const faux = { chemin: 'faux.js', contenu: 'pas du base64 !' };
  const mal = await publierModule(7, { fichiers: [...unLot('region', 7), faux] });
  expect([mal.status, mal.corps.erreur.code]).toEqual([400, 'DEMANDE_INVALIDE']);
  const haut = { chemin: '../haut.js', contenu: '' };
  expect((await publierModule(7, { fichiers: [haut] })).corps.erreur.code).toBe('DEMANDE_INVALIDE');
});
