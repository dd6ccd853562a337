import { readFile } from 'node:fs/promises';
import { axe } from '@passerelle/testing';
import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aChaqueVue, type Banc, garderUneImage, ouvrirUnBanc, type Page } from './banc.js';
import {
  ID_SEANCE,
  laPrecedente,
  unEngagement,
  uneDecision,
  uneInstance,
  unePage,
  uneSeance,
  uneSeanceQuiVote,
  unTerritoireChiffre,
} from './exemples-de-seances.js';
import { unGraphe } from './graphe-simule.js';

const PAGES = ['/seances', `/seances/${ID_SEANCE}`, `/seances/${ID_SEANCE}/dossier`, '/decisions'];
const VUES = [
  { largeur: 1280, theme: 'light' },
  { largeur: 390, theme: 'dark' },
  { largeur: 320, theme: 'light' },
] as const;

const SOUS_PREFET = {
  role: 'sous-prefet',
  sujet: 'sp-596',
  partenaire: 'etat',
  scopes: ['etat:seance:tenir', 'etat:seance:participer', 'etat:decision:valider'],
  territoire: { code: '596', maille: 'ARRONDISSEMENT' },
};

const SANS_ETAT = { code: 'PARTENAIRE_INDISPONIBLE', partenaire: 'etat' };
const SUIVANTE = { id: 'cle-596:2024-09-24', jour: '2024-09-24' };

let banc: Banc;
let seance: Record<string, unknown>;
let actes: Record<string, unknown>[];
let absents: string[];

/** An act of the simulated graph: kept, and answered as done. */
const fait =
  (nom: string, effet: () => Record<string, unknown> = () => ({})) =>
  (args: Record<string, unknown>): Record<string, unknown> => {
    actes.push({ nom, ...args });
    return { refus: null, ...effet() };
  };

function racine(): Record<string, unknown> {
  const avant = laPrecedente();
  return {
    seance: () => {
      if (absents.includes('etat')) throw new GraphQLError('absent', { extensions: SANS_ETAT });
      return { ...seance, precedente: avant };
    },
    seances: unePage([seance]),
    decisions: ({ enRetardLe }: { enRetardLe?: string | null }) =>
      unePage(enRetardLe ? decisionsDe(avant) : [...decisionsDe(avant), ...decisionsDe(seance)]),
    engagements: [unEngagement('E07'), unEngagement('E08')],
    territoire: absents.includes('region')
      ? { ...unTerritoireChiffre(), offreFormationRegion: null }
      : unTerritoireChiffre(),
    instances: unePage([
      {
        ...uneInstance(),
        dissouteLe: '2024-06-17',
        successeur: { id: 'cle-596', nom: 'Comité local pour l’emploi – Valenciennes' },
      },
    ]),
    creerSeance: fait('creerSeance', () => ({ seance: { ...seance, ...SUIVANTE } })),
    enregistrerDecision: fait('enregistrerDecision', () => ({ decision: null })),
    noterPresences: fait('noterPresences', () => ({ seance: null })),
    ecrireReleve: fait('ecrireReleve', () => ({ seance: null })),
    envoyerDossierEtat: fait('envoyerDossierEtat', () => ({
      recuPar: ['sous-préfet, Sous-préfecture de Valenciennes'],
    })),
    ordonnerPoints: fait('ordonnerPoints', () => ({ seance: null })),
    voterDecision: fait('voterDecision', () => ({ decision: null })),
    retablir: fait('retablir', () => ({ seance: null, decision: null })),
    convoquerDeNouveau: fait('convoquerDeNouveau', () => ({ seance: { ...seance, ...SUIVANTE } })),
    reglerSecondeConvocation: fait('reglerSecondeConvocation', () => ({ instance: null })),
  };
}

function decisionsDe(celle: Record<string, unknown>): Record<string, unknown>[] {
  const page: unknown = celle['decisions'];
  const nodes: unknown = typeof page === 'object' && page ? Reflect.get(page, 'nodes') : [];
  return Array.isArray(nodes) ? nodes.map((decision) => ({ seance: celle, ...decision })) : [];
}

