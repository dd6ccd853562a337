import type { Partenaire } from '@passerelle/identity';
import { describe, expect, test } from 'vitest';
import { unAgent, uneAutreMaison, unIntegrateur } from '../identities.js';
import { type CommonContext, codes } from './context.js';
import { DECISION, EMPREINTE, participationActs, SEANCE } from './participation-actes.js';

/** Held: its minutes wait for validations. */
const TENUE = 'spel-592:2023-12-07';

const VALENCIENNES = { code: '596', maille: 'ARRONDISSEMENT' } as const;
const LENS = { code: '627', maille: 'ARRONDISSEMENT' } as const;
const AUTRE_EMPREINTE = 'b'.repeat(64);

/** Somebody of the house whose role is bound to a territory. */
const DE_TERRAIN = {
  etat: 'sous-prefet',
  region: 'conseiller-regional',
  'pole-emploi': 'directeur-territorial',
} as const;

export function describeParticipation(context: CommonContext): void {
  const {
    partenaire,
    maison: { suffixe },
    subgraph,
  } = context;
  const {
    PARTICIPATION,
    accorder,
    act,
    actes,
    champ,
    lecteur,
    lire,
    proposer,
    responsable,
    retirer,
    suivre,
    valide,
    valider,
  } = participationActs(context);

  describe('participation aux séances', () => {
    test('un point proposé se lit dans les trois maisons, et son acte est enregistré avec lui', async () => {
      const { refus, resultat } = await proposer(responsable, {});
      expect(refus).toBeNull();
      const id = resultat.participation?.points.at(-1)?.id ?? '';
      expect(id).toMatch(new RegExp(`^${partenaire}-\\d+$`));
      expect((await lire(lecteur)).participation?.points).toContainEqual({
        id,
        titre: 'Apprentissage dans l’industrie',
        duree: 20,
        auteur: `${responsable.fonction}, ${responsable.organisation}`,
      });
      expect((await actes('POINT_PROPOSE'))[0]).toMatchObject({
        sujet: SEANCE,
        charge: { id, titre: 'Apprentissage dans l’industrie', duree: 20 },
      });
    });

    test('un point retiré quitte l’ordre du jour ; il ne se retire pas deux fois', async () => {
      const { resultat } = await proposer(responsable, { titre: 'À retirer' });
      const id = resultat.participation?.points.at(-1)?.id ?? '';
      expect(await retirer(responsable, id, 'cle-de-retrait')).toBeNull();
      expect(await retirer(responsable, id, 'cle-de-retrait')).toBeNull();
      expect((await lire(lecteur)).participation?.points.map((one) => one.id)).not.toContain(id);
      expect((await actes('POINT_RETIRE'))[0]).toMatchObject({ sujet: SEANCE, charge: { id } });
      expect(await retirer(responsable, id)).toBe('POINT_DEJA_RETIRE');
    });

    test('un point d’une autre maison, inconnu ou mal écrit est un point inconnu', async () => {
      for (const point of ['essai', `${partenaire}-99999`, `${uneAutreMaison(partenaire)}-1`]) {
        expect(await retirer(responsable, point)).toBe('POINT_INCONNU');
      }
    });

    test('sous la même clé, un point n’est proposé qu’une fois', async () => {
      const cleIdempotence = 'cle-de-participation-1';
      const first = await proposer(responsable, { titre: 'Une fois', cleIdempotence });
      const again = await proposer(responsable, { titre: 'Une fois', cleIdempotence });
      expect(again.refus).toBeNull();
      expect(again.resultat.participation?.points).toEqual(first.resultat.participation?.points);
      const other = await proposer(responsable, { titre: 'Autre chose', cleIdempotence });
      expect(other.refus).toBe('CLE_IDEMPOTENCE_REUTILISEE');
    });

    test('l’accord porte sur une empreinte ; le même deux fois n’est qu’un acte', async () => {
      expect((await accorder(responsable)).refus).toBeNull();
      const before = await actes('ORDRE_DU_JOUR_ACCORDE');
      const { resultat } = await accorder(responsable);
      expect(resultat.participation?.accordOrdreDuJour).toMatchObject({ empreinte: EMPREINTE });
      expect(await actes('ORDRE_DU_JOUR_ACCORDE')).toEqual(before);
      await accorder(responsable, { empreinte: AUTRE_EMPREINTE });
      expect((await actes('ORDRE_DU_JOUR_ACCORDE'))[0]).toMatchObject({
        sujet: SEANCE,
        charge: { empreinte: AUTRE_EMPREINTE },
      });
    });

    test.each([
      ['titre', '', 'TITRE_INVALIDE'],
      ['titre', 'x'.repeat(201), 'TITRE_INVALIDE'],
      ['titre', 'deux\nlignes', 'TITRE_INVALIDE'],
      ['titre', '<b>gras</b>', 'TEXTE_AVEC_BALISES'],
      ['titre', 'a\u202eb', 'TEXTE_INVALIDE'],
      ['duree', 0, 'DUREE_INVALIDE'],
      ['duree', 481, 'DUREE_INVALIDE'],
      ['seance', 'essai', 'SEANCE_INCONNUE'],
      ['seance', 'spel-000:2024-01-15', 'SEANCE_INCONNUE'],
    ])('un point dont %s vaut %j est refusé : %s', async (champ, valeur, code) => {
      const avant = await actes('POINT_PROPOSE');
      expect((await proposer(responsable, { [champ]: valeur })).refus).toBe(code);
      expect(await actes('POINT_PROPOSE')).toEqual(avant);
    });

    test('une empreinte mal écrite est refusée', async () => {
      expect((await accorder(responsable, { empreinte: 'essai' })).refus).toBe(
        'EMPREINTE_INVALIDE',
      );
    });
  });

  describe('suites des décisions', () => {
    test('chaque écriture fait une version, et l’histoire les garde', async () => {
      const { version = 0 } = (await lire(lecteur)).suite ?? {};
      const { refus, resultat } = await suivre(responsable, { versionAttendue: version });
      expect(refus).toBeNull();
      expect(resultat.decision?.suite).toEqual({
        version: version + 1,
        avancement: 'EN_COURS',
        texte: 'Deux ateliers tenus.',
        auteur: `${responsable.fonction}, ${responsable.organisation}`,
      });
      await suivre(responsable, { avancement: 'FAITE', texte: null });
      expect((await lire(lecteur)).suite).toMatchObject({
        version: version + 2,
        avancement: 'FAITE',
        texte: null,
        historique: { nodes: [{ version: version + 2 }, { version: version + 1 }] },
      });
      expect((await actes('SUITE_ENREGISTREE'))[0]).toMatchObject({
        sujet: DECISION,
        charge: { avancement: 'FAITE', texte: null, version: version + 2 },
      });
    });

    test('une suite écrite sur une version dépassée est refusée, et la réponse porte la présente', async () => {
      await suivre(responsable, { texte: 'Présente.' });
      const { refus, resultat } = await suivre(responsable, { versionAttendue: 0 });
      expect(refus).toBe('VERSION_DEPASSEE');
      expect(resultat.decision?.suite).toMatchObject({ texte: 'Présente.' });
    });

    test('des écritures lancées ensemble se suivent, sans trou ni doublon', async () => {
      const { version = 0 } = (await lire(lecteur)).suite ?? {};
      await Promise.all(Array.from({ length: 6 }, () => suivre(responsable)));
      expect((await lire(lecteur)).suite?.version).toBe(version + 6);
    });

    test.each([
      ['decision', 'essai', 'DECISION_INCONNUE'],
      ['texte', 'x'.repeat(2001), 'TEXTE_TROP_LONG'],
      ['texte', '<script>', 'TEXTE_AVEC_BALISES'],
    ])('une suite dont %s ne convient pas est refusée', async (champ, valeur, code) => {
      expect((await suivre(responsable, { [champ]: valeur })).refus).toBe(code);
    });
  });

  describe('qui participe', () => {
    test('sans le droit, rien : ni une autre maison, ni un agent qui lit', async () => {
      for (const identite of [lecteur, unAgent(partenaire, 'dpo'), unIntegrateur()]) {
        for (const answer of [await proposer(identite, {}), await suivre(identite)]) {
          expect(codes(answer)).toEqual(['ACCES_REFUSE']);
        }
      }
    });

    test('hors de son territoire, tout est refusé et rien n’est écrit', async () => {
      const ailleurs = unAgent(partenaire, DE_TERRAIN[partenaire], { territoire: LENS });
      const avant = await actes();
      for (const { refus } of [
        await proposer(ailleurs, {}),
        await accorder(ailleurs),
        await suivre(ailleurs),
        ...(valide ? [await valider(ailleurs)] : []),
      ]) {
        expect(refus).toBe('HORS_TERRITOIRE');
      }
      expect(await actes()).toEqual(avant);
    });

    test('dans son arrondissement, il propose', async () => {
      const ici = unAgent(partenaire, DE_TERRAIN[partenaire], { territoire: VALENCIENNES });
      expect((await proposer(ici, { titre: 'De Valenciennes' })).refus).toBeNull();
    });

    test('un intégrateur ne lit rien de ce qui se prépare', async () => {
      await proposer(responsable, { titre: 'Entre nous' });
      const seen = await lire(unIntegrateur());
      expect(seen.participation?.points ?? []).toEqual([]);
      expect(seen.suite).toBeNull();
    });
  });

  function describeValidations(): void {
    describe('validations', () => {
      const titre = partenaire === 'etat' ? 'ETAT' : 'REGION';

      test('une validation porte sur une empreinte, au titre de la maison', async () => {
        const { refus, resultat } = await valider(responsable);
        expect(refus).toBeNull();
        expect(resultat.decision?.validation).toMatchObject({ titre, empreinte: EMPREINTE });
        expect((await actes('DECISION_VALIDEE'))[0]).toMatchObject({
          sujet: DECISION,
          charge: { titre, empreinte: EMPREINTE },
        });
      });

      test('au titre d’une autre maison, elle est refusée', async () => {
        const autre = partenaire === 'etat' ? 'REGION' : 'ETAT';
        expect((await valider(responsable, { titre: autre })).refus).toBe('TITRE_D_AUTRUI');
      });

      test('le relevé se valide sur son empreinte', async () => {
        const { resultat } = await act(
          responsable,
          'validerReleve',
          `AccordSeance${suffixe}Input`,
          { seance: TENUE, empreinte: EMPREINTE },
          `participation { ${PARTICIPATION} }`,
        );
        expect(resultat.participation?.validationReleve).toEqual({ empreinte: EMPREINTE });
        expect((await actes('RELEVE_VALIDE'))[0]).toMatchObject({
          sujet: TENUE,
          charge: { empreinte: EMPREINTE },
        });
      });
    });
  }
  function describeSansValidation(): void {
    test('une maison qui ne copilote pas n’a aucune validation à donner', () => {
      expect(subgraph().app.sdl).not.toMatch(/valider(Decision|Releve)|validationReleve/);
    });
  }
  const validations: Readonly<Record<Partenaire, () => void>> = {
    etat: describeValidations,
    region: describeValidations,
    'pole-emploi': describeSansValidation,
  };
  validations[partenaire]();

  test('100 séances et 100 décisions : quelques instructions SQL, pas une par objet', async () => {
    const numeros = Array.from({ length: 100 }, (_, index) => index + 1);
    subgraph().forgetStatements();
    const { errors } = await subgraph().query(
      lecteur,
      `query ($r: [_Any!]!) { _entities(representations: $r) {
         ... on Seance { ${champ} { ${PARTICIPATION} } }
         ... on Decision { suite${suffixe} { version } ${valide ? `validation${suffixe} { le }` : ''} } } }`,
      {
        r: numeros.flatMap((numero) => [
          { __typename: 'Seance', id: `spel-596:${jour(numero)}` },
          { __typename: 'Decision', id: `spel-596:${jour(numero)}:1` },
        ]),
      },
    );
    expect(errors).toEqual([]);
    expect(subgraph().statements.length).toBeLessThanOrEqual(8);
  });
}

function jour(numero: number): string {
  return new Date(Date.UTC(2023, 0, numero)).toISOString().slice(0, 10);
}
