import {
  type AgentSession,
  axe,
  launchBrowser,
  type Platform,
  startPlatform,
} from '@passerelle/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { readAnswer } from './answer.js';

let platform: Platform;
let browser: Browser;
let region: AgentSession;

beforeAll(async () => {
  platform = await startPlatform();
  browser = await launchBrowser();
  region = await platform.openSession('region.charge-de-mission');
});

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

const VALEUR = 'pole-emploi:demandeurs-abc:REGION:32:2023-T3';

const lueSchema = z.object({
  territoire: z.object({
    indicateursEtat: z.array(z.unknown()).min(1),
    indicateursRegion: z.array(z.unknown()).min(1),
    indicateursPoleEmploi: z.array(
      z.object({
        id: z.string(),
        valeur: z.number().nullable(),
        recomposition: z.object({ ecart: z.number().nullable() }).nullable(),
        contrePropositionRegion: z.object({ proposee: z.number() }).nullable(),
      }),
    ),
  }),
});

it('ligne 62 : les trois maisons répondent ensemble pour un territoire, et la contre-proposition de l’une se lit à côté de la valeur de l’autre', async () => {
  const propose = readAnswer(
    await region.graphql(
      `mutation { proposerMesureRegion(input: { valeur: "${VALEUR}", proposee: 500000,
         motif: "Nos fichiers comptent une fois chaque personne.",
         methode: "Décompte des personnes suivies." }) { refus { code } contreProposition { version } } }`,
    ),
  );
  expect(propose.errors).toBeUndefined();
  expect(propose.data).toMatchObject({
    proposerMesureRegion: { refus: null, contreProposition: { version: 1 } },
  });

  const answer = readAnswer(
    await region.graphql(`{ territoire(code: "32", maille: REGION) {
      indicateursEtat { id valeur indicateur { libelle methode } }
      indicateursRegion { id valeur indicateur { libelle methode } }
      indicateursPoleEmploi { id valeur source dateValeur
        recomposition(maille: ARRONDISSEMENT) { ecart }
        contrePropositionRegion { proposee } } } }`),
  );
  expect(answer.errors).toBeUndefined();
  const { territoire } = lueSchema.parse(answer.data);
  const lue = territoire.indicateursPoleEmploi.find(({ id }) => id === VALEUR);
  expect(lue).toEqual({
    id: VALEUR,
    valeur: 511_880,
    recomposition: { ecart: 0 },
    contrePropositionRegion: { proposee: 500_000 },
  });
});

it('ligne 17 : par la passerelle aussi, une correction garde masqué ce qui l’était', async () => {
  const operateur = await platform.openSession('pole-emploi.directeur-territorial');
  const publier = async (femmes: number): Promise<void> => {
    const cellules = [
      ['801', femmes, 60],
      ['802', 300, 340],
      ['803', 40, 50],
      ['804', 90, 95],
    ] as const;
    const mesures = cellules.flatMap(([code, f, h]) => {
      const lieu = `maille: ARRONDISSEMENT, territoire: "${code}"`;
      return [
        `{ ${lieu}, valeur: ${f + h} }`,
        `{ ${lieu}, valeur: ${f}, dimension: SEXE, modalite: FEMMES }`,
        `{ ${lieu}, valeur: ${h}, dimension: SEXE, modalite: HOMMES }`,
      ];
    });
    const answer = readAnswer(
      await operateur.graphql(
        `mutation { publierMesuresPoleEmploi(input: { indicateur: "demandeurs-abc",
           periode: "2041", source: "Essai d’acceptation", mesures: [${mesures.join(', ')}] })
           { refus { code } } }`,
      ),
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({ publierMesuresPoleEmploi: { refus: null } });
  };
  const masquees = async (): Promise<unknown> =>
    readAnswer(
      await region.graphql(`{ indicateurPoleEmploi(code: "demandeurs-abc") {
        valeurs(maille: ARRONDISSEMENT, periode: "2041", le: "2042-01-01", first: 10) {
          nodes { ventilations { masque } } } } }`),
    ).data;
  await publier(7);
  const avant = await masquees();
  expect(JSON.stringify(avant)).toContain('"masque":true');
  await publier(70);
  expect(await masquees()).toEqual(avant);
});

it('ligne 53 : la fiche d’un territoire montre les chiffres de chaque maison, avec méthode, source et date', async () => {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await platform.signIn(page, 'region.charge-de-mission');
  await page.goto(`${platform.portail}/territoires/arrondissement/596`);
  const panneau = page.getByRole('region', { name: 'Indicateurs de Pôle emploi' });
  await panneau.getByText('Taux de chômage localisé').waitFor();
  expect(await panneau.textContent()).toContain('n’évalue aucun partenaire');
  for (const maison of ['de l’État', 'de la Région']) {
    const autre = page.getByRole('region', { name: `Indicateurs ${maison}` });
    await autre.getByText('Source :').first().waitFor();
  }
  await axe(page);

  await page.goto(`${platform.portail}/indicateurs/pole-emploi/immersions`);
  const carte = page.getByRole('region', { name: 'Sur la carte' });
  await carte.getByRole('table').waitFor();
  expect(await carte.locator('.p-tuile').count()).toBe(26);
  await axe(page);
  await page.goto(
    `${platform.portail}/territoires/comparer?a=arrondissement:595&b=arrondissement:596`,
  );
  await page.getByRole('table', { name: 'Indicateurs des deux territoires' }).first().waitFor();
  await axe(page);
  await context.close();
});

it('les contours que l’État dépose se dessinent chez les autres, avec leur source', async () => {
  const etat = await platform.openSession('etat.chef-de-projet');
  const depose = readAnswer(
    await etat.graphql(
      `mutation { deposerContours(input: { maille: ARRONDISSEMENT, versionAttendue: 0,
         source: "Contours d’acceptation", licence: "Dessinés pour l’essai",
         traces: [{ code: "595", anneaux: "3 50,3.1 50,3.1 50.1,3 50" }] }) {
         refus { code } contours { version } } }`,
    ),
  );
  expect(depose.errors).toBeUndefined();
  expect(depose.data).toEqual({ deposerContours: { refus: null, contours: { version: 1 } } });

  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await platform.signIn(page, 'region.charge-de-mission');
  await page.goto(`${platform.portail}/indicateurs/pole-emploi/immersions`);
  const carte = page.getByRole('region', { name: 'Sur la carte' });
  await carte.getByText('Contours d’acceptation').waitFor();
  expect(await carte.locator('.s-contours__carte title').allTextContents()).toHaveLength(1);
  await axe(page);
  await carte.getByRole('button', { name: 'Voir la carte schématique' }).click();
  await expect.poll(() => carte.locator('.p-tuile').count(), { timeout: 30_000 }).toBe(26);
  await context.close();
});