beforeAll(async () => {
  banc = await ouvrirUnBanc();
});

beforeEach(() => {
  banc.remettre();
  banc.agent = SOUS_PREFET;
  seance = uneSeance();
  actes = [];
  absents = [];
  banc.demander = unGraphe(racine, () => absents);
});

afterAll(() => banc?.fermer());

async function debordement(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Another tab of the browser has something to tell of this session. */
const relire = (page: Page): Promise<void> =>
  page.evaluate((seance) => {
    const canal = new BroadcastChannel('passerelle-mouvements');
    canal.postMessage({ nature: 'seance', seance });
    canal.close();
  }, ID_SEANCE);

const carte = (page: Page, titre: string | RegExp) => page.getByRole('region', { name: titre });

describe('pages des séances', () => {
  test.each(PAGES)(
    'sans défaut d’accessibilité ni débordement, à chaque vue : %s',
    async (chemin) => {
      seance = uneSeance({
        statut: 'TENUE',
        decisions: unePage([
          uneDecision(),
          uneDecision({ numero: 2, statut: 'ADOPTEE', avancement: 'EN_COURS' }),
        ]),
      });
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

  test('un lien vers une décision l’ouvre, elle, quand la page est lue', async () => {
    const decisions = Array.from({ length: 30 }, (_, rang) => uneDecision({ numero: rang + 1 }));
    seance = uneSeance({ statut: 'TENUE', decisions: unePage(decisions) });
    await banc.surUnePage(`/seances/${ID_SEANCE}#decision-24`, async (page) => {
      const visee = page.locator('#decision-24');
      await expect
        .poll(() => visee.evaluate((lieu) => lieu === document.activeElement), { timeout: 30_000 })
        .toBe(true);
      const haut = await visee.evaluate((lieu) => lieu.getBoundingClientRect().top);
      expect(haut).toBeGreaterThanOrEqual(0);
      expect(haut).toBeLessThan(900);
    });
  });

  test('le dossier part par courriel, et l’on sait à qui', async () => {
    banc.agent = { ...SOUS_PREFET, scopes: [...SOUS_PREFET.scopes, 'etat:suivi:regler'] };
    await banc.surUnePage(`/seances/${ID_SEANCE}/dossier`, async (page) => {
      await page.getByRole('button', { name: 'Envoyer par courriel' }).click();
      const dialogue = page.getByRole('dialog');
      await dialogue.getByLabel('À qui').selectOption('MEMBRES');
      await axe(page);
      await dialogue.getByRole('button', { name: 'Envoyer' }).click();
      await dialogue.getByText('sous-préfet, Sous-préfecture de Valenciennes').waitFor();
    });
    expect(actes).toMatchObject([
      {
        nom: 'envoyerDossierEtat',
        input: { seance: ID_SEANCE, destinataires: 'MEMBRES', cleIdempotence: expect.any(String) },
      },
    ]);
  });

  test('le calendrier s’ouvre sur la prochaine séance de l’agent et son dossier', async () => {
    await banc.surUnePage('/seances', async (page) => {
      const sienne = carte(page, 'Votre prochaine séance');
      expect(await sienne.getByRole('link', { name: 'Ouvrir le dossier prêt' }).count()).toBe(1);
      await page.getByLabel('Période').selectOption('passees');
      await expect.poll(() => new URL(page.url()).searchParams.get('periode')).toBe('passees');
      const [fichier] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Agenda (.ics) de ces séances' }).click(),
      ]);
      expect(await readFile(await fichier.path(), 'utf8')).toContain('DTSTART:20231215T133000Z');
    });
  });

  test('une décision reprend du point le responsable, l’engagement et le sujet', async () => {
    seance = uneSeance({ statut: 'TENUE' });
    await banc.surUnePage(`/seances/${ID_SEANCE}`, async (page) => {
      await page.getByRole('button', { name: 'Enregistrer une décision' }).click();
      const formulaire = page.getByRole('form', { name: 'Nouvelle décision' });
      await formulaire.getByLabel('Sur quel point').selectOption({ index: 1 });
      expect(await formulaire.getByLabel('Responsable').inputValue()).toBe('REGION');
      expect(await formulaire.getByLabel('Engagement').inputValue()).toBe('E07');
      await garderUneImage(page, 'nouvelle-decision');
      await axe(page);
      await formulaire.getByRole('button', { name: 'Enregistrer la décision' }).click();
      await formulaire.getByText('Écrivez ce qui est décidé.').waitFor();
      await formulaire.getByLabel('Ce qui est décidé').fill('Ouvrir quinze places au CFA.');
      await formulaire.getByRole('button', { name: /^Échéance dans deux mois/ }).click();
      await formulaire.getByRole('button', { name: 'Enregistrer la décision' }).click();
      await formulaire.waitFor({ state: 'detached' });
      expect(actes[0]).toMatchObject({
        nom: 'enregistrerDecision',
        input: {
          seance: ID_SEANCE,
          responsable: 'REGION',
          engagement: 'E07',
          echeance: '2024-02-15',
          sujets: ['APPRENTISSAGE'],
        },
      });
    });
  });

  test('les présences se notent sans rien taper ; être présent n’est pas signer', async () => {
    await banc.surUnePage(`/seances/${ID_SEANCE}`, async (page) => {
      await page.getByRole('button', { name: 'Noter les présences' }).click();
      await page.getByRole('checkbox', { name: 'Signataire : conseiller régional' }).uncheck();
      await axe(page);
      await page.getByRole('button', { name: 'Enregistrer les présences' }).click();
      await expect.poll(() => actes.length).toBe(1);
      expect(actes[0]).toMatchObject({
        input: {
          presences: [
            { fonction: 'sous-préfet', present: true, signataire: true },
            { fonction: 'conseiller régional', present: true, signataire: false },
          ],
        },
      });
    });
  });

  test('dit de qui une décision attend sa validation, et qui ne répond pas', async () => {
    absents = ['region'];
    seance = uneSeance({
      statut: 'TENUE',
      decisions: unePage([
        uneDecision({
          validations: [
            { titre: 'ETAT', auteur: 'sous-préfet', le: '2023-12-15T15:00:00Z', perimee: false },
          ],
        }),
      ]),
    });
    await banc.surUnePage(`/seances/${ID_SEANCE}`, async (page) => {
      const validations = page.getByRole('list', { name: 'Validations de la décision 1' });
      await validations.getByText(/^L’État a validé/).waitFor();
      await validations.getByText(/^En attente de la Région, qui ne répond pas/).waitFor();
      await garderUneImage(page, 'region-absente');
      await axe(page);
    });
  });

  test('deux relevés écrits en même temps : les deux versions sont montrées', async () => {
    const releve = {
      texte: 'Première version.',
      version: 1,
      auteur: 'sous-préfecture',
      modifieLe: '2023-12-15T16:00:00Z',
      empreinte: 'r'.repeat(64),
      validations: [],
      figeLe: null,
    };
    seance = uneSeance({ statut: 'TENUE', releve });
    banc.demander = unGraphe(() => ({
      ...racine(),
      ecrireReleve: () => {
        seance = uneSeance({
          statut: 'TENUE',
          releve: { ...releve, version: 2, texte: 'Version d’un collègue.' },
        });
        return {
          seance: null,
          refus: { code: 'VERSION_DEPASSEE', message: 'Ce relevé a changé.' },
        };
      },
    }));
    await banc.surUnePage(`/seances/${ID_SEANCE}`, async (page) => {
      await page.getByRole('button', { name: 'Modifier le relevé' }).click();
      await page.getByLabel('Texte du relevé').fill('Ma version.');
      await page.getByRole('button', { name: 'Enregistrer le relevé' }).click();
      await page.getByRole('region', { name: 'Version enregistrée entre-temps' }).waitFor();
      await page.getByText('Version d’un collègue.').waitFor();
      await page.getByRole('region', { name: 'Votre saisie' }).getByText('Ma version.').waitFor();
      await garderUneImage(page, 'conflit-releve');
      await axe(page);
    });
  });

  test('le relevé se prépare seul, se garde sur le poste et sort en DOCX', async () => {
    seance = uneSeance({ statut: 'TENUE', decisions: unePage([uneDecision()]) });
    await banc.surUnePage(`/seances/${ID_SEANCE}`, async (page) => {
      await page.getByRole('button', { name: 'Écrire le relevé' }).click();
      const texte = await page.getByLabel('Texte du relevé').inputValue();
      expect(texte).toContain('Ouvrir une session de soudage');
      await page.getByLabel('Texte du relevé').fill(`${texte} Complété.`);
      await page.reload();
      await page.getByRole('button', { name: 'Écrire le relevé' }).click();
      await expect
        .poll(() => page.getByLabel('Texte du relevé').inputValue())
        .toContain('Complété.');
    });
    seance = laPrecedente();
    await banc.surUnePage('/seances/spel-596:2023-11-17', async (page) => {
      await carte(page, 'Relevé')
        .getByText(/^figé$/)
        .waitFor();
      const [fichier] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Exporter le relevé (DOCX)' }).click(),
      ]);
      expect(fichier.suggestedFilename()).toBe('releve-spel-596-2023-11-17.docx');
    });
  });

  test('le dossier dit ses sources et ses dates, et ce qui manque quand une maison est absente', async () => {
    absents = ['region'];
    await banc.surUnePage(`/seances/${ID_SEANCE}/dossier`, async (page) => {
      const chiffres = carte(page, 'Chiffres de l’arrondissement');
      await chiffres.getByText('Métiers en tension très forte').waitFor();
      await chiffres.getByText(/Arrêté au 30 septembre 2023/).waitFor();
      await chiffres.getByText('24\u202f310 personnes', { exact: true }).waitFor();
      await chiffres.getByText(/Moyenne trimestrielle.*Arrêté au 25 octobre 2023/).waitFor();
      await chiffres.getByText(/La Région ne répond pas/).waitFor();
      await carte(page, 'Décisions en retard')
        .getByText('Publier le calendrier des forums.')
        .waitFor();
      await carte(page, /^Engagements/)
        .getByText(/^E07/)
        .waitFor();
      await carte(page, /^Relevé de la séance du 17 novembre/)
        .getByText('Points examinés : forums, soudage.')
        .waitFor();
      const [fichier] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Exporter le dossier (DOCX)' }).click(),
      ]);
      expect(fichier.suggestedFilename()).toBe('dossier-spel-596-2023-12-15.docx');
      await page.emulateMedia({ media: 'print' });
      const menu = page.getByRole('navigation', { name: 'Menu principal', includeHidden: true });
      expect(await menu.isVisible()).toBe(false);
      await garderUneImage(page, 'dossier-imprime');
    });
  });

  test('les décisions viennent en retard d’abord et sortent en CSV', async () => {
    await banc.surUnePage('/decisions', async (page) => {
      await page.getByRole('row', { name: /Publier le calendrier des forums/ }).waitFor();
      const [fichier] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Exporter en CSV' }).click(),
      ]);
      const texte = await readFile(await fichier.path(), 'utf8');
      expect(texte).toContain('Publier le calendrier des forums.');
      await page.getByLabel('Décisions', { exact: true }).selectOption('en-attente');
      await page.getByLabel('Validation attendue').selectOption('REGION');
      await expect.poll(() => new URL(page.url()).search).toBe('?vue=en-attente&attend=region');
    });
  });

  test('un vote se compte : ce qu’il donne est dit, à égalité l’État départage', async () => {
    seance = uneSeanceQuiVote(4);
    await banc.surUnePage(`/seances/${ID_SEANCE}`, async (page) => {
      await page.getByRole('button', { name: 'Enregistrer le vote de la décision 1' }).click();
      const formulaire = page.getByRole('form', { name: 'Vote de la décision 1' });
      await formulaire.getByText(/4 présents ayant voix sur 6 ; 3 requis/).waitFor();
      await formulaire.getByText('Votent : membre 1, membre 2, membre 3, membre 4.').waitFor();
      await formulaire.getByLabel('Voix pour').fill('3');
      await formulaire.getByLabel('Voix contre').fill('2');
      await formulaire.getByText('5 voix pour 4 votants présents : recomptez.').waitFor();
      await formulaire.getByRole('button', { name: 'Enregistrer le vote' }).click();
      expect(actes).toEqual([]);
      await formulaire.getByLabel('Voix pour').fill('2');
      await formulaire.getByText(/à égalité : le représentant de l’État départage/).waitFor();
      await axe(page);
      await garderUneImage(page, 'vote-egalite');
      await formulaire.getByRole('radio', { name: 'Contre' }).check();
      await formulaire.getByText(/la décision est rejetée/).waitFor();
      await formulaire.getByRole('button', { name: 'Enregistrer le vote' }).click();
      await formulaire.waitFor({ state: 'detached' });
      expect(actes[0]).toMatchObject({
        nom: 'voterDecision',
        input: { pour: 2, contre: 2, abstentions: 0, voixRepresentantEtat: 'CONTRE' },
      });
      await page.getByRole('button', { name: 'Revenir en arrière' }).waitFor();
    });
  });

  test('le résultat d’un vote se lit avec sa règle ; un SPEL n’en montre rien', async () => {
    const vote = {
      pour: 2,
      contre: 2,
      abstentions: 0,
      voixPreponderante: 'POUR',
      auteur: 'sous-préfet, Préfecture',
      le: '2024-09-10T12:00:00Z',
    };
    seance = uneSeanceQuiVote(4, {
      decisions: unePage([
        uneDecision({ regle: 'VOTE', validationsRequises: [], statut: 'ADOPTEE', vote }),
      ]),
    });
    await banc.surUnePage(`/seances/${ID_SEANCE}`, async (page) => {
      const lu = page.getByRole('region', { name: 'Vote de la décision 1' });
      await lu.getByText(/Adoptée : 2 pour, 2 contre, 0 abstention/).waitFor();
      await lu
        .getByText(/voix prépondérante du représentant de l’État a départagé : pour/)
        .waitFor();
      await lu.getByText(/décret n° 2024-560/).waitFor();
      await axe(page);
    });
    seance = uneSeance({ statut: 'TENUE', decisions: unePage([uneDecision()]) });
    await banc.surUnePage(`/seances/${ID_SEANCE}`, async (page) => {
      await page.getByRole('button', { name: 'Modifier la décision 1' }).waitFor();
      expect(await page.getByRole('button', { name: /vote/ }).count()).toBe(0);
    });
  });

  test('faute de quorum rien ne se vote ; la séance se convoque de nouveau, sa règle se cite', async () => {
    seance = uneSeanceQuiVote(2);
    await banc.surUnePage(
      `/seances/${ID_SEANCE}`,
      async (page) => {
        const presences = carte(page, 'Présences');
        await presences.getByText(/rien ne peut être voté/).waitFor();
        await presences.getByText(/tant que l’instance n’a pas dit sa règle/).waitFor();
        await axe(page);
        await garderUneImage(page, 'sans-quorum');
        expect(await debordement(page)).toBeLessThanOrEqual(0);
        await presences.getByRole('button', { name: 'Règle de l’instance' }).click();
        const regle = page.getByRole('form', { name: 'Règle de l’instance' });
        await regle.getByRole('radio', { name: /sans condition de quorum/ }).check();
        await regle.getByRole('button', { name: 'Enregistrer la règle' }).click();
        await regle.getByText('Citez le texte : une règle se vérifie.').waitFor();
        await axe(page);
        await regle.getByLabel('Où cette règle est écrite').fill('Règlement intérieur, article 6');
        await regle.getByRole('button', { name: 'Enregistrer la règle' }).click();
        await regle.waitFor({ state: 'detached' });
        expect(actes[0]).toMatchObject({
          nom: 'reglerSecondeConvocation',
          input: { regle: 'SANS_QUORUM', source: 'Règlement intérieur, article 6' },
        });
        await presences.getByRole('button', { name: 'Convoquer de nouveau' }).click();
        const formulaire = page.getByRole('form', { name: 'Nouvelle convocation' });
        expect(await formulaire.getByLabel('Jour').inputValue()).toBe('2024-09-24');
        await axe(page);
        await formulaire.getByRole('button', { name: 'Convoquer cette séance' }).click();
        await page.waitForURL(`**/seances/${SUIVANTE.id}`);
        expect(actes[1]).toMatchObject({
          nom: 'convoquerDeNouveau',
          input: { seance: ID_SEANCE, jour: '2024-09-24', versionAttendue: 1 },
        });
      },
      { largeur: 320, theme: 'light' },
    );
  });

  test('une seconde convocation dit de quelle séance elle reprend l’ordre du jour, qui ne bouge plus', async () => {
    seance = uneSeanceQuiVote(0, {
      statut: 'PREVUE',
      convocationDe: { id: 'cle-596:2024-08-27', jour: '2024-08-27' },
      quorum: { membres: 6, presents: 0, requis: 1, atteint: false, exige: false },
    });
    await banc.surUnePage(`/seances/${ID_SEANCE}`, async (page) => {
      await page.getByText(/^Seconde convocation/).waitFor();
      await page.getByRole('link', { name: 'séance du 27 août 2024' }).waitFor();
      await page.getByText(/Sans condition de quorum, selon la règle de l’instance/).waitFor();
      expect(await page.getByRole('button', { name: /^Descendre/ }).count()).toBe(0);
    });
  });

  test('les versions se lisent, page par page, et l’une d’elles se rétablit', async () => {
    const version = (numero: number): Record<string, unknown> => ({
      version: numero,
      auteur: 'sous-préfet, Préfecture',
      le: '2023-12-14T10:00:00Z',
      presente: numero === 3,
      texte: `Texte ${numero}.`,
      changements:
        numero === 1
          ? []
          : [{ champ: 'TEXTE', sujet: null, avant: null, apres: `Texte ${numero}.` }],
    });
    const page = (nodes: readonly unknown[], suite: boolean): Record<string, unknown> => ({
      ...unePage(nodes),
      pageInfo: { hasNextPage: suite, endCursor: suite ? 'apres' : null },
    });
    const releve = {
      texte: 'Texte 3.',
      version: 3,
      auteur: 'sous-préfet',
      modifieLe: '2023-12-15T16:00:00Z',
      empreinte: 'r'.repeat(64),
      validations: [],
      figeLe: null,
      versions: ({ after }: { after?: string | null }) =>
        after ? page([version(1)], false) : page([version(3), version(2)], true),
    };
    seance = uneSeance({ statut: 'TENUE', releve });
    await banc.surUnePage(`/seances/${ID_SEANCE}`, async (laPage) => {
      await laPage.getByRole('button', { name: 'Versions du relevé' }).click();
      const dialogue = laPage.getByRole('dialog', { name: 'Versions du relevé' });
      await dialogue.getByText('en vigueur').waitFor();
      await dialogue.getByText('Ligne écrite : Texte 2.').waitFor();
      expect(await dialogue.getByRole('button', { name: 'Rétablir la version 3' }).count()).toBe(0);
      await dialogue.getByRole('button', { name: /suite|plus/i }).click();
      await dialogue.getByText('Première version.').waitFor();
      await dialogue.getByText('Texte de la version 2').click();
      await axe(laPage);
      await garderUneImage(laPage, 'versions-releve');
      await dialogue.getByRole('button', { name: 'Rétablir la version 1' }).click();
      await expect.poll(() => actes.length).toBe(1);
      expect(actes[0]).toMatchObject({
        nom: 'retablir',
        input: { objet: 'RELEVE', id: ID_SEANCE, version: 1, versionAttendue: 3 },
      });
    });
  });

  test('un point déplacé ou des présences notées par erreur reviennent en un geste', async () => {
    await banc.surUnePage(`/seances/${ID_SEANCE}`, async (page) => {
      await page.getByRole('button', { name: /^Descendre E07/ }).click();
      const ordre = carte(page, 'Ordre du jour');
      await ordre.getByText(/^Point déplacé : E07/).waitFor();
      await ordre.getByRole('button', { name: 'Revenir en arrière' }).click();
      await expect.poll(() => actes.length).toBe(2);
      expect(actes[1]).toMatchObject({
        nom: 'retablir',
        input: { objet: 'ORDRE_DU_JOUR', id: ID_SEANCE, version: 1, versionAttendue: 2 },
      });
      await page.getByRole('button', { name: 'Noter les présences' }).click();
      await page.getByRole('button', { name: 'Enregistrer les présences' }).click();
      await carte(page, 'Présences').getByRole('button', { name: 'Revenir en arrière' }).click();
      await expect.poll(() => actes.length).toBe(4);
      expect(actes[3]).toMatchObject({ input: { objet: 'SEANCE', version: 1 } });
    });
  });

  test('l’État s’absente puis revient : la page garde sa dernière lecture et la saisie, ses actes attendent', async () => {
    seance = uneSeance({ statut: 'TENUE' });
    await banc.surUnePage(`/seances/${ID_SEANCE}`, async (page) => {
      await page.getByRole('button', { name: 'Écrire le relevé' }).click();
      const texte = page.getByLabel('Texte du relevé');
      await texte.fill('Ma phrase en cours.');
      absents = ['etat'];
      await relire(page);
      await page.getByText(/^L’État, qui tient cette séance, ne répond pas/).waitFor();
      await carte(page, 'Ordre du jour').getByText('Métiers en tension').waitFor();
      expect(await texte.inputValue()).toBe('Ma phrase en cours.');
      expect(await texte.evaluate((champ) => champ === document.activeElement)).toBe(true);
      expect(
        await page.getByRole('button', { name: 'Enregistrer une décision' }).isDisabled(),
      ).toBe(true);
      await axe(page);
      await garderUneImage(page, 'etat-absent');
      absents = [];
      await relire(page);
      await page
        .getByText(/^L’État, qui tient cette séance, ne répond pas/)
        .waitFor({ state: 'detached' });
      expect(await texte.inputValue()).toBe('Ma phrase en cours.');
      expect(await texte.evaluate((champ) => champ === document.activeElement)).toBe(true);
    });
  });

  test('une séance prévue après le décret est celle du comité qui succède au SPEL, et le dit', async () => {
    await banc.surUnePage('/seances', async (page) => {
      await page.getByRole('button', { name: 'Prévoir une séance' }).click();
      const formulaire = page.getByRole('form', { name: 'Nouvelle séance' });
      await formulaire.getByLabel('Jour').fill('2024-06-17');
      expect(await formulaire.getByText(/^Ce jour-là/).count()).toBe(0);
      await formulaire.getByLabel('Jour').fill('2024-09-24');
      await formulaire.getByText(/^Ce jour-là, l’instance est : Comité local/).waitFor();
      await axe(page);
      await formulaire.getByRole('button', { name: 'Prévoir cette séance' }).click();
      await expect.poll(() => actes.length).toBe(1);
      expect(actes[0]).toMatchObject({
        nom: 'creerSeance',
        input: { instance: 'cle-596', jour: '2024-09-24' },
      });
    });
  });

  test('au clavier seul, un point change de place', async () => {
    await banc.surUnePage(`/seances/${ID_SEANCE}`, async (page) => {
      const descendre = page.getByRole('button', { name: /^Descendre E07/ });
      await descendre.waitFor();
      for (let essais = 0; essais < 80; essais += 1) {
        await page.keyboard.press('Tab');
        if (await descendre.evaluate((bouton) => bouton === document.activeElement)) break;
      }
      await page.keyboard.press('Enter');
      await expect.poll(() => actes.length).toBe(1);
      expect(actes[0]).toMatchObject({ input: { points: ['p1', 'r1'] } });
    });
  });
});
