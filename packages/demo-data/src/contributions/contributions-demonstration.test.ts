import {
  type ContributionDemonstration,
  contributionsDemonstration,
  DATE_DEMONSTRATION,
  type Partenaire,
  protocoleDemonstration,
  type VersionContributionDemonstration,
} from '@passerelle/demo-data';
import { describe, expect, test } from 'vitest';

const PARTENAIRES: readonly Partenaire[] = ['etat', 'region', 'pole-emploi'];
const JOUR_MS = 86_400_000;

function published(
  contribution: ContributionDemonstration,
): VersionContributionDemonstration | undefined {
  return contribution.versions.findLast(({ etat }) => etat === 'PUBLIEE');
}

function ageJours(version: VersionContributionDemonstration): number {
  return (
    (Date.parse(`${DATE_DEMONSTRATION}T00:00:00Z`) - Date.parse(version.publieLe ?? '')) / JOUR_MS
  );
}

describe.each(PARTENAIRES)('les contributions de %s', (partenaire) => {
  const contributions = contributionsDemonstration(partenaire);
  const versions = contributions.flatMap((contribution) => contribution.versions);
  const publiees = contributions.map(published).filter((version) => version !== undefined);

  test('portent sur des engagements du protocole, une fois chacun, et en laissent sans réponse', () => {
    const codes = protocoleDemonstration().engagements.map(({ code }) => code);
    const remplis = contributions.map(({ engagement }) => engagement);
    expect(new Set(remplis).size).toBe(remplis.length);
    expect(codes).toEqual(expect.arrayContaining(remplis));
    expect(codes.length - remplis.length).toBeGreaterThanOrEqual(2);
    expect(remplis.length).toBeGreaterThanOrEqual(18);
    expect(contributions.every((contribution) => contribution.partenaire === partenaire)).toBe(
      true,
    );
  });

  test('ont de une à quatre versions numérotées sans trou, dont l’avancement ne recule pas', () => {
    for (const contribution of contributions) {
      expect(contribution.versions.length).toBeLessThanOrEqual(4);
      expect(contribution.versions.map(({ version }) => version)).toEqual(
        contribution.versions.map((_, index) => index + 1),
      );
      const avancements = contribution.versions.map(({ avancement }) => avancement);
      expect(avancements).toEqual(avancements.toSorted((a, b) => a - b));
      expect(Math.min(...avancements)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...avancements)).toBeLessThanOrEqual(100);
    }
    expect(contributions.some((contribution) => contribution.versions.length > 2)).toBe(true);
  });

  test('ne laissent hors publication que la dernière version', () => {
    for (const contribution of contributions) {
      const anterieures = contribution.versions.slice(0, -1);
      expect(anterieures.every(({ etat }) => etat === 'PUBLIEE')).toBe(true);
    }
    const etats = new Set(versions.map(({ etat }) => etat));
    expect(etats).toEqual(new Set(['PUBLIEE', 'VALIDEE', 'BROUILLON']));
  });

  test('datent chaque acte après le précédent, entre la signature et l’ouverture', () => {
    for (const contribution of contributions) {
      const actes = contribution.versions
        .flatMap(({ modifieLe, valideLe, publieLe }) => [modifieLe, valideLe, publieLe])
        .filter((acte) => acte !== null);
      expect(actes).toEqual(actes.toSorted());
      expect(actes.every((acte) => acte > '2023-06-08' && acte < DATE_DEMONSTRATION)).toBe(true);
    }
  });

  test('un brouillon n’est ni validé ni publié, une version validée n’est pas publiée', () => {
    for (const { etat, valideLe, publieLe } of versions) {
      expect(valideLe === null).toBe(etat === 'BROUILLON');
      expect(publieLe === null).toBe(etat !== 'PUBLIEE');
    }
  });

  test('sont écrites un jour ouvré', () => {
    const weekend = versions.filter(({ modifieLe }) =>
      [0, 6].includes(new Date(modifieLe).getUTCDay()),
    );
    expect(weekend).toEqual([]);
  });

  test('comptent plusieurs publications de plus de trente jours, et d’autres récentes', () => {
    const anciennes = publiees.filter((version) => ageJours(version) > 30);
    expect(anciennes.length).toBeGreaterThanOrEqual(4);
    expect(publiees.length - anciennes.length).toBeGreaterThanOrEqual(10);
  });

  test('sont pour la plupart réservées aux partenaires, pour un tiers publiques', () => {
    const part = (visibilite: string) =>
      publiees.filter((version) => version.visibilite === visibilite).length / publiees.length;
    expect(part('PARTENAIRES')).toBeGreaterThan(0.5);
    expect(part('PUBLIC')).toBeGreaterThan(0.25);
    expect(part('PUBLIC')).toBeLessThan(0.45);
    expect(part('MAISON')).toBeGreaterThan(0);
  });

  test('E07 est publiée pour tous', () => {
    const e07 = contributions.find(({ engagement }) => engagement === 'E07');
    expect(e07?.versions.at(-1)).toMatchObject({ etat: 'PUBLIEE', visibilite: 'PUBLIC' });
    expect(e07?.versions.length).toBeGreaterThanOrEqual(3);
  });

  test('sont signées par une fonction et marquées démonstration', () => {
    for (const version of versions) {
      expect(version.demonstration).toBe(true);
      expect(version.auteur).toMatch(
        /^(Préfecture|Sous-préfecture|Services de l’État|Rectorat|Conseil régional|Proch’emploi|Pôle emploi)/,
      );
      expect(version.auteur).not.toMatch(/\b(M\.|Mme|Monsieur|Madame)/);
    }
  });

  test('se lisent : une à trois phrases, sans point d’exclamation, jamais deux fois la même', () => {
    for (const { commentaire } of versions) {
      expect(commentaire).toMatch(/^\p{Lu}[^!]{30,300}\.$/u);
    }
    expect(new Set(versions.map(({ commentaire }) => commentaire)).size).toBe(versions.length);
  });
});

test('les mêmes contributions à chaque appel', () => {
  for (const partenaire of PARTENAIRES) {
    expect(JSON.stringify(contributionsDemonstration(partenaire))).toBe(
      JSON.stringify(contributionsDemonstration(partenaire)),
    );
  }
});

test('chaque engagement a la réponse d’une maison au moins', () => {
  const remplis = new Set(
    PARTENAIRES.flatMap((partenaire) =>
      contributionsDemonstration(partenaire)
        .filter(published)
        .map(({ engagement }) => engagement),
    ),
  );
  expect(remplis.size).toBe(23);
});
