import { axe } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aChaqueVue, type Banc, garderUneImage, ouvrirUnBanc, type Page } from './banc.js';
import {
  desContours,
  desValeurs,
  uneValeur,
  unIndicateur,
  unLieu,
} from './exemples-d-indicateurs.js';
import { unGraphe } from './graphe-simule.js';

const INDICATEUR = '/indicateurs/pole-emploi/demandeurs-abc';
const PAGES = [
  '/indicateurs',
  INDICATEUR,
  '/territoires/comparer',
  '/territoires/comparer?a=arrondissement:595&b=arrondissement:592',
];
const VUES = [
  { largeur: 1280, theme: 'light' },
  { largeur: 390, theme: 'dark' },
  { largeur: 320, theme: 'light' },
] as const;

const DIRECTEUR = {
  role: 'directeur-territorial',
  sujet: 'dt-59',
  partenaire: 'pole-emploi',
  scopes: ['pole-emploi:indicateur:publier', 'pole-emploi:indicateur:proposer'],
};
const CHEF_DE_PROJET = {
  role: 'chef-de-projet',
  sujet: 'cp-1',
  partenaire: 'etat',
  scopes: ['etat:annuaire:tenir'],
};
const CHARGE_DE_MISSION = {
  role: 'charge-de-mission',
  sujet: 'cm-1',
  partenaire: 'region',
  scopes: ['region:indicateur:publier', 'region:indicateur:proposer'],
};

let banc: Banc;
let envois: Record<string, unknown>[];
let apercu: Record<string, unknown>;
let absents: string[];
let contours: Record<string, unknown> | null;
let cibles: readonly Record<string, unknown>[];
let lots: Record<string, unknown>[];
let reponse: Record<string, unknown> | null;
let publiee: Record<string, unknown>;

