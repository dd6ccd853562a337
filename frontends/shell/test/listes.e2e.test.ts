import { axe } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aChaqueVue, type Banc, garderUneImage, ouvrirUnBanc, type Page } from './banc.js';
import { uneValeur, unIndicateur, unLieu } from './exemples-d-indicateurs.js';
import { desFiches } from './exemples-de-fiches.js';
import { uneEntree } from './exemples-de-journal.js';
import { duTexte } from './exemples-du-texte.js';
import { colonne, fichiersDe } from './fichiers.js';
import { unGraphe } from './graphe-simule.js';

type Objet = Record<string, unknown>;

let banc: Banc;
let absents: string[];

/** Two pages of one element: what is in sight is not all that the filters keep. */
function enDeuxPages(elements: readonly [Objet, Objet]) {
  return ({ after }: { after?: string | null }): Objet => {
    const rang = after ? 1 : 0;
    return {
      nodes: [elements[rang]],
      edges: [],
      pageInfo: { hasNextPage: rang === 0, endCursor: `${rang + 1}` },
    };
  };
}

const CONTRIBUTION = {
  id: 'region:E07',
  version: 4,
  avancement: 80,
  meteo: 'SOLEIL',
  commentaire: 'En préparation.',
  etat: 'BROUILLON',
  publieLe: null,
  versionPubliee: {
    id: 'region:E07',
    version: 3,
    avancement: 60,
    meteo: 'SOLEIL',
    commentaire: 'Les sessions ouvrent en janvier.',
    publieLe: '2023-12-01T09:00:00Z',
  },
};

function duProtocole(): Objet {
  const texte = duTexte({ avenants: [] })();
  const engagements: Objet[] = Array.isArray(texte['engagements']) ? texte['engagements'] : [];
  return {
    ...texte,
    enjeux: [1, 2, 3, 4].map((numero) => ({
      numero,
      libelle: `enjeu ${numero}`,
      texteOfficiel: true,
      source: 'Communiqué',
    })),
    engagements: engagements.map((engagement) => ({
      ...engagement,
      contributionRegion: engagement['code'] === 'E07' ? CONTRIBUTION : null,
    })),
  };
}

function duSuivi(): Objet {
  const notification = (rang: number): Objet => ({
    id: `n${rang}`,
    partenaire: 'ETAT',
    titre: `Décision ${rang} adoptée`,
    chemin: `/seances/s1#decision-${rang}`,
    auteur: 'sous-préfet',
    survenuLe: '2023-12-13T23:30:00Z',
    lue: false,
    motif: 'SUIVI',
  });
  const suivi = (cle: string): Objet => ({
    genre: 'ENGAGEMENT',
    cle,
    chemin: `/engagements/${cle}`,
    depuis: '2023-11-02T09:00:00Z',
  });
  return {
    notificationsRegion: enDeuxPages([notification(1), notification(2)]),
    monSuiviRegion: {
      lettre: true,
      courriel: null,
      nonLues: 2,
      suit: false,
      filtres: [],
      suivis: enDeuxPages([suivi('E07'), suivi('E12')]),
    },
  };
}

function desChiffres(): Objet {
  const valeur = (code: string): Objet =>
    code === '592' ? uneValeur(code, { valeur: null, masque: true }) : uneValeur(code);
  return {
    indicateursEtat: [unIndicateur({ code: 'apprentis', libelle: 'Apprentis' })],
    indicateursRegion: absents.includes('region') ? null : [],
    indicateursPoleEmploi: [unIndicateur()],
    territoires: enDeuxPages([unLieu('595'), unLieu('592')]),
    territoire: ({ code }: { code: string }) => ({
      ...unLieu(code),
      indicateursEtat: [],
      indicateursRegion: absents.includes('region') ? null : [],
      indicateursPoleEmploi: [valeur(code)],
    }),
  };
}

beforeAll(async () => {
  banc = await ouvrirUnBanc();
});

beforeEach(() => {
  banc.remettre();
  absents = [];
});

afterAll(() => banc?.fermer());

const VUES = [
  { largeur: 1280, theme: 'light' },
  { largeur: 390, theme: 'dark' },
  { largeur: 320, theme: 'light' },
] as const;

/** With its buttons, the page is still accessible, and as wide as its window. */
async function tient(page: Page, nom: string): Promise<void> {
  await axe(page);
  await aChaqueVue(page, VUES, async ({ largeur }) => {
    await garderUneImage(page, `liste-${nom}-${largeur}`);
    const debordement = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(debordement, `${nom} déborde à ${largeur}`).toBeLessThanOrEqual(0);
  });
}

