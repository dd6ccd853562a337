import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJournal } from '../src/observability/journal.js';
import { followPublication } from '../src/supergraph/serve-publication.js';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { jusqua, type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';
import { unePublication } from './support/une-publication-fichier.js';

let parts: SousGrapheDeTest[];
let passerelle: PasserelleDeTest;
let dossier: string;
let fichier: string;
let cesser: () => void;
/** What the journal says of publications that can't be served. */
let refus: string[];

beforeEach(async () => {
  parts = await Promise.all(['etat', 'region', 'pole-emploi'].map(unSousGraphe));
  passerelle = await unePasserelle(parts);
  dossier = await mkdtemp(join(tmpdir(), 'passerelle-'));
  fichier = join(dossier, 'publication.json');
  await publier(unePublication(parts, 1));
  refus = [];
  const journal = pino({ level: 'error' }, { write: (ligne: string) => void refus.push(ligne) });
  cesser = await followPublication(fichier, passerelle.gateway, journal);
});

afterEach(async () => {
  cesser();
  await passerelle.arreter();
  await Promise.all(parts.map((s) => s.arreter()));
  await rm(dossier, { recursive: true });
});

/** Written beside, then put in place at once, as a registry does. */
async function publier(publication: unknown): Promise<void> {
  await writeFile(`${fichier}.nouveau`, JSON.stringify(publication));
  await rename(`${fichier}.nouveau`, fichier);
}

async function numero(): Promise<unknown> {
  const sante: unknown = await (await fetch(`${passerelle.adresse}/sante/pret`)).json();
  return typeof sante === 'object' && sante !== null ? Reflect.get(sante, 'publication') : null;
}

describe('publication remplacée', () => {
  it('change de graphe sous la charge sans perdre une requête', async () => {
    const cookie = await passerelle.cookieDe('agent-region');
    const statuts = new Map<string, number>();
    let continuer = true;
    const charge = Array.from({ length: 6 }, async () => {
      while (continuer) {
        const response = await passerelle.envoyer({
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            origin: passerelle.adresse,
            cookie,
          },
          body: '{"query":"{ engagements { code libelle contributionRegion { avancement } } }"}',
        });
        const issue = (await response.text()).includes('"errors"') ? 'erreur' : response.status;
        statuts.set(String(issue), (statuts.get(String(issue)) ?? 0) + 1);
      }
    });
    for (let n = 2; n <= 6; n += 1) {
      await publier(unePublication(parts, n));
      await jusqua(async () => (await numero()) === n);
    }
    continuer = false;
    await Promise.all(charge);
    expect([...statuts.keys()]).toEqual(['200']);
    expect(statuts.get('200')).toBeGreaterThan(20);
  });

  it('attend une publication qui n’existe pas encore, et la sert dès qu’elle paraît', async () => {
    const autre = join(dossier, 'plus-tard.json');
    const finir = await followPublication(autre, passerelle.gateway, createJournal('silent'));
    await writeFile(autre, JSON.stringify(unePublication(parts, 42)));
    await jusqua(async () => (await numero()) === 42);
    finir();
  });

  it('sert un champ nouveau, et refuse celui qui a disparu', async () => {
    const publication = unePublication(parts, 2);
    await publier({
      ...publication,
      sousGraphes: publication.sousGraphes.map((s) =>
        s.partenaire === 'region'
          ? { ...s, schema: s.schema.replace('formations: [Formation!]', 'stages: [Formation!]') }
          : s,
      ),
    });
    await jusqua(async () => (await numero()) === 2);
    const ancien = await passerelle.demander('{ formations { numero } }');
    expect(ancien.errors?.[0]?.extensions.code).toBe('CHAMP_INCONNU');
    expect((await passerelle.demander('{ stages { numero } }')).statut).toBe(200);
  });

  it.each([
    ['illisible', '{'],
    ['incomplète', '{"numero":9,"sousGraphes":[]}'],
    [
      'qui ne se compose pas',
      JSON.stringify({
        numero: 9,
        sousGraphes: [{ partenaire: 'etat', url: 'http://127.0.0.1:1/', schema: 'type Query {' }],
      }),
    ],
  ])('garde la précédente quand la nouvelle est %s', async (_nom, texte) => {
    await writeFile(fichier, texte);
    await jusqua(() => refus.length > 0);
    expect(refus.join()).toContain('publication refused, the previous one stays');
    expect(await numero()).toBe(1);
    await publier(unePublication(parts, 3));
    await jusqua(async () => (await numero()) === 3);
    expect((await passerelle.demander('{ engagements { code } }')).statut).toBe(200);
  });
});
