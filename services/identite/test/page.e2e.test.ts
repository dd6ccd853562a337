import { createServer } from 'node:http';
import { axe, launchBrowser } from '@passerelle/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPortail, type Portail } from './fixtures/portail.js';
import {
  adressesDuPortail,
  type Identite,
  listen,
  motDePasseDe,
  startIdentite,
} from './fixtures/start-identite.js';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;

const AGENT = 'region.charge-de-mission';

/** The portal: only its door counts here, that the browser gets there with a code. */
const portailServer = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><html lang="fr"><title>Portail</title></html>');
});
let adresses: ReturnType<typeof adressesDuPortail>;

let browser: Browser;
let identite: Identite;
let portail: Portail;
let page: Page;
let violations: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  adresses = adressesDuPortail(`http://127.0.0.1:${await listen(portailServer)}`);
});
afterAll(async () => {
  await browser.close();
  portailServer.closeAllConnections();
  portailServer.close();
});

beforeEach(async () => {
  const origineDuPortail = new URL(adresses.accueil).origin;
  identite = await startIdentite({ origineDuPortail });
  portail = await createPortail(identite.emetteur, origineDuPortail);
});
afterEach(async () => {
  await page.context().close();
  await identite.stop();
});

async function openForm(opts: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext(opts);
  page = await context.newPage();
  violations = [];
  page.on('console', (message) => {
    if (/content security policy|trusted type/i.test(message.text()))
      violations.push(message.text());
  });
  page.on('pageerror', (error) => violations.push(error.message));
  const begun = await portail.begin();
  await page.goto(begun.url.href);
  return begun;
}

async function signIn(identifiant: string) {
  await page.getByLabel('Identifiant').fill(identifiant);
  await page.getByLabel('Mot de passe', { exact: true }).fill(motDePasseDe(identifiant));
  await page.keyboard.press('Enter');
  await page.waitForURL(`${adresses.retour}**`);
}

const focused = () => page.evaluate(() => document.activeElement?.id);

describe.each(['light', 'dark'] as const)('la page de connexion, thème %s', (colorScheme) => {
  test.each([1280, 390, 320])('à %i px : axe ne trouve rien, rien ne dépasse', async (width) => {
    await openForm({ colorScheme, viewport: { width, height: 800 } });
    await axe(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.getByLabel('Identifiant').fill('personne');
    await page.getByLabel('Mot de passe', { exact: true }).fill('faux');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByRole('alert').waitFor();
    await axe(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});

describe('la page de connexion', () => {
  test('se parcourt et s’envoie au clavier seul', async () => {
    const begun = await openForm();
    // The browser gives the focus once it has drawn the page, a little after it is loaded.
    await expect.poll(focused).toBe('identifiant');
    await page.keyboard.type(AGENT);
    await page.keyboard.press('Tab');
    await expect.poll(focused).toBe('motDePasse');
    await page.keyboard.type(motDePasseDe(AGENT));
    await page.keyboard.press('Enter');
    await page.waitForURL(`${adresses.retour}**`);
    const tokens = await portail.finish(begun, { url: new URL(page.url()) });
    expect(tokens.claims()?.sub).toBe('demo-region.charge-de-mission');
    expect(violations).toEqual([]);
  });

  test('remplit l’identifiant de l’agent choisi et attend son mot de passe', async () => {
    await openForm();
    const agent = page.getByRole('button', { name: /Maxime Spécimen/ });
    await agent.press('Enter');
    expect(await page.getByLabel('Identifiant').inputValue()).toBe(AGENT);
    await expect.poll(focused).toBe('motDePasse');
    expect(await agent.getAttribute('aria-pressed')).toBe('true');
    await page.getByLabel('Identifiant').fill('etat.dpo');
    expect(await agent.getAttribute('aria-pressed')).toBe('false');
    expect(violations).toEqual([]);
  });

  test('montre le mot de passe si on le demande', async () => {
    await openForm();
    const motDePasse = page.getByLabel('Mot de passe', { exact: true });
    await page.getByLabel('Afficher le mot de passe').check();
    expect(await motDePasse.getAttribute('type')).toBe('text');
    await page.getByLabel('Afficher le mot de passe').uncheck();
    expect(await motDePasse.getAttribute('type')).toBe('password');
  });

  test('sans script, remplit aussi l’agent choisi et connecte', async () => {
    await openForm({ javaScriptEnabled: false });
    await page.getByRole('button', { name: /Maxime Spécimen/ }).click();
    await page.waitForURL(/identifiant=region\.charge-de-mission/);
    await page.getByLabel('Mot de passe', { exact: true }).fill(motDePasseDe(AGENT));
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.waitForURL(`${adresses.retour}**`);
    expect(page.url()).toContain('code=');
  });

  test('sort d’un clic quand le portail le demande, sans autre question', async () => {
    const begun = await openForm();
    await signIn(AGENT);
    const { id_token: idToken = '' } = await portail.finish(begun, { url: new URL(page.url()) });
    await page.goto(portail.endSessionUrl(idToken));
    await page.waitForURL(`${adresses.accueil}?state=etat-de-sortie`);
    expect(violations).toEqual([]);
  });

  test('demande avant de sortir quand personne ne l’a demandé, et reste lisible', async () => {
    await openForm();
    await signIn(AGENT);
    await page.goto(`${identite.emetteur}/session/end`);
    await axe(page);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { name: 'Vous êtes déconnecté' }).waitFor();
    await axe(page);
  });

  test('change d’agent dans le même navigateur', async () => {
    await openForm();
    await signIn(AGENT);
    const again = await portail.begin({ prompt: 'login' });
    await page.goto(again.url.href);
    await signIn('etat.dpo');
    const tokens = await portail.finish(again, { url: new URL(page.url()) });
    expect(tokens.claims()?.sub).toBe('demo-etat.dpo');
    expect(violations).toEqual([]);
  });
});
