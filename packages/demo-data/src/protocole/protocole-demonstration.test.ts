import { protocoleDemonstration } from '@passerelle/demo-data';
import { describe, expect, test } from 'vitest';

const { protocole, enjeux, engagements } = protocoleDemonstration();

describe('l’acte de signature', () => {
  test('porte la date, le lieu et les trois signataires du 8 juin 2023', () => {
    expect(protocole).toMatchObject({
      id: 'protocole-2023',
      signeLe: '2023-06-08',
      lieu: "Polytech Lille, Villeneuve-d'Ascq",
    });
    expect(protocole.signataires.map(({ partenaire }) => partenaire)).toEqual([
      'etat',
      'region',
      'pole-emploi',
    ]);
  });

  test('assister n’est pas signer', () => {
    expect(protocole.enPresenceDe).toEqual([
      "Haut-commissaire à l'emploi et à l'engagement des entreprises",
    ]);
    const fonctions = protocole.signataires.map(({ fonction }) => fonction);
    expect(fonctions.filter((fonction) => fonction.startsWith('Haut-commissaire'))).toEqual([]);
  });

  test('ne se donne pas pour le texte signé', () => {
    expect(protocole.texteOfficiel).toBe(false);
    expect(protocole.source).toContain('communiqué de presse du 9 juin 2023');
    expect(protocole.source).toContain('libellés de démonstration');
  });
});

describe('les quatre enjeux', () => {
  test('ont le libellé du communiqué, mot pour mot', () => {
    // Copied from the press release itself: a second hand guards the first.
    expect(enjeux.map(({ numero, libelle }) => `${numero} – ${libelle}`)).toEqual([
      "1 – répondre aux besoins en compétences des entreprises et faciliter l'accès à l'emploi en coordonnant les interventions en matière de formation et de développement de l'alternance, en particulier l'apprentissage",
      '2 – favoriser le développement économique de la région Hauts-de-France en développant les compétences',
      "3 – améliorer la prospection des entreprises et leur accompagnement vers l'emploi",
      "4 – mettre à disposition des demandeurs d'emploi une offre de services simplifiée et mobilisable sur l'aide à la mobilité géographique et la levée des freins",
    ]);
  });

  test('sont officiels et disent leur source', () => {
    for (const enjeu of enjeux) {
      expect(enjeu.texteOfficiel).toBe(true);
      expect(enjeu.source.toLowerCase()).toContain('communiqué de presse du 9 juin 2023');
    }
  });
});

describe('les vingt-trois engagements', () => {
  test('vont de E01 à E23, dans l’ordre', () => {
    expect(engagements.map(({ code }) => code)).toEqual(
      Array.from({ length: 23 }, (_, index) => `E${String(index + 1).padStart(2, '0')}`),
    );
    expect(engagements.map(({ numero }) => numero)).toEqual(
      Array.from({ length: 23 }, (_, index) => index + 1),
    );
  });

  test('aucun n’est présenté comme le texte signé', () => {
    for (const engagement of engagements) {
      expect(engagement.texteOfficiel).toBe(false);
      expect(engagement.source).toContain('démonstration');
    }
  });

  test('chacun a un enjeu, un pilote, des copilotes autres que lui, une échéance d’ici fin 2024', () => {
    for (const { enjeu, pilote, copilotes, echeance, libelle } of engagements) {
      expect([1, 2, 3, 4]).toContain(enjeu);
      expect(['etat', 'region', 'pole-emploi']).toContain(pilote);
      expect(copilotes.length).toBeGreaterThan(0);
      expect(copilotes).not.toContain(pilote);
      expect(echeance).toMatch(/^202[34]-\d{2}-\d{2}$/);
      expect(libelle).toMatch(/^\p{Lu}.*[^.]$/u);
    }
    expect(new Set(engagements.map(({ libelle }) => libelle)).size).toBe(23);
  });

  test('chaque enjeu a des engagements, chaque maison en pilote', () => {
    expect(new Set(engagements.map(({ enjeu }) => enjeu))).toEqual(new Set([1, 2, 3, 4]));
    expect(new Set(engagements.map(({ pilote }) => pilote)).size).toBe(3);
  });
});
