import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Publication } from '@passerelle/publication';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectRegistry } from '../src/registre/connect-registry.js';
import { SCHEMAS } from './support/graphe.js';
import {
  type RegistreDeTest,
  uneCle,
  unePublicationSignable,
  unRegistre,
} from './support/un-registre.js';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { jusqua, type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

let parts: SousGrapheDeTest[];
let registre: RegistreDeTest;
let dossier: string;
let passerelles: PasserelleDeTest[];
let journal: string[];

beforeEach(async () => {
  parts = await Promise.all(['etat', 'region', 'pole-emploi'].map(unSousGraphe));
  registre = await unRegistre();
  dossier = await mkdtemp(join(tmpdir(), 'passerelle-'));
  passerelles = [];
  journal = [];
});

afterEach(async () => {
  for (const passerelle of passerelles) await passerelle.arreter();
  await registre.arreter();
  await Promise.all(parts.map((s) => s.arreter()));
  await rm(dossier, { recursive: true });
});

async function demarrer({ production = false } = {}): Promise<PasserelleDeTest> {
  const connexion = connectRegistry(
    {
      adresse: registre.adresse,
      jeton: registre.jeton,
      canal: 'production',
      passerelle: 'passerelle-1',
      clesInitiales: registre.trousseau,
      dossier,
      fichiers: join(dossier, 'fichiers'),
      production,
    },
    pino({ level: 'debug' }, { write: (ligne: string) => void journal.push(ligne) }),
  );
  const passerelle = await unePasserelle(parts, { connexion });
  passerelles.push(passerelle);
  return passerelle;
}

const arreter = async (passerelle: PasserelleDeTest): Promise<void> => {
  passerelles = passerelles.filter((p) => p !== passerelle);
  await passerelle.arreter();
};

const publication = (
  numero: number,
  autre: Partial<Parameters<typeof unePublicationSignable>[2]> = {},
): Publication => unePublicationSignable(parts, numero, { cles: registre.trousseau, ...autre });

async function sante(passerelle: PasserelleDeTest): Promise<{ statut: number; corps: unknown }> {
  const response = await fetch(`${passerelle.adresse}/sante/pret`);
  return { statut: response.status, corps: await response.json() };
}

async function sert(passerelle: PasserelleDeTest, numero: number): Promise<void> {
  await jusqua(async () => {
    const { corps } = await sante(passerelle);
    return (
      typeof corps === 'object' && corps !== null && Reflect.get(corps, 'publication') === numero
    );
  });
}

describe('publications du registre', () => {
  it('sert chacune dès qu’elle paraît, et le dit au registre', async () => {
    await registre.publier(publication(1));
    const passerelle = await demarrer();
    await sert(passerelle, 1);
    await jusqua(() => registre.acquittement(1) !== undefined);
    expect(registre.acquittement(1)).toMatchObject({
      statut: 'SERVIE',
      passerelle: 'passerelle-1',
    });
    const region = SCHEMAS['region']?.replace('formations: [Formation!]', 'stages: [Formation!]');
    await registre.publier(publication(2, { schemas: { ...SCHEMAS, region: region ?? '' } }));
    await sert(passerelle, 2);
    expect((await passerelle.demander('{ stages { numero } }')).statut).toBe(200);
    expect(
      (await passerelle.demander('{ formations { numero } }')).errors?.[0]?.extensions.code,
    ).toBe('CHAMP_INCONNU');
  });

  it('attend sa première publication sans rien servir', async () => {
    const passerelle = await demarrer();
    expect(await sante(passerelle)).toMatchObject({
      statut: 503,
      corps: { statut: 'indisponible', publication: null },
    });
    await registre.publier(publication(1));
    await sert(passerelle, 1);
  });

  it('en demande une quand le flux est refusé', async () => {
    registre.ouvrirLeFlux(false);
    await registre.publier(publication(1));
    const passerelle = await demarrer();
    await sert(passerelle, 1);
    await registre.publier(publication(2));
    await sert(passerelle, 2);
    expect(registre.fluxOuverts()).toBe(0);
  });

  it('reprend le flux d’un registre revenu', async () => {
    await registre.publier(publication(1));
    const passerelle = await demarrer();
    await sert(passerelle, 1);
    await registre.arreter();
    expect(await sante(passerelle)).toMatchObject({ statut: 200, corps: { statut: 'pret' } });
    expect((await passerelle.demander('{ engagements { code } }')).statut).toBe(200);
    await registre.demarrer();
    await jusqua(() => registre.fluxOuverts() === 1);
    await registre.publier(publication(2));
    await sert(passerelle, 2);
  });

  it('dit une fois, et comme une erreur, que le registre ne veut pas d’elle', async () => {
    registre.refuser(401);
    await demarrer();
    await jusqua(() => registre.demandes.length > 4);
    const lignes = journal.filter((ligne) => ligne.includes('registry refuses this gateway'));
    expect(lignes).toHaveLength(1);
    expect(JSON.parse(lignes[0] ?? '')).toMatchObject({ level: 50 });
  });

  it('garde ce qui est préparé quand le graphe n’a pas changé', async () => {
    await registre.publier(publication(1));
    const passerelle = await demarrer();
    await sert(passerelle, 1);
    await passerelle.demander('{ engagements { code } }');
    const lectures = parts.flatMap((s) => s.appels).length;
    await registre.publier(publication(2, { documents: ['{ engagements { code libelle } }'] }));
    await sert(passerelle, 2);
    expect(await passerelle.gateway.metrics.text()).toContain('passerelle_operations_en_cache 1');
    await passerelle.demander('{ engagements { code } }');
    expect(parts.flatMap((s) => s.appels)).toHaveLength(lectures + 1);
  });
});

describe('publications refusées', () => {
  /** What is received, and the code of its refusal; 5 is served. */
  const CAS: readonly [string, string, () => Promise<string>][] = [
    ['non signée', 'PUBLICATION_NON_SIGNEE', async () => JSON.stringify(publication(6))],
    [
      'altérée',
      'SIGNATURE_INVALIDE',
      async () => {
        const [entete = '', charge = '', signature = ''] = (
          await registre.signer(publication(6))
        ).split('.');
        const autre = JSON.parse(Buffer.from(charge, 'base64url').toString());
        autre.sousGraphes[0].url = 'http://127.0.0.1:1/';
        const alteree = Buffer.from(JSON.stringify(autre)).toString('base64url');
        return [entete, alteree, signature].join('.');
      },
    ],
    [
      'd’une clé inconnue',
      'CLE_INCONNUE',
      async () => registre.signer(publication(6), await uneCle('intruse')),
    ],
    [
      'd’une clé usurpée',
      'SIGNATURE_INVALIDE',
      async () => registre.signer(publication(6), await uneCle('premiere')),
    ],
    [
      'd’un autre canal',
      'CANAL_DIFFERENT',
      () => registre.signer(publication(6, { canal: 'recette' })),
    ],
    ['rejouée', 'PUBLICATION_PERIMEE', () => registre.signer(publication(4))],
    [
      'du même numéro, avec un autre contenu',
      'PUBLICATION_PERIMEE',
      () => registre.signer(publication(5, { documents: ['{ engagements { code } }'] })),
    ],
    [
      'qui ne peut pas être planifiée',
      'GRAPHE_NON_PLANIFIABLE',
      () => registre.signer({ ...publication(6), supergraphe: 'type Query {' }),
    ],
    [
      'qui interroge un inconnu',
      'GRAPHE_INCOHERENT',
      () =>
        registre.signer({ ...publication(6), sousGraphes: publication(6).sousGraphes.slice(1) }),
    ],
    [
      'sans graphe',
      'GRAPHE_ABSENT',
      () => registre.signer({ ...publication(6), supergraphe: null, sousGraphes: [] }),
    ],
  ];

  it.each(CAS)('une publication %s ne change rien, et se dit : %s', async (_nom, code, texte) => {
    await registre.publier(publication(5));
    const passerelle = await demarrer();
    await sert(passerelle, 5);
    registre.envoyer(6, await texte());
    await jusqua(() => registre.acquittements.some((a) => a.statut === 'REFUSEE'));
    expect(registre.acquittements.filter((a) => a.statut === 'REFUSEE')).toMatchObject([{ code }]);
    expect(await sante(passerelle)).toMatchObject({
      statut: 200,
      corps: { statut: 'pret', publication: 5, alarme: { code } },
    });
    const mesures = await passerelle.gateway.metrics.text();
    expect(mesures).toContain(`passerelle_publications_refusees_total{code="${code}"} 1`);
    expect(mesures).toContain('passerelle_publication_alarme 1');
    expect(mesures).toContain('passerelle_publication 5');
    expect(journal.some((l) => l.includes('publication refused') && l.includes(code))).toBe(true);
    expect((await passerelle.demander('{ engagements { code } }')).statut).toBe(200);

    await registre.publier(publication(7));
    await sert(passerelle, 7);
    expect(await sante(passerelle)).not.toHaveProperty('corps.alarme');
    expect(await passerelle.gateway.metrics.text()).toContain('passerelle_publication_alarme 0');
  });

  it('en production, une adresse de la machine elle-même est refusée avant d’être appelée', async () => {
    await registre.publier(publication(1));
    const passerelle = await demarrer({ production: true });
    await jusqua(() => registre.acquittement(1, 'REFUSEE') !== undefined);
    expect(registre.acquittement(1, 'REFUSEE')?.code).toBe('ADRESSE_INTERDITE');
    expect(await sante(passerelle)).toMatchObject({ statut: 503, corps: { publication: null } });
  });

  it('la même publication refusée, reçue encore, n’est dite qu’une fois', async () => {
    await registre.publier(publication(5));
    const passerelle = await demarrer();
    await sert(passerelle, 5);
    registre.envoyer(6, 'rien');
    await jusqua(() => registre.acquittements.some((a) => a.statut === 'REFUSEE'));
    registre.ouvrirLeFlux(false);
    registre.ouvrirLeFlux(true);
    await jusqua(() => registre.acquittements.filter((a) => a.statut === 'REFUSEE').length > 1);
    expect(await passerelle.gateway.metrics.text()).toContain(
      'passerelle_publications_refusees_total{code="PUBLICATION_NON_SIGNEE"} 1',
    );
  });
});

describe('clés du registre', () => {
  it('une clé annoncée par une publication signe les suivantes, même après un redémarrage', async () => {
    const nouvelle = await uneCle('nouvelle');
    await registre.publier(publication(1));
    const passerelle = await demarrer();
    await sert(passerelle, 1);
    const deux = { keys: [...registre.trousseau.keys, nouvelle.publique] };
    await registre.publier(publication(2, { cles: deux }));
    await sert(passerelle, 2);
    const seule = { keys: [nouvelle.publique] };
    await registre.publier(publication(3, { cles: seule }), nouvelle);
    await sert(passerelle, 3);
    // The first key is no longer believed.
    registre.envoyer(4, await registre.signer(publication(4)));
    await jusqua(() => registre.acquittement(4, 'REFUSEE') !== undefined);
    expect(registre.acquittement(4, 'REFUSEE')?.code).toBe('CLE_INCONNUE');
    await arreter(passerelle);
    const suivante = await demarrer();
    await sert(suivante, 3);
    await registre.publier(publication(5, { cles: seule }), nouvelle);
    await sert(suivante, 5);
  });

  it('absente pendant la rotation, elle relit ce qu’elle a manqué', async () => {
    const nouvelle = await uneCle('nouvelle');
    await registre.publier(publication(1));
    const passerelle = await demarrer();
    await sert(passerelle, 1);
    await arreter(passerelle);
    const seule = { keys: [nouvelle.publique] };
    await registre.publier(
      publication(2, { cles: { keys: [...registre.trousseau.keys, nouvelle.publique] } }),
    );
    await registre.publier(publication(3, { cles: seule }), nouvelle);
    await registre.publier(publication(4, { cles: seule }), nouvelle);
    const suivante = await demarrer();
    await sert(suivante, 4);
    await jusqua(() => registre.acquittement(4, 'SERVIE') !== undefined);
  });
});

describe('registre absent au démarrage', () => {
  async function unePremiereFois(numero: number): Promise<void> {
    await registre.publier(publication(numero));
    const passerelle = await demarrer();
    await sert(passerelle, numero);
    await jusqua(() => registre.acquittement(numero, 'SERVIE') !== undefined);
    await arreter(passerelle);
    await registre.arreter();
    journal = [];
  }
  /** It listens without waiting for what the disk holds: until that is served, or refused. */
  async function repartir(): Promise<PasserelleDeTest> {
    const passerelle = await demarrer();
    await jusqua(async () => {
      const { statut, corps } = await sante(passerelle);
      return statut === 200 || (typeof corps === 'object' && corps !== null && 'alarme' in corps);
    });
    return passerelle;
  }
  const copie = () => join(dossier, 'publication.jws');

  it('démarre de son disque, puis suit le registre quand il revient', async () => {
    await unePremiereFois(3);
    const passerelle = await repartir();
    expect(await sante(passerelle)).toMatchObject({
      statut: 200,
      corps: { statut: 'pret', publication: 3 },
    });
    expect((await passerelle.demander('{ engagements { code } }')).statut).toBe(200);
    await registre.demarrer();
    await registre.publier(publication(4));
    await sert(passerelle, 4);
  });

  it('refuse une copie altérée, le dit, et prend celle du registre quand il revient', async () => {
    await unePremiereFois(3);
    const [entete, charge = '', signature] = (await readFile(copie(), 'utf8')).split('.');
    const autre = Buffer.from(charge, 'base64url').toString().replace('"carte":1', '"carte":2');
    await writeFile(
      copie(),
      [entete, Buffer.from(autre).toString('base64url'), signature].join('.'),
    );
    const passerelle = await repartir();
    expect(await sante(passerelle)).toMatchObject({
      statut: 503,
      corps: { publication: null, alarme: { code: 'SIGNATURE_INVALIDE' } },
    });
    expect(journal.join()).toContain('publication refused');
    await registre.demarrer();
    // The number that was served is accepted again: its copy was lost.
    await sert(passerelle, 3);
    expect(await sante(passerelle)).not.toHaveProperty('corps.alarme');
  });

  it('refuse une copie plus ancienne remise à la place de la dernière', async () => {
    await unePremiereFois(2);
    const ancienne = await readFile(copie(), 'utf8');
    await registre.demarrer();
    await unePremiereFois(3);
    await writeFile(copie(), ancienne);
    const passerelle = await repartir();
    expect(await sante(passerelle)).toMatchObject({
      statut: 503,
      corps: { alarme: { code: 'PUBLICATION_PERIMEE' } },
    });
  });

  it('un trousseau abîmé fait revenir aux clés de départ, et se dit', async () => {
    await unePremiereFois(3);
    await writeFile(join(dossier, 'trousseau.json'), '{');
    const passerelle = await repartir();
    expect(await sante(passerelle)).toMatchObject({ statut: 200, corps: { publication: 3 } });
    expect(journal.join()).toContain('kept file unreadable');
  });

  it('d’autres clés de départ remplacent ce qui était cru', async () => {
    await unePremiereFois(3);
    const autre = await unRegistre(await uneCle('autre'));
    registre = autre;
    await registre.publier(publication(1));
    const passerelle = await demarrer();
    await sert(passerelle, 1);
  });
});
