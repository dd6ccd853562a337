import type { RapportDUsage } from '@passerelle/publication';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUsageReporter, type UsageReporter } from '../src/registre/usage-reporter.js';
import { SCHEMAS } from './support/graphe.js';
import { unFlux } from './support/un-flux.js';
import { type SousGrapheDeTest, unSousGrapheDe } from './support/un-sous-graphe.js';
import { jusqua, type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

const RETRAIT = 'Remplacé par « intitule » ; retrait le 2024-03-31';
const schemas = {
  ...SCHEMAS,
  region: `${SCHEMAS['region']}
extend type Formation { titre: String @deprecated(reason: "${RETRAIT}") }
extend type Query { cherche(texte: String, ancien: Int @deprecated(reason: "inutile"), filtre: FiltreInput): String }
extend type ContributionRegion { note: String @deprecated(reason: "${RETRAIT}") }
input FiltreInput { lieu: String @deprecated(reason: "vague") ordre: Ordre }
enum Ordre { DATE HASARD @deprecated(reason: "sans usage") }`,
};

let parts: SousGrapheDeTest[];
let passerelle: PasserelleDeTest;
let rapports: RapportDUsage[];
let perdus: number;
let estLa: boolean;
let usages: UsageReporter;

beforeEach(async () => {
  parts = await Promise.all(
    ['etat', 'region', 'pole-emploi'].map((partenaire) => unSousGrapheDe(schemas, partenaire)),
  );
  rapports = [];
  perdus = 0;
  estLa = true;
  usages = createUsageReporter({
    canal: 'production',
    passerelle: 'passerelle-1',
    post: async (rapport) => {
      if (!estLa) throw new Error('away');
      rapports.push(rapport);
    },
    onLost: (nombre) => {
      perdus += nombre;
    },
    maintenant: () => Date.parse('2026-01-05T08:00:00.000Z'),
    intervalleMs: 0,
  });
  passerelle = await unePasserelle(parts, { onUse: usages.record, schemas });
});

afterEach(async () => {
  await passerelle.arreter();
  await Promise.all(parts.map((s) => s.arreter()));
});

const operations = (): RapportDUsage['operations'] => rapports.flatMap((r) => r.operations);

describe('usage dit au registre', () => {
  it('compte par document, client et version, sans variable ni valeur écrite', async () => {
    const module = { 'x-passerelle-client': 'module-region', 'x-passerelle-version': '7' };
    const question =
      'query Q($annee: Int!) { tension(annee: $annee) cherche(texte: "Mme Martin, 06 12 34 56 78") autre: cherche(texte: """secret""") lente(ms: 3) }';
    for (const annee of [2022, 2023]) {
      await passerelle.demander(question, { variables: { annee }, headers: module });
    }
    await passerelle.demander(question, { variables: { annee: 2024 } });
    await usages.flush();
    expect(operations()).toMatchObject([
      { client: 'module-region', version: '7', nombre: 2, vuLe: '2026-01-05T08:00:00.000Z' },
      { client: 'inconnu', version: '-', nombre: 1 },
    ]);
    expect(new Set(operations().map(({ empreinte }) => empreinte)).size).toBe(1);
    expect(operations()[0]?.document).toContain('tension(annee: $annee)');
    const texte = JSON.stringify(rapports);
    for (const valeur of ['Martin', '06 12', 'secret', '2022', 'ms: 3']) {
      expect(texte).not.toContain(valeur);
    }
    expect(rapports[0]).toMatchObject({ canal: 'production', passerelle: 'passerelle-1' });
  });

  it('ne dit que l’opération qui a couru, avec ses fragments', async () => {
    await passerelle.demander(
      'query A { formations { ...F } } query B { tension(annee: 1) } fragment F on Formation { numero }',
      { operationName: 'A' },
    );
    await usages.flush();
    expect(operations()).toHaveLength(1);
    expect(operations()[0]?.document).toContain('fragment F');
    expect(operations()[0]?.document).not.toContain('tension');
  });

  it('ne compte pas ce que le graphe refuse, ni un nom de client mal écrit', async () => {
    await passerelle.demander('{ rienDeTel }');
    await passerelle.demander('{ tension(annee: 1) }', {
      headers: { 'x-passerelle-client': '<script>', 'x-passerelle-version': '1' },
    });
    await usages.flush();
    expect(operations()).toMatchObject([{ client: 'inconnu', version: '-' }]);
  });

  it('garde ses comptes quand le registre est absent, et ne les dit qu’une fois', async () => {
    estLa = false;
    await passerelle.demander('{ tension(annee: 1) }');
    await usages.flush();
    await passerelle.demander('{ tension(annee: 2) }');
    await usages.flush();
    expect(rapports).toEqual([]);
    estLa = true;
    await usages.flush();
    expect(operations()).toMatchObject([{ nombre: 2 }]);
    await usages.flush();
    expect(operations()).toHaveLength(1);
    expect(perdus).toBe(0);
  });

  it('d’un nombre de clients inventés, ne garde que les premiers, et compte ce qu’elle perd', async () => {
    for (let n = 0; n < 60; n += 1) {
      await passerelle.demander('{ tension(annee: 1) }', {
        headers: { 'x-passerelle-client': `module-${n}` },
      });
    }
    await usages.flush();
    expect(operations()).toHaveLength(50);
    expect(perdus).toBe(10);
  });
});

describe('dépréciations', () => {
  const lues = (reponse: unknown): unknown =>
    Reflect.get(Object(Reflect.get(Object(reponse), 'extensions')), 'depreciations');

  it('une réponse dit ce qui sera retiré, et quand ; le registre sait que ce client est prévenu', async () => {
    const reponse = await passerelle.demander('{ formations { numero titre } }');
    const depreciation = {
      coordonnee: 'Formation.titre',
      raison: RETRAIT,
      retraitLe: '2024-03-31',
    };
    expect(lues(reponse)).toEqual([depreciation]);
    await usages.flush();
    expect(operations()).toMatchObject([{ prevenuDe: ['Formation.titre'] }]);
  });

  it('compte aussi les arguments, et ce que les variables peuvent tenir', async () => {
    const reponse = await passerelle.demander(
      'query ($f: FiltreInput) { a: cherche(ancien: 1) b: cherche(filtre: $f) c: cherche(filtre: { ordre: DATE }) }',
    );
    expect(lues(reponse)).toEqual([
      { coordonnee: 'FiltreInput.lieu', raison: 'vague', retraitLe: null },
      { coordonnee: 'Ordre.HASARD', raison: 'sans usage', retraitLe: null },
      { coordonnee: 'Query.cherche(ancien:)', raison: 'inutile', retraitLe: null },
    ]);
  });

  it('ne dit rien à qui n’en demande pas', async () => {
    const reponse = await passerelle.demander('{ formations { numero intitule } }');
    expect(lues(reponse)).toBeUndefined();
    await usages.flush();
    expect(operations()).toMatchObject([{ prevenuDe: [] }]);
  });

  it('d’un abonnement, le premier événement le dit', async () => {
    const flux = await unFlux(
      passerelle,
      'subscription { contributionRegionModifiee { avancement note } }',
    );
    await jusqua(() => parts[1]?.abonnes() === 1);
    for (const avancement of [1, 2]) {
      parts[1]?.emettre({ contributionRegionModifiee: { id: 'region-E01', avancement } });
      await jusqua(() => flux.recus.length === avancement);
    }
    expect(flux.recus.map(({ data }) => data.includes('ContributionRegion.note'))).toEqual([
      true,
      false,
    ]);
    flux.quitter();
  });
});
