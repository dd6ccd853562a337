import {
  empreinteDecision,
  empreinteOrdreDuJour,
  empreinteReleve,
  seancesDemonstration,
} from '@passerelle/demo-data';
import { describe, expect, test } from 'vitest';
import { DATE_DEMONSTRATION } from '../date-demonstration.js';

describe.each([
  ['petite', 104, 100],
  ['demonstration', 26 * 13, 1500],
  ['region', 26 * 12 * 5 + 26, 4000],
] as const)('taille %s', (taille, locales, decisions) => {
  const seances = seancesDemonstration('32', taille);
  const toutes = seances.flatMap((seance) => seance.decisions);
  const duSper = seances.filter(({ instance, publique }) => instance === 'sper-32' && publique);

  test(`${locales} séances locales et ${decisions} décisions, sans doublon`, () => {
    expect(seances.filter(({ instance }) => instance.startsWith('spel-'))).toHaveLength(locales);
    expect(new Set(seances.map(({ id }) => id)).size).toBe(seances.length);
    expect(toutes.filter(({ id }) => id.startsWith('spel-'))).toHaveLength(decisions);
    expect(new Set(toutes.map(({ id }) => id)).size).toBe(toutes.length);
  });

  test('le SPER se réunit chaque trimestre, en public, et tout ce qui est public vient de lui', () => {
    const publiques = seances.filter(({ publique }) => publique);
    expect(publiques).toEqual(duSper);
    expect(duSper.length).toBeGreaterThanOrEqual(3);
    const publies = duSper.flatMap((seance) => seance.decisions);
    expect(new Set(publies.map(({ statut }) => statut))).toEqual(new Set(['ADOPTEE']));
  });

  test('ce qui est passé est tenu, ce qui est à venir est prévu, rien n’est daté de demain', () => {
    for (const seance of seances) {
      const passee = seance.jour < DATE_DEMONSTRATION;
      expect(['TENUE', 'CLOSE'].includes(seance.statut)).toBe(passee);
      expect(seance.presences.some(({ present }) => present)).toBe(passee);
    }
    const instants = seances.flatMap(({ accords, releve, decisions: all }) => [
      ...accords.map(({ le }) => le),
      ...(releve?.validations ?? []).map(({ le }) => le),
      ...all.flatMap(({ validations, suite }) => [
        ...validations.map(({ le }) => le),
        ...(suite ? [suite.modifieLe] : []),
      ]),
    ]);
    expect(instants.filter((instant) => instant >= `${DATE_DEMONSTRATION}T00:00:00Z`)).toEqual([]);
  });

  test('une décision est adoptée quand les validations requises sont là, et alors seulement', () => {
    for (const { sujets, statut, validations } of toutes) {
      const titres = validations.map(({ titre }) => titre);
      const recteur = sujets.some((sujet) =>
        ['ORIENTATION', 'FORMATION_INITIALE', 'APPRENTISSAGE'].includes(sujet),
      );
      const requis = recteur ? ['ETAT', 'REGION', 'RECTEUR'] : ['ETAT', 'REGION'];
      const complete = requis.every((titre) => titres.some((un) => un === titre));
      expect(statut).toBe(complete ? 'ADOPTEE' : 'EN_ATTENTE');
    }
    expect(toutes.some(({ statut }) => statut === 'EN_ATTENTE')).toBe(true);
  });
});

test('la même graine donne les mêmes séances, une autre d’autres', () => {
  const graine = (texte?: string) => JSON.stringify(seancesDemonstration('32', 'petite', texte));
  expect(graine()).toBe(graine());
  expect(graine('autre')).not.toBe(graine());
});

test('les empreintes sont celles que le service recalcule, en quelque écriture que soit la maison', () => {
  const [seance] = seancesDemonstration('32', 'petite').filter(({ releve }) => releve);
  if (!seance?.releve) throw new Error('no minutes');
  const symbole = { etat: 'ETAT', region: 'REGION', 'pole-emploi': 'POLE_EMPLOI' } as const;
  const points = seance.points.map((un) => ({ ...un, partenaire: symbole[un.partenaire] }));
  expect(empreinteOrdreDuJour(points)).toBe(seance.empreinteOrdreDuJour);
  expect(empreinteOrdreDuJour(points.toReversed())).not.toBe(seance.empreinteOrdreDuJour);
  for (const decision of seance.decisions) {
    const { responsable } = decision;
    expect(empreinteDecision({ ...decision, responsable: symbole[responsable] })).toBe(
      decision.empreinte,
    );
  }
  const presences = seance.presences.map((une) => ({
    ...une,
    partenaire: une.partenaire && symbole[une.partenaire],
  }));
  const { texte, empreinte } = seance.releve;
  const { id, decisions } = seance;
  expect(empreinteReleve({ seance: id, texte, presences, decisions })).toBe(empreinte);
  expect(empreinteReleve({ seance: id, texte, presences: presences.slice(1), decisions })).not.toBe(
    empreinte,
  );
});

test('la séance de signature n’a que ce que les sources disent, et seule la région signataire l’a', () => {
  const [signature] = seancesDemonstration('32', 'petite').filter(
    ({ demonstration }) => !demonstration,
  );
  expect(signature).toMatchObject({ id: 'sper-32:2023-06-08', releve: null, decisions: [] });
  expect(signature?.presences.filter(({ signataire }) => signataire)).toHaveLength(3);
  expect(seancesDemonstration('52', 'petite').every(({ demonstration }) => demonstration)).toBe(
    true,
  );
});

test('les séances d’une région sans arrondissement se tiennent par département', () => {
  const instances = new Set(seancesDemonstration('06', 'petite').map(({ instance }) => instance));
  expect([...instances].sort()).toEqual(['spel-976', 'sper-06']);
});
