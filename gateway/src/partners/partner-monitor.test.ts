import { describe, expect, it } from 'vitest';
import { createPartnerMonitor, type PartnerMonitor, type ProbeResult } from './partner-monitor.js';

const ETAT = { partenaire: 'etat', santeUrl: 'http://etat/sante/pret' };
const REGION = { partenaire: 'region', santeUrl: 'http://region/sante/pret' };

function unMoniteur(): {
  moniteur: PartnerMonitor;
  sonder: (resultat: ProbeResult) => Promise<void>;
  avancer: (ms: number) => void;
} {
  let maintenant = 0;
  let repondre: ((resultat: ProbeResult) => void)[] = [];
  const moniteur = createPartnerMonitor({
    intervalleMs: 0,
    maintenant: () => maintenant,
    probe: () => new Promise((resolve) => repondre.push(resolve)),
  });
  moniteur.watch([ETAT]);
  return {
    moniteur,
    avancer: (ms) => {
      maintenant += ms;
    },
    async sonder(resultat) {
      for (const r of repondre) r(resultat);
      repondre = [];
      await new Promise((resolve) => setImmediate(resolve));
      moniteur.watch([ETAT]);
    },
  };
}

describe('état des partenaires', () => {
  it('tient un partenaire pour présent tant que rien ne dit le contraire', () => {
    const { moniteur } = unMoniteur();
    expect(moniteur.absents()).toEqual([]);
    expect(moniteur.mayCall('etat')).toBe(true);
  });

  it('l’écarte dès que sa santé le dit, et le reprend à sa première réponse saine', async () => {
    const { moniteur, sonder } = unMoniteur();
    await sonder('pas-pret');
    expect(moniteur.absents()).toEqual(['etat']);
    expect(moniteur.mayCall('etat')).toBe(false);
    await sonder('pret');
    expect(moniteur.absents()).toEqual([]);
    expect(moniteur.mayCall('etat')).toBe(true);
  });

  it('pardonne un silence de la santé, pas deux', async () => {
    const { moniteur, sonder } = unMoniteur();
    await sonder('muet');
    expect(moniteur.absents()).toEqual([]);
    await sonder('muet');
    expect(moniteur.absents()).toEqual(['etat']);
  });

  it('l’écarte dès qu’un appel trouve le port fermé', () => {
    const { moniteur } = unMoniteur();
    moniteur.failed('etat', 'connexion');
    expect(moniteur.absents()).toEqual(['etat']);
  });

  it('écarte après trois échecs de suite, et non après deux puis un succès', () => {
    const { moniteur } = unMoniteur();
    moniteur.failed('etat', 'delai');
    moniteur.failed('etat', 'delai');
    moniteur.succeeded('etat');
    moniteur.failed('etat', 'delai');
    expect(moniteur.absents()).toEqual([]);
    moniteur.failed('etat', 'delai');
    moniteur.failed('etat', 'reponse');
    expect(moniteur.absents()).toEqual(['etat']);
  });

  it('écarte dès le premier délai passé quand sa santé se tait aussi', async () => {
    const { moniteur, sonder } = unMoniteur();
    await sonder('muet');
    moniteur.failed('etat', 'delai');
    expect(moniteur.absents()).toEqual(['etat']);
    await sonder('pret');
    expect(moniteur.absents()).toEqual([]);
  });

  it('essaie un seul appel à la fois quand seule la santé va bien', async () => {
    const { moniteur, sonder, avancer } = unMoniteur();
    for (let i = 0; i < 3; i += 1) moniteur.failed('etat', 'delai');
    await sonder('pret');
    expect(moniteur.mayCall('etat')).toBe(false);
    avancer(1_000);
    expect(moniteur.absents()).toEqual([]);
    expect(moniteur.mayCall('etat')).toBe(true);
    expect(moniteur.mayCall('etat')).toBe(false);
    moniteur.succeeded('etat');
    expect(moniteur.absents()).toEqual([]);
    expect(moniteur.mayCall('etat')).toBe(true);
  });

  it('attend plus longtemps après chaque essai manqué', () => {
    const { moniteur, avancer } = unMoniteur();
    for (let i = 0; i < 3; i += 1) moniteur.failed('etat', 'delai');
    avancer(1_000);
    expect(moniteur.mayCall('etat')).toBe(true);
    moniteur.failed('etat', 'delai');
    avancer(1_000);
    expect(moniteur.mayCall('etat')).toBe(false);
    avancer(1_000);
    expect(moniteur.mayCall('etat')).toBe(true);
  });

  it('garde l’état d’un partenaire quand une publication le garde', async () => {
    const { moniteur, sonder } = unMoniteur();
    await sonder('pas-pret');
    moniteur.watch([ETAT, REGION]);
    expect(moniteur.etats()).toEqual([
      { partenaire: 'etat', statut: 'indisponible' },
      { partenaire: 'region', statut: 'disponible' },
    ]);
  });
});
