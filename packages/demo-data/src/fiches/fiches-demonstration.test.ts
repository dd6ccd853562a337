import {
  DATE_DEMONSTRATION,
  fichesDemonstration,
  type Partenaire,
  protocoleDemonstration,
} from '@passerelle/demo-data';
import { describe, expect, test } from 'vitest';

const PARTENAIRES: readonly Partenaire[] = ['etat', 'region', 'pole-emploi'];
const toutes = PARTENAIRES.flatMap((partenaire) =>
  fichesDemonstration(partenaire, '32', 'demonstration').fiches(),
);

describe.each(PARTENAIRES)('les fiches action de %s', (partenaire) => {
  const fiches = fichesDemonstration(partenaire, '32', 'demonstration').fiches();

  test('sont numérotées sans trou, sur des engagements du protocole', () => {
    const codes = protocoleDemonstration().engagements.map(({ code }) => code);
    expect(fiches.map(({ numero }) => numero)).toEqual(fiches.map((_, index) => index + 1));
    expect(codes).toEqual(expect.arrayContaining(fiches.map(({ engagement }) => engagement)));
  });

  test('montrent des variantes d’une même fiche, sur le même engagement, dans d’autres territoires', () => {
    const variantes = fiches.filter(({ varianteDe }) => varianteDe !== null);
    expect(variantes.length).toBeGreaterThanOrEqual(3);
    for (const { varianteDe, engagement, territoires } of variantes) {
      expect(fiches.find(({ numero }) => numero === varianteDe)?.engagement).toBe(engagement);
      expect(territoires[0]?.maille).toBe('ARRONDISSEMENT');
    }
  });

  test('une expérimentation finit en 2023 ; conclue, elle est évaluée et sa suite la désigne', () => {
    const experiences = fiches.filter(({ experimental }) => experimental);
    expect(experiences.length).toBeGreaterThanOrEqual(3);
    for (const fiche of experiences) {
      expect(fiche.fin !== null && fiche.fin <= '2023-12-31', fiche.titre).toBe(true);
      if (fiche.issue === null) continue;
      expect(fiche.evaluation).not.toBeNull();
      const suite = fiches.find(({ numero }) => numero === fiche.suite);
      expect(suite?.prolonge ?? null).toBe(fiche.issue === 'ARRETEE' ? null : fiche.numero);
    }
  });

  test('une expérimentation au moins est finie sans son évaluation', () => {
    const retards = fiches.filter(
      ({ experimental, fin, evaluation }) =>
        experimental && evaluation === null && fin !== null && fin < DATE_DEMONSTRATION,
    );
    expect(retards).not.toEqual([]);
  });

  test('datent leur vie entre la signature et l’ouverture, un jour ouvré, sous une fonction', () => {
    for (const { modifieLe, publieLe, validation, auteur, demonstration } of fiches) {
      expect(modifieLe > '2023-06-08' && modifieLe < DATE_DEMONSTRATION).toBe(true);
      expect(publieLe === null || publieLe > modifieLe).toBe(true);
      expect(validation === null).toBe(publieLe === null);
      if (validation && publieLe) {
        expect(validation.le > modifieLe && validation.le < publieLe).toBe(true);
        expect(validation.auteur).not.toBe(auteur);
      }
      expect([0, 6]).not.toContain(new Date(modifieLe).getUTCDay());
      expect(auteur).not.toMatch(/\b(M\.|Mme|Monsieur|Madame)/);
      expect(demonstration).toBe(true);
    }
    expect(fiches.filter(({ publieLe }) => publieLe === null)).toHaveLength(1);
  });

  test('les mêmes à chaque appel', () => {
    expect(fichesDemonstration(partenaire, '32', 'demonstration').fiches()).toEqual(fiches);
  });
});

test('une quarantaine en démonstration, six cents pour une région entière', () => {
  expect(toutes.length).toBeGreaterThanOrEqual(36);
  expect(toutes.length).toBeLessThanOrEqual(48);
  const region = PARTENAIRES.flatMap((one) => fichesDemonstration(one, '32', 'region').fiches());
  expect(region.length).toBeGreaterThanOrEqual(550);
  expect(region.length).toBeLessThanOrEqual(600);
});

test('observations et avis parlent de fiches publiées d’une autre maison ou de la sienne', () => {
  const ids = toutes.map(({ partenaire, numero }) => `${partenaire}:fiche-${numero}`);
  for (const partenaire of PARTENAIRES) {
    const { observations, reponses, avis } = fichesDemonstration(partenaire, '32', 'demonstration');
    for (const { fiche } of observations) {
      expect(ids).toContain(fiche);
      expect(fiche.startsWith(`${partenaire}:`)).toBe(false);
    }
    for (const { fiche, observation } of reponses) {
      const [maison = '', numero] = observation.split(':observation-');
      const auteur = PARTENAIRES.find((autre) => autre === maison && autre !== partenaire);
      const observees = auteur && fichesDemonstration(auteur, '32', 'demonstration').observations;
      expect(observees?.[Number(numero) - 1]?.fiche).toBe(`${partenaire}:fiche-${fiche}`);
    }
    expect(avis.length > 0).toBe(partenaire === 'etat');
    for (const { fiche, organisation } of avis) {
      expect(ids).toContain(fiche);
      expect(organisation).toContain('démonstration');
    }
  }
});
