import { expect, test } from 'vitest';
import type { Registre } from '../modules/registre.js';
import { creerSuiviDeVersion, delaiDeVerificationMs, estPrise } from './suivi-de-version.js';
import { cleDeVersion, lireVersion, versionDeLaPage } from './version-du-portail.js';

const registre: Registre = {
  publication: { numero: 7, coquille: 3, partages: 4 },
  modules: [
    {
      nom: 'region',
      partenaire: 'region',
      revision: 13,
      version: '0.1.0',
      entree: '/modules/region/13/module.js',
      css: [],
      routes: [],
      navigation: [],
      emplacements: [],
    },
  ],
  surcharges: [],
  demonstration: false,
  dateDonnees: null,
};

function cle(corps: unknown, locaux: string[] = []): string | null {
  const version = lireVersion(corps);
  return version && cleDeVersion(version, locaux);
}

const recue = { numero: 7, coquille: 3, partages: 4, modules: { region: 13 } };

test('une page est à jour tant que rien de ce qu’elle montre n’est publié de nouveau', () => {
  const page = versionDeLaPage(registre);
  expect(page && cleDeVersion(page)).toBe(cle(recue));
  expect(cle({ ...recue, numero: 8 })).toBe(cle(recue));
  expect(cle({ ...recue, coquille: 4 })).not.toBe(cle(recue));
  expect(cle({ ...recue, modules: { region: 14 } })).not.toBe(cle(recue));
  expect(cle({ ...recue, modules: { region: 13, etat: 1 } })).not.toBe(cle(recue));
});

test('un module servi depuis le poste, ou d’une maison inconnue de la page, ne la périme pas', () => {
  expect(cle({ ...recue, modules: { region: 99 } }, ['region'])).toBe(
    cle({ ...recue, modules: {} }),
  );
  expect(cle({ ...recue, modules: { region: 13, mairie: 2 } })).toBe(cle(recue));
});

test('une réponse qui n’est pas une version est ignorée', () => {
  for (const corps of [null, {}, { coquille: 1 }, { ...recue, modules: null }, 'x']) {
    expect(lireVersion(corps)).toBeNull();
  }
});

test('hors de la passerelle, rien n’est publié', () => {
  expect(versionDeLaPage({ ...registre, publication: null })).toBeNull();
});

function suivi(reponses: (string | null | Error)[]) {
  let maintenant = 0;
  const suivant = creerSuiviDeVersion({
    actuelle: 'a',
    maintenantMs: () => maintenant,
    async demander() {
      const reponse = reponses.shift();
      if (reponse instanceof Error) throw reponse;
      return reponse ?? null;
    },
  });
  return {
    reponses,
    disponible: suivant.disponible,
    verifier: suivant.verifier,
    async apres(ms: number): Promise<string | null> {
      maintenant += ms;
      await suivant.verifier();
      return suivant.disponible.lire();
    },
  };
}

test('la nouvelle version est connue, puis oubliée si elle est retirée', async () => {
  const { apres } = suivi(['a', 'b', 'c', 'a']);
  expect(await apres(0)).toBeNull();
  expect(await apres(60_000)).toBe('b');
  expect(await apres(60_000)).toBe('c');
  expect(await apres(60_000)).toBeNull();
});

test('une passerelle absente ou une session finie ne changent rien à ce que l’on sait', async () => {
  const { apres } = suivi(['b', null, new Error('hors ligne')]);
  expect(await apres(0)).toBe('b');
  expect(await apres(60_000)).toBe('b');
  expect(await apres(60_000)).toBe('b');
});

test('passer d’un onglet à l’autre ne fait pas demander sans cesse', async () => {
  const { apres, reponses } = suivi(['a', 'b']);
  await apres(0);
  expect(await apres(3_000)).toBeNull();
  expect(reponses).toEqual(['b']);
  expect(await apres(8_000)).toBe('b');
});

test('les onglets demandent chaque minute environ, pas tous ensemble', () => {
  expect([delaiDeVerificationMs(0), delaiDeVerificationMs(1)]).toEqual([45_000, 75_000]);
});

test('la nouvelle version n’est prise au changement de page que si rien n’est en train de s’écrire', () => {
  expect(estPrise('b', 'aucune')).toBe(true);
  expect(estPrise('b', 'gardee')).toBe(false);
  expect(estPrise('b', 'fragile')).toBe(false);
  expect(estPrise(null, 'aucune')).toBe(false);
});