describe('une liste part en CSV et en XLSX, entière, telle que filtrée', () => {
  test('le protocole, avec les trois contributions publiées et leur commentaire', async () => {
    banc.demander = unGraphe(duProtocole, () => absents);
    await banc.surUnePage('/protocole?enjeu=3', async (page) => {
      const { nom, csv, xlsx, remarques } = await fichiersDe(page);
      expect(nom).toBe('engagements');
      expect(colonne(csv, 'Enjeu')).toEqual(colonne(csv, 'Enjeu').map(() => '3'));
      const codes = colonne(xlsx, 'Code');
      // Never published first, as on screen: the one that moved is last.
      expect(codes.at(-1)).toBe('E07');
      const rang = codes.length - 1;
      expect(colonne(xlsx, 'Région : avancement (%)')[rang]).toBe(60);
      expect(colonne(xlsx, 'Région : publiée le')[rang]).toBe('2023-12-01');
      expect(colonne(csv, 'Région : commentaire')[rang]).toBe('Les sessions ouvrent en janvier.');
      expect(colonne(csv, 'Région : contribution')[rang]).toContain('une suite en préparation');
      expect(colonne(csv, 'Libellé de démonstration')).toContain('oui');
      expect(remarques).toEqual([]);
      await tient(page, 'protocole');
    });
  });

  test('ce que je suis et ce qui m’est arrivé, au delà de ce que la page montre', async () => {
    banc.agent = {
      role: 'charge-de-mission',
      sujet: 'cm-1',
      partenaire: 'region',
      scopes: ['region:suivi:regler'],
    };
    banc.demander = unGraphe(duSuivi);
    await banc.surUnePage('/suivi', async (page) => {
      const notifications = page.getByRole('region', { name: 'Notifications' });
      await notifications.getByText('Décision 1 adoptée').waitFor();
      expect(await notifications.getByText('Décision 2 adoptée').count()).toBe(0);
      const arrivees = await fichiersDe(page, notifications);
      expect(colonne(arrivees.csv, 'Ce qui est arrivé')).toEqual([
        'Décision 1 adoptée',
        'Décision 2 adoptée',
      ]);
      // The day of Paris, where it is already the 14th.
      expect(colonne(arrivees.xlsx, 'Le')).toEqual(['2023-12-14', '2023-12-14']);
      expect(String(colonne(arrivees.csv, 'Adresse')[0])).toMatch(/^http.*#decision-1$/);

      const suivis = await fichiersDe(page, page.getByRole('region', { name: 'Ce que je suis' }));
      expect(colonne(suivis.csv, 'Clé')).toEqual(['E07', 'E12']);
      await tient(page, 'suivi');
    });
  });

  test('la recherche, tous groupes réunis, dit la maison qui n’a pas répondu', async () => {
    absents = ['pole-emploi'];
    banc.demander = unGraphe(
      () => ({
        ...desChiffres(),
        engagements: [{ code: 'E12', libelle: 'Lille mobile' }],
        rechercherEtat: [
          { genre: 'DECISION', titre: 'Navette à Lille', sousTitre: 'SPEL', chemin: '/seances/s1' },
        ],
        rechercherRegion: [],
        rechercherPoleEmploi: null,
      }),
      () => absents,
    );
    await banc.surUnePage('/recherche?q=lille', async (page) => {
      await page.getByText('Navette à Lille').first().waitFor();
      const { csv, remarques } = await fichiersDe(page);
      expect(new Set(colonne(csv, 'Nature'))).toEqual(
        new Set(['Engagements', 'Territoires', 'Décisions', remarques[0]]),
      );
      expect(remarques.join(' ')).toContain('Pôle emploi ne répond pas');
      await tient(page, 'recherche');
    });
  });

  test('les territoires, jusqu’à la dernière page, le code en texte', async () => {
    banc.demander = unGraphe(desChiffres);
    await banc.surUnePage('/territoires?maille=ARRONDISSEMENT', async (page) => {
      const { nom, csv, xlsx } = await fichiersDe(page);
      expect(nom).toBe('territoires');
      expect(colonne(csv, 'Territoire').slice(0, 2)).toEqual(['Lille', 'Cambrai']);
      expect(colonne(xlsx, 'Code').slice(0, 2)).toEqual(['595', '592']);
      expect(colonne(xlsx, 'Population (habitants)')[0]).toBe(100_000);
      await tient(page, 'territoires');
    });
  });

  test('deux territoires comparés : masqué reste masqué, la maison absente est nommée', async () => {
    absents = ['region'];
    banc.demander = unGraphe(desChiffres, () => absents);
    await banc.surUnePage(
      '/territoires/comparer?a=arrondissement:595&b=arrondissement:592',
      async (page) => {
        await page.getByRole('table', { name: 'Indicateurs des deux territoires' }).waitFor();
        const { xlsx, csv, remarques } = await fichiersDe(page);
        expect(colonne(xlsx, 'Lille : valeur')[0]).toBe(10_595);
        expect(colonne(xlsx, 'Cambrai : valeur')[0]).toBe(null);
        expect(colonne(csv, 'Cambrai : masqué')[0]).toBe('oui');
        expect(colonne(csv, 'Unité')[0]).toBe('personnes');
        expect(colonne(csv, 'Lille : démonstration')[0]).toBe('oui');
        expect(remarques.join(' ')).toContain('Masqué');
        expect(remarques.join(' ')).toContain('La Région n’a pas répondu');
        // A file in one sheet says it too.
        expect(csv.flat().join(' ')).toContain('La Région n’a pas répondu');
      },
    );
  });

  test('les indicateurs des trois maisons, à la date du portail', async () => {
    absents = ['region'];
    banc.demander = unGraphe(desChiffres, () => absents);
    await banc.surUnePage('/indicateurs', async (page) => {
      await page.getByText('Apprentis').waitFor();
      const { csv, remarques } = await fichiersDe(page);
      expect(colonne(csv, 'Maison').slice(0, 2)).toEqual(['État', 'Pôle emploi']);
      expect(colonne(csv, 'Dernière période')[0]).toBe('3e trimestre 2023');
      expect(remarques).toEqual([expect.stringContaining('La Région n’a pas répondu')]);
    });
  });

  test('les fiches des trois maisons, leurs étapes et leur budget', async () => {
    banc.demander = unGraphe(desFiches);
    await banc.surUnePage('/fiches', async (page) => {
      await page.getByText('fiche 2').first().waitFor();
      const { nom, csv, feuilles } = await fichiersDe(page);
      expect(nom).toBe('fiches-action');
      expect(new Set(colonne(csv, 'Maison'))).toEqual(new Set(['État', 'Région', 'Pôle emploi']));
      expect(feuilles).toEqual(['fiches action', 'Étapes', 'Budget', 'À lire']);
    });
  });

  test('le journal des publications, page après page', async () => {
    const entrees = [3, 2, 1].map((rang) => uneEntree({ rang, resume: `Reprise ${rang}` }));
    banc.repondreAvant = ({ chemin, parametres }) => {
      if (chemin !== '/v1/journal') return null;
      const debut = Number(parametres.get('avant') ?? 4);
      const page = entrees.filter(({ rang }) => rang < debut).slice(0, 2);
      const derniere = page.at(-1)?.rang ?? 1;
      return { corps: { entrees: page, suite: derniere > 1 ? derniere : null } };
    };
    await banc.surUnePage('/publications/journal', async (page) => {
      await page.getByText('Reprise 3').waitFor();
      expect(await page.getByText('Reprise 1').count()).toBe(0);
      const { nom, csv, xlsx } = await fichiersDe(page);
      expect(nom).toBe('journal-des-publications');
      expect(colonne(csv, 'Résumé')).toEqual(['Reprise 3', 'Reprise 2', 'Reprise 1']);
      expect(String(colonne(xlsx, 'Le')[0])).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    });
  });

  test('les jetons, jamais leur secret', async () => {
    await banc.surUnePage('/publications/jetons', async (page) => {
      await page.getByText('region-ci').waitFor();
      const { csv, remarques } = await fichiersDe(page);
      expect(colonne(csv, 'Jeton').slice(0, 3)).toContain('region-ci');
      expect(colonne(csv, 'État')).toContain('révoqué');
      expect(csv[0]?.join(' ')).not.toMatch(/secret|empreinte/i);
      expect(remarques.join(' ')).toContain('Le secret d’un jeton n’est dans aucun fichier');
      await tient(page, 'jetons');
    });
  });

  test('la carte, les demandes, les usages et une publication', async () => {
    await banc.surUnePage('/publications/carte', async (page) => {
      const carte = page.getByRole('region', { name: /^Carte en vigueur/ });
      const enVigueur = await fichiersDe(page, carte);
      expect(colonne(enVigueur.csv, 'Type ou champ').length).toBeGreaterThan(0);
      expect(enVigueur.feuilles).toContain('Accords donnés');
      const demandes = await fichiersDe(
        page,
        page.getByRole('region', { name: 'Demandes de changement' }),
      );
      expect(colonne(demandes.csv, 'État')).toContain('appliquée');
    });
    await banc.surUnePage('/publications/usages', async (page) => {
      const champs = await fichiersDe(page, page.getByRole('region', { name: 'Champs demandés' }));
      expect(colonne(champs.csv, 'Coordonnée')).toContain('Query.formations');
    });
    await banc.surUnePage('/publications/production/12', async (page) => {
      const contenu = page.getByRole('region', { name: 'Ce qu’elle contient' });
      const { nom, csv } = await fichiersDe(page, contenu);
      expect(nom).toBe('publication-12');
      expect(colonne(csv, 'Maison')).toContain('Région');
    });
  });

  test('le texte d’une version et les empreintes des originaux', async () => {
    banc.demander = unGraphe(duTexte({ avenants: [] }));
    await banc.surUnePage('/protocole/texte', async (page) => {
      const originaux = page.getByRole('region', { name: 'Trois originaux, version par version' });
      const { csv } = await fichiersDe(page, originaux);
      expect(String(colonne(csv, 'État : empreinte')[0])).toMatch(/^[0-9a-f]{64}$/);
      await tient(page, 'texte');
    });
  });
});
