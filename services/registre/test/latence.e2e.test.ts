import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jusquA, type UnFlux, unFlux } from './un-flux.js';
import { type UnPartenaire, unPartenaire } from './un-partenaire.js';
import { type UnRegistre, unRegistre } from './un-registre.js';

const PARTENAIRES = ['etat', 'region', 'pole-emploi'] as const;
const NOMS: Readonly<Record<string, string>> = {
  etat: 'Etat',
  region: 'Region',
  'pole-emploi': 'PoleEmploi',
};
const FOIS = 20;
const PASSERELLES = 3;

let registre: UnRegistre;
let services: UnPartenaire[];
const flux: UnFlux[] = [];

beforeAll(async () => {
  registre = await unRegistre();
  services = await Promise.all(PARTENAIRES.map(unPartenaire));
});

afterAll(async () => {
  for (const each of flux) each.close();
  await Promise.all(services.map((each) => each.stop()));
  await registre.stop();
});

/** The partner's real schema, committed beside its service; each `essai` is another one. */
function vraiSchema(partenaire: string, essai: number): string {
  const schema = readFileSync(
    new URL(`../../${partenaire}/schema.graphql`, import.meta.url),
    'utf8',
  );
  return `${schema}\n"Essai ${essai}."\nscalar Essai${NOMS[partenaire] ?? ''}\n`;
}

test('de la demande à chaque passerelle, avec les vrais schémas, trois partenaires à la fois', async () => {
  const passerelle = await registre.jeton('commun', 'passerelle');
  for (let rang = 0; rang < PASSERELLES; rang += 1) {
    flux.push(await unFlux(registre.origin, passerelle, { passerelle: `p${rang}` }));
  }
  const envois = new Map<number, number>();
  const reponses: number[] = [];
  const verifications: number[] = [];
  async function publier(service: UnPartenaire, jeton: string, essai: number): Promise<void> {
    const schema = vraiSchema(service.code, essai);
    service.servir(schema);
    const demande = { canal: 'production', schema, url: service.url };
    const debut = performance.now();
    const { status, corps } = await registre.appeler(jeton, 'POST', '/v1/schemas', demande);
    reponses.push(performance.now() - debut);
    expect([status, corps.rapport?.constats.filter(estRefus)]).toEqual([200, []]);
    envois.set(corps.numero, debut);
    verifications.push(corps.rapport.dureeMs);
  }
  const jetons = new Map<UnPartenaire, string>();
  for (const service of services) {
    const jeton = await registre.jeton(service.code, 'schema');
    jetons.set(service, jeton);
    // What stands in for the État comes after it.
    await publier(service, jeton, 0);
  }
  await Promise.all(
    [...jetons].map(async ([service, jeton]) => {
      for (let essai = 1; essai < FOIS; essai += 1) await publier(service, jeton, essai);
    }),
  );
  const total = PARTENAIRES.length * FOIS;
  await jusquA(() => flux.every(({ recus }) => recus.length === total), 'toutes, partout');
  const arrivees = flux.flatMap(({ recus }) =>
    recus.map(({ id, recuMs }) => recuMs - (envois.get(id) ?? Number.NaN)),
  );
  const octets = Math.max(...flux.flatMap(({ recus }) => recus.map(({ jws }) => jws.length)));
  // Told, not judged: machines differ.
  console.info(
    `publication de ${Math.round(octets / 1024)} Ko : réponse p50 ${quantile(reponses, 0.5)} ms, p95 ${quantile(reponses, 0.95)} ms (dont vérifications ${quantile(verifications, 0.5)} et ${quantile(verifications, 0.95)} ms) ; à la passerelle p50 ${quantile(arrivees, 0.5)} ms, p95 ${quantile(arrivees, 0.95)} ms (${arrivees.length} mesures)`,
  );
}, 240_000);

function estRefus({ gravite }: { gravite: string }): boolean {
  return gravite === 'REFUS';
}

function quantile(mesures: readonly number[], part: number): number {
  const sorted = mesures.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);
}