function page<Noeud>(nodes: readonly Noeud[]): Record<string, unknown> {
  return { nodes, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
}

function unLot(lot: string, autres: Record<string, unknown>): Record<string, unknown> {
  return {
    lot,
    faitLe: `2023-12-0${lot}T09:00:00Z`,
    auteur: 'directeur territorial, Pôle emploi',
    periodes: ['2023-T3'],
    sources: ['Fichier de test'],
    cases: 26,
    demonstration: true,
    annule: false,
    annulable: false,
    ...autres,
  };
}

function racine(): Record<string, unknown> {
  const propose = {
    id: 'cp:1',
    proposee: 9_800,
    motif: 'Nos fichiers comptent une fois chaque personne.',
    methode: 'Décompte des personnes.',
    auteur: 'chargé de mission',
    faiteLe: '2023-12-01T09:00:00Z',
    version: 1,
    demonstration: true,
    reponsePoleEmploi: reponse,
  };
  const indicateur = {
    ...unIndicateur({ cibles }),
    valeurs: page(desValeurs()),
    serie: page([
      uneValeur('595', {
        id: 'pole-emploi:demandeurs-abc:REGION:32:2023-T3',
        contrePropositionRegion: propose,
        indicateur: unIndicateur({ cibles }),
        ...publiee,
      }),
      uneValeur('595', {
        indicateur: unIndicateur({ cibles }),
        id: 'avant',
        periode: '2023-T2',
        fin: '2023-06-30',
        valeur: 11_000,
      }),
    ]),
  };
  return {
    indicateursEtat: [],
    indicateursRegion: absents.includes('region') ? null : [],
    indicateursPoleEmploi: [unIndicateur()],
    indicateurPoleEmploi: indicateur,
    territoires: page([unLieu('32')]),
    territoire: ({ code }: { code: string }) => ({
      ...unLieu(code),
      indicateursEtat: [],
      indicateursRegion: absents.includes('region') ? null : [],
      indicateursPoleEmploi: [
        code === '592' ? uneValeur(code, { valeur: null, masque: true }) : uneValeur(code),
      ],
    }),
    contours: contours && {
      maille: 'ARRONDISSEMENT',
      deposesLe: '2023-12-01T09:00:00Z',
      ...contours,
    },
    deposerContours: ({ input }: { input: Record<string, unknown> }) => {
      envois.push(input);
      return { contours: null, refus: null };
    },
    lotsDeMesuresPoleEmploi: lots,
    annulerImportMesuresPoleEmploi: ({ input }: { input: Record<string, unknown> }) => {
      envois.push(input);
      const message = 'Cet import ne s’annule plus : des valeurs ont été publiées depuis.';
      if (input['lot'] === '5') {
        return { annule: false, refus: { code: 'IMPORT_DEPASSE', message } };
      }
      lots = lots.map((lot) =>
        lot['lot'] === input['lot'] ? { ...lot, annule: true, annulable: false } : lot,
      );
      return { annule: true, refus: null };
    },
    repondreContrePropositionPoleEmploi: ({ input }: { input: Record<string, unknown> }) => {
      envois.push(input);
      reponse = {
        issue: input['issue'],
        motif: input['motif'],
        auteur: 'directeur territorial',
        le: '2023-12-15T09:00:00Z',
      };
      return { contreProposition: null, refus: null };
    },
    publierMesuresPoleEmploi: ({ input }: { input: Record<string, unknown> }) => {
      envois.push(input);
      publiee = { valeur: 9_800, version: 2 };
      return { indicateur: null, publiees: 1, version: 2, erreurs: [], refus: null };
    },
    importerMesuresPoleEmploi: ({ input }: { input: Record<string, unknown> }) => {
      envois.push(input);
      if (input['simuler'] === false) lots = [unLot('7', { annulable: true }), ...lots];
      return { ...apercu, importe: input['simuler'] === false };
    },
    proposerMesureRegion: ({ input }: { input: Record<string, unknown> }) => {
      envois.push(input);
      return { contreProposition: null, refus: null };
    },
  };
}

beforeAll(async () => {
  banc = await ouvrirUnBanc();
});

beforeEach(() => {
  banc.remettre();
  banc.agent = DIRECTEUR;
  envois = [];
  absents = [];
  contours = null;
  cibles = [];
  lots = [unLot('6', {}), unLot('5', { annulable: true })];
  reponse = null;
  publiee = {};
  apercu = {
    forme: 'LARGE',
    nouvelles: 1,
    modifiees: 1,
    inchangees: 0,
    ignorees: 0,
    nombreErreurs: 0,
    empreinte: 'e1',
    masquees: 2,
    lot: '7',
    inconnus: [{ code: '59005', nom: null, lignes: 1, suggestion: unLieu('595') }],
    erreurs: [],
    changements: [
      { ...unLieu('595'), periode: '2023-T4', dimension: null, modalite: null, avant: 4, apres: 5 },
    ],
    refus: null,
  };
  banc.demander = unGraphe(racine, () => absents);
});

afterAll(() => banc?.fermer());

async function debordement(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

describe('pages des indicateurs', () => {
  test.each(PAGES)(
    'sans défaut d’accessibilité ni débordement, à chaque vue : %s',
    async (chemin) => {
      await banc.surUnePage(chemin, async (page) => {
        expect(await page.locator('h1').count()).toBe(1);
        await aChaqueVue(page, VUES, async ({ largeur, theme }) => {
          await garderUneImage(page, `${chemin.replace(/\W+/g, '-')}-${largeur}-${theme}`);
          await axe(page);
          expect(await debordement(page), `déborde à ${largeur} px`).toBeLessThanOrEqual(0);
        });
      });
    },
  );

  test('ligne 53 : chaque chiffre montre son propriétaire, sa période, sa méthode, sa source et sa date', async () => {
    await banc.surUnePage(INDICATEUR, async (page) => {
      const main = page.locator('main');
      await main.getByText('n’évalue aucun partenaire').first().waitFor();
      const texte = await main.textContent();
      for (const attendu of [
        'Pôle emploi',
        'Moyenne du trimestre.',
        '3e trimestre 2023',
        '30 septembre 2023',
      ]) {
        expect(texte).toContain(attendu);
      }
    });
  });

  test('la carte a son tableau et sa légende, une valeur masquée le dit', async () => {
    await banc.surUnePage(INDICATEUR, async (page) => {
      const carte = page.getByRole('region', { name: 'Sur la carte' });
      await carte.getByRole('table').waitFor();
      expect(await carte.locator('.p-tuile').count()).toBe(6);
      expect(await carte.getByRole('row', { name: /Cambrai/ }).textContent()).toContain('masqué');
      expect(await carte.locator('.p-tuile.p-sans-valeur').textContent()).toContain('Cambrai');

      const legende = carte.getByRole('list', { name: 'Légende de la carte' });
      expect(await legende.textContent()).toContain('Masqué (1)');
      expect(await carte.textContent()).toContain('quantiles');
    });
  });

  test('les contours déposés par l’État se dessinent pour tous, avec leur source, et se quittent', async () => {
    contours = {
      version: 1,
      source: 'Contours de test',
      licence: 'Licence de test',
      traces: ['591', '592', '593', '594', '595', '596'].map((code, rang) => ({
        code,
        anneaux: `${rang} 50,${rang + 1} 50,${rang + 1} 51,${rang} 50`,
      })),
    };
    await banc.surUnePage(INDICATEUR, async (page) => {
      const carte = page.getByRole('region', { name: 'Sur la carte' });
      await expect.poll(() => carte.locator('.s-contours__carte title').count()).toBe(6);
      expect(await carte.textContent()).toContain('Licence de test');
      expect(await carte.locator('.s-contours__carte title').allTextContents()).toContain(
        'Cambrai : masqué',
      );
      expect(await carte.getByText('Déposer les contours').count()).toBe(0);
      await garderUneImage(page, 'indicateur-contours');
      await axe(page);
      await carte.getByRole('button', { name: 'Voir la carte schématique' }).click();
      await expect.poll(() => carte.locator('.p-tuile').count()).toBe(6);
    });
  });

  test('qui tient les références de l’État dépose les contours, avec source et licence', async () => {
    banc.agent = CHEF_DE_PROJET;
    await banc.surUnePage(INDICATEUR, async (page) => {
      const carte = page.getByRole('region', { name: 'Sur la carte' });
      await carte.getByText('Déposer les contours des arrondissements').click();
      const fichier = carte.getByLabel('Fichier GeoJSON');
      await fichier.setInputFiles({
        name: 'faux.geojson',
        mimeType: 'application/json',
        buffer: Buffer.from('{"features":[]}'),
      });
      await carte.getByText('Ce fichier ne contient aucun contour').waitFor();
      await fichier.setInputFiles({
        name: 'contours.geojson',
        mimeType: 'application/json',
        buffer: Buffer.from(desContours()),
      });
      await carte.getByText('6 contours reconnus').waitFor();
      await carte.getByLabel('Source des contours').fill('Contours de test');
      await carte.getByLabel('Licence des contours').fill('Licence de test');
      await axe(page);
      await carte.getByRole('button', { name: 'Déposer ces contours' }).click();
      await expect.poll(() => envois.length).toBe(1);
      expect(envois[0]).toMatchObject({ source: 'Contours de test', versionAttendue: 0 });
    });
  });

  test('ligne 55 : la série va jusqu’à 2028, un jalon par an, avec son tableau', async () => {
    await banc.surUnePage(INDICATEUR, async (page) => {
      const serie = page.getByRole('region', { name: 'Dans le temps' });
      await serie.getByRole('table').waitFor();
      expect(await serie.locator('svg text').allTextContents()).toEqual([
        '2023',
        '2024',
        '2025',
        '2026',
        '2027',
        '2028',
      ]);
      expect(await serie.getByRole('table').textContent()).toContain('Nos fichiers comptent');
    });
  });

  test('importe un fichier après en avoir lu l’aperçu, jamais avant', async () => {
    await banc.surUnePage(INDICATEUR, async (page) => {
      const panneau = page.getByRole('region', { name: 'Importer des valeurs' });
      await panneau.getByLabel('Fichier CSV').setInputFiles({
        name: 'insee.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('Code;T4_2023\n595;5\n'),
      });
      await panneau.getByLabel('Source du fichier').fill('insee.fr');
      await panneau.getByRole('button', { name: 'Voir ce qui changerait' }).click();
      await panneau.getByText('Les premières cases qui changent').waitFor();
      expect(envois).toMatchObject([{ simuler: true, contenu: 'Code;T4_2023\n595;5\n' }]);
      await panneau.getByText('Des cases montrées jusqu’ici seraient masquées').waitFor();
      const inconnus = panneau.getByRole('table', { name: /Territoires du fichier/ });
      expect(await inconnus.getByRole('row', { name: /59005/ }).textContent()).toContain(
        'Lille, arrondissement 595',
      );
      await axe(page);
      await panneau.getByRole('button', { name: 'Publier ces valeurs' }).click();
      await panneau.getByText('Les valeurs sont publiées').waitFor();
      expect(envois[1]).toMatchObject({ simuler: false, empreinteAttendue: 'e1' });
      const derniers = page.getByRole('region', { name: 'Derniers imports' });
      const annuler = derniers.getByRole('button', { name: /Annuler cet import, du 7 décembre/ });
      await annuler.click();
      await expect.poll(() => envois.length).toBe(3);
      expect(envois[2]).toMatchObject({ lot: '7' });
      await derniers.getByText('annulé', { exact: true }).waitFor();
    });
  });

  test('un import s’annule tant que ses valeurs sont en place ; refusé entre-temps, la page dit pourquoi', async () => {
    await banc.surUnePage(INDICATEUR, async (page) => {
      const derniers = page.getByRole('region', { name: 'Derniers imports' });
      await derniers.getByText('remplacé depuis').waitFor();
      const boutons = derniers.getByRole('button', { name: /Annuler cet import/ });
      expect(await boutons.count()).toBe(1);
      await axe(page);
      await boutons.click();
      await derniers.getByText('Cet import ne s’annule plus').waitFor();
      expect(envois).toMatchObject([{ lot: '5' }]);
    });
  });

  test('une contre-proposition retenue remplit la publication : rien ne se retape', async () => {
    await banc.surUnePage(INDICATEUR, async (page) => {
      const serie = page.getByRole('region', { name: 'Dans le temps' });
      await serie.getByRole('button', { name: 'Répondre à la Région' }).click();
      const repondre = page.getByRole('dialog', { name: /Répondre sur/ });
      await repondre.getByLabel('Réponse').selectOption('RETENUE');
      await repondre.getByLabel('Motif').fill('Leur décompte est le bon.');
      await repondre.getByRole('button', { name: 'Répondre' }).click();
      const publier = page.getByRole('dialog', { name: /Publier la valeur retenue/ });
      await publier.waitFor();
      await page.keyboard.press('Escape');
      await publier.waitFor({ state: 'detached' });
      // Left for later, it is found again where it is read.
      const plusTard = serie.getByRole('button', { name: 'Publier la valeur retenue' });
      await plusTard.click();
      expect(await publier.getByLabel('Valeur (personnes)').inputValue()).toBe('9800');
      expect(await publier.getByLabel('Arrêtée au').inputValue()).toBe('2023-09-30');
      await garderUneImage(page, 'indicateur-valeur-retenue');
      await axe(page);
      await publier.getByRole('button', { name: 'Publier cette valeur' }).click();
      await publier.waitFor({ state: 'detached' });
      expect(envois[1]).toMatchObject({
        indicateur: 'demandeurs-abc',
        periode: '2023-T3',
        dateValeur: '2023-09-30',
        versionAttendue: 1,
        source: 'Contre-proposition de la Région, retenue',
        mesures: [{ maille: 'REGION', territoire: '32', valeur: 9_800 }],
      });
      await plusTard.waitFor({ state: 'detached' });
    });
  });

  test('la dernière période est celle de la date du portail', async () => {
    await banc.surUnePage('/indicateurs', async (page) => {
      await page.getByText('dernière période : 3e trimestre 2023').waitFor();
    });
    await banc.surUnePage('/indicateurs?au=2024-02-01', async (page) => {
      await page.getByText('dernière période : 4e trimestre 2023').waitFor();
    });
  });

  test('montrée à une autre date, la page n’offre aucun acte, ni de déposer des contours', async () => {
    banc.agent = CHEF_DE_PROJET;
    await banc.surUnePage(`${INDICATEUR}?au=2024-02-01`, async (page) => {
      const carte = page.getByRole('region', { name: 'Sur la carte' });
      await carte.getByRole('table').waitFor();
      expect(await carte.getByText('Déposer les contours').count()).toBe(0);
    });
  });

  test('lit un fichier en Windows-1252 et le dit, refuse un fichier trop lourd avant l’envoi', async () => {
    await banc.surUnePage(INDICATEUR, async (page) => {
      const panneau = page.getByRole('region', { name: 'Importer des valeurs' });
      const choix = panneau.getByLabel('Fichier CSV');
      await choix.setInputFiles({
        name: 'tableur.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('Code;Libell\u00e9;T4_2023\n595;Lille;5\n', 'latin1'),
      });
      await panneau.getByText('Lu comme Windows-1252').waitFor();
      await panneau.getByLabel('Source du fichier').fill('insee.fr');
      await panneau.getByRole('button', { name: 'Voir ce qui changerait' }).click();
      await expect.poll(() => envois.length).toBe(1);
      expect(envois[0]).toMatchObject({ contenu: 'Code;Libellé;T4_2023\n595;Lille;5\n' });
      await choix.setInputFiles({
        name: 'national.csv',
        mimeType: 'text/csv',
        buffer: Buffer.alloc(200_001, '1'),
      });
      await panneau.getByText('national.csv pèse').waitFor();
      expect(
        await panneau.getByRole('button', { name: 'Voir ce qui changerait' }).isDisabled(),
      ).toBe(true);
    });
  });

  test('ligne 55 : une cible se trace si elle est publiée, et se dit absente sinon', async () => {
    await banc.surUnePage(INDICATEUR, async (page) => {
      await page.getByText('Aucune cible publiée').waitFor();
      expect(await page.locator('.s-graphique__cible').count()).toBe(0);
    });
    cibles = [
      { valeur: 70_000, annee: null, perimetre: 'Tous financeurs.', source: 'Communiqué de test' },
    ];
    await banc.surUnePage(INDICATEUR, async (page) => {
      const liste = page.getByRole('list', { name: 'Cibles publiées' });
      await liste.waitFor();
      expect(await liste.textContent()).toContain('Tous financeurs.');
      expect(await liste.textContent()).toContain('Communiqué de test');
      expect(await page.locator('.s-graphique__cible').count()).toBe(1);
      await axe(page);
    });
  });

  test('un fichier fautif montre ses erreurs ligne par ligne, et ne se publie pas', async () => {
    apercu = {
      ...apercu,
      changements: [],
      nombreErreurs: 1,
      erreurs: [{ ligne: 3, code: 'VALEUR_INVALIDE', message: 'La valeur est un nombre.' }],
      refus: { code: 'MESURES_INVALIDES', message: 'Des lignes ne peuvent pas être prises.' },
    };
    await banc.surUnePage(INDICATEUR, async (page) => {
      const panneau = page.getByRole('region', { name: 'Importer des valeurs' });
      await panneau.getByLabel('Fichier CSV').setInputFiles({
        name: 'insee.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('Code;T4_2023\n595;abc\n'),
      });
      await panneau.getByLabel('Source du fichier').fill('insee.fr');
      await panneau.getByRole('button', { name: 'Voir ce qui changerait' }).click();
      await panneau.getByText('Rien n’a été publié').waitFor();
      expect(await panneau.getByRole('row', { name: /^3/ }).textContent()).toContain('nombre');
      expect(await panneau.getByRole('button', { name: 'Publier ces valeurs' }).count()).toBe(0);
    });
  });

  test('une autre maison n’importe pas : elle propose un autre chiffre, avec motif et méthode', async () => {
    banc.agent = CHARGE_DE_MISSION;
    await banc.surUnePage(INDICATEUR, async (page) => {
      const serie = page.getByRole('region', { name: 'Dans le temps' });
      await serie.getByRole('button', { name: 'Proposer un autre chiffre' }).last().click();
      expect(await page.getByRole('region', { name: 'Importer des valeurs' }).count()).toBe(0);
      const dialogue = page.getByRole('dialog');
      await dialogue.getByLabel(/Valeur proposée/).fill('10 950');
      await dialogue.getByLabel('Motif').fill('Nous comptons une fois chaque personne.');
      await dialogue.getByLabel('Méthode').fill('Décompte de nos fichiers.');
      await axe(page);
      await dialogue.getByRole('button', { name: 'Proposer ce chiffre' }).click();
      await dialogue.waitFor({ state: 'detached' });
      expect(envois).toMatchObject([{ valeur: 'avant', proposee: 10_950, versionAttendue: 0 }]);
    });
  });

  test('une maison absente est nommée à sa place, les deux autres se comparent', async () => {
    absents = ['region'];
    await banc.surUnePage(
      '/territoires/comparer?a=arrondissement:595&b=arrondissement:592',
      async (page) => {
        await page.getByText('La Région ne répond pas').first().waitFor();
        const tableau = page.getByRole('table', { name: 'Indicateurs des deux territoires' });
        const ligne = await tableau.getByRole('row', { name: /Demandeurs/ }).textContent();
        expect(ligne).toContain('masqué');
        expect(ligne).toContain('10\u202f595');
        await tableau.getByRole('columnheader', { name: 'Cambrai' }).waitFor();
      },
    );
  });
});
