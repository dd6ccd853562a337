import { COMPTES_DEMONSTRATION } from '@passerelle/identity';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Browser } from './fixtures/browser.js';
import { createPortail, type Portail } from './fixtures/portail.js';
import { type Identite, motDePasseDe, PORTAIL, startIdentite } from './fixtures/start-identite.js';

const DEMANDE_AMR = JSON.stringify({ id_token: { amr: { essential: true } } });
const AGENT = 'region.charge-de-mission';

let identite: Identite;
let portail: Portail;

beforeEach(async () => {
  identite = await startIdentite();
  portail = await createPortail(identite.emetteur);
});

afterEach(() => identite.stop());

async function openForm(more?: Record<string, string>) {
  const browser = new Browser();
  const begun = await portail.begin(more);
  const form = await browser.open(begun.url.href, PORTAIL.retour);
  return { browser, begun, form };
}

describe('la connexion par code et PKCE', () => {
  test('donne au portail les informations de ProConnect', async () => {
    const { claims, userInfo } = await portail.signIn(AGENT);
    expect(userInfo).toEqual({
      sub: 'demo-region.charge-de-mission',
      given_name: 'Maxime',
      usual_name: 'Spécimen',
      email: 'region.charge-de-mission@passerelle.invalid',
      uid: 'region.charge-de-mission',
      siret: '00000003400017',
      idp_id: '00000000-0000-4000-8000-000000000001',
      organizational_unit: 'Direction de l’emploi',
    });
    expect(claims['sub']).toBe(userInfo['sub']);
  });

  test('ne donne que ce qui est demandé', async () => {
    const { userInfo } = await portail.signIn(AGENT, { scope: 'openid siret' });
    expect(Object.keys(userInfo).sort()).toEqual(['siret', 'sub']);
  });

  test('marche pour chacun des agents de démonstration, avec son second facteur', async () => {
    for (const compte of COMPTES_DEMONSTRATION) {
      const { claims } = await portail.signIn(compte.identifiant, { claims: DEMANDE_AMR });
      expect(claims).toMatchObject({ sub: compte.sujet, amr: compte.amr });
    }
  });

  test('ne dit pas le second facteur si on ne le demande pas', async () => {
    const { claims } = await portail.signIn('etat.chef-de-projet');
    expect(claims).not.toHaveProperty('amr');
  });

  test('refuse une demande sans PKCE', async () => {
    const { url } = await portail.begin();
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');
    const page = await new Browser().open(url.href, PORTAIL.retour);
    expect(page.url.searchParams.get('error')).toBe('invalid_request');
    expect(page.url.searchParams.get('code')).toBeNull();
  });

  test('refuse un code présenté sans le secret de celui qui l’a demandé', async () => {
    const { browser, begun, form } = await openForm();
    const retour = await browser.signIn(form, PORTAIL.retour, AGENT);
    const autre = await portail.begin();
    await expect(portail.finish(begun, retour, autre.verifier)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  test('refuse un code déjà utilisé', async () => {
    const { browser, begun, form } = await openForm();
    const retour = await browser.signIn(form, PORTAIL.retour, AGENT);
    await portail.finish(begun, retour);
    await expect(portail.finish(begun, retour)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  test('n’envoie personne à une adresse qui n’est pas enregistrée', async () => {
    const begun = await portail.begin({ redirect_uri: 'https://ailleurs.invalid/retour' });
    const page = await new Browser().open(begun.url.href, 'https://ailleurs.invalid');
    expect(page.response.status).toBe(400);
    expect(page.url.origin).toBe(identite.emetteur);
    expect(page.text).toContain('Cette demande de connexion est refusée');
    expect(page.text).toContain('Référence à citer');
  });

  test('ne redemande rien à qui est déjà connecté, sauf si le portail l’exige', async () => {
    const { browser } = await portail.signIn(AGENT);
    const again = await portail.begin();
    const retour = await browser.open(again.url.href, PORTAIL.retour);
    await expect(portail.finish(again, retour)).resolves.toBeDefined();

    const forced = await portail.begin({ prompt: 'login' });
    const form = await browser.open(forced.url.href, PORTAIL.retour);
    expect(form.text).toContain('name="motDePasse"');
    const autre = await browser.signIn(form, PORTAIL.retour, 'etat.dpo');
    const tokens = await portail.finish(forced, autre);
    expect(tokens.claims()?.sub).toBe('demo-etat.dpo');
  });

  test('marche aussi avec une clé Ed25519', async () => {
    const autre = await startIdentite({ alg: 'EdDSA' });
    try {
      const { claims } = await (await createPortail(autre.emetteur)).signIn(AGENT);
      expect(claims['iss']).toBe(autre.emetteur);
    } finally {
      await autre.stop();
    }
  });
});

describe('le formulaire', () => {
  test('liste les dix-neuf agents par maison, avec organisation, rôle, territoire et second facteur', async () => {
    const { form } = await openForm();
    for (const compte of COMPTES_DEMONSTRATION) {
      expect(form.text).toContain(`value="${compte.identifiant}"`);
      expect(form.text).toContain(`${compte.given_name} ${compte.usual_name}, ${compte.fonction}`);
      expect(form.text).toContain(compte.organisation);
    }
    expect(form.text.match(/avec second facteur/g)).toHaveLength(10);
    expect(form.text.match(/sans second facteur/g)).toHaveLength(9);
    const maisons = [...form.text.matchAll(/<h3[^>]*>([^<]+)</g)].map((match) => match[1]);
    expect(maisons).toEqual(['État', 'Région', 'Pôle emploi', 'Partenaires sociaux']);
    expect(form.text).toContain('le portail Passerelle');
  });

  test('se remplit sans script, par le choix d’un agent ou par l’indication du portail', async () => {
    const { browser, form } = await openForm({ login_hint: 'etat.dpo' });
    expect(form.text).toMatch(/id="identifiant"[^>]* value="etat\.dpo"/);
    const chosen = await browser.open(`${form.url.href}?identifiant=${AGENT}`, PORTAIL.retour);
    expect(chosen.text).toMatch(/id="identifiant"[^>]* value="region\.charge-de-mission"/);
    expect(chosen.text.match(/aria-pressed="true"/g)).toHaveLength(1);
  });

  test('ne contient ni script ni style dans la page, et sa politique de contenu est stricte', async () => {
    const { form } = await openForm();
    const csp = form.response.headers.get('content-security-policy') ?? '';
    expect(csp.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      'img-src data:',
      "form-action 'self' http://127.0.0.1:4999",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]);
    expect(form.text).not.toMatch(/<style|style=|<script>|javascript:| on[a-z]+=/i);
    expect(form.response.headers.get('cache-control')).toBe('no-store');
  });

  test('refuse un mauvais mot de passe et un agent inconnu avec la même phrase', async () => {
    const { browser, form } = await openForm();
    const mauvais = { identifiant: AGENT, motDePasse: 'faux' };
    const inconnu = { identifiant: 'personne', motDePasse: 'faux' };
    for (const fields of [mauvais, inconnu]) {
      const page = await browser.submit(form, PORTAIL.retour, fields);
      expect(page.response.status).toBe(422);
      expect(page.text).toContain('ne correspond à aucun agent');
      expect(page.text).toContain('<title>Erreur de connexion');
      expect(page.text).toMatch(/id="identifiant"[^>]* aria-invalid="true"/);
    }
  });

  test.each([
    { identifiant: '', motDePasse: '' },
    { identifiant: AGENT, motDePasse: '' },
    { identifiant: '  ', motDePasse: 'x' },
    {},
  ])('dit ce qui manque', async (fields) => {
    const { browser, form } = await openForm();
    const page = await browser.submit(form, PORTAIL.retour, fields as Record<string, string>);
    expect(page.response.status).toBe(422);
    expect(page.text).toContain('Donnez l’identifiant et le mot de passe.');
  });

  test('accepte un identifiant tapé avec des capitales et des espaces', async () => {
    const { browser, begun, form } = await openForm();
    const retour = await browser.submit(form, PORTAIL.retour, {
      identifiant: ' Region.Charge-de-Mission ',
      motDePasse: motDePasseDe(AGENT),
    });
    await expect(portail.finish(begun, retour)).resolves.toBeDefined();
  });

  test('n’interprète pas ce qu’on y écrit', async () => {
    const { browser, form } = await openForm();
    const identifiant = '"><script>alert(1)</script>';
    const page = await browser.submit(form, PORTAIL.retour, { identifiant, motDePasse: 'x' });
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).toContain('&quot;&gt;&lt;script&gt;');
  });

  test('refuse un corps trop long ou d’une autre sorte', async () => {
    const { browser, form } = await openForm();
    const long = await browser.submit(form, PORTAIL.retour, {
      identifiant: AGENT,
      motDePasse: 'x'.repeat(20_000),
    });
    expect(long.response.status).toBe(422);
    const json = await browser.open(form.url.href, PORTAIL.retour, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identifiant: AGENT, motDePasse: motDePasseDe(AGENT) }),
    });
    expect(json.response.status).toBe(422);
  });

  test('n’est pas donné à un autre navigateur que celui qui a commencé', async () => {
    const { form } = await openForm();
    const autre = new Browser();
    const page = await autre.signIn(form, PORTAIL.retour, AGENT);
    expect(page.response.status).toBe(400);
    expect(page.text).toContain('Cette connexion n’est plus ouverte');
    expect(page.text).toContain('href="http://127.0.0.1:4999/"');
  });

  test('expire après une heure', async () => {
    const { browser, form } = await openForm();
    identite.advance(3_601_000);
    const page = await browser.signIn(form, PORTAIL.retour, AGENT);
    expect(page.response.status).toBe(400);
    expect(page.text).toContain('Cette connexion n’est plus ouverte');
  });
});

describe('le blocage', () => {
  async function failFiveTimes(identifiant: string) {
    const { browser, form } = await openForm();
    for (let essai = 0; essai < 5; essai += 1) {
      const page = await browser.submit(form, PORTAIL.retour, { identifiant, motDePasse: 'faux' });
      expect(page.response.status).toBe(422);
    }
  }

  test('après cinq échecs, refuse même le bon mot de passe, depuis n’importe quel navigateur', async () => {
    await failFiveTimes(AGENT);
    const { browser, form } = await openForm();
    const page = await browser.signIn(form, PORTAIL.retour, AGENT);
    expect(page.response.status).toBe(429);
    expect(page.response.headers.get('retry-after')).toBe('60');
    expect(page.text).toContain('Trop d’essais pour cet agent. Réessayez dans 60 secondes.');
  });

  test('se lève après une minute', async () => {
    await failFiveTimes(AGENT);
    identite.advance(60_000);
    const { browser, begun, form } = await openForm();
    const retour = await browser.signIn(form, PORTAIL.retour, AGENT);
    await expect(portail.finish(begun, retour)).resolves.toBeDefined();
  });

  test('ne touche pas les autres agents', async () => {
    await failFiveTimes(AGENT);
    await expect(portail.signIn('region.dpo')).resolves.toBeDefined();
  });

  test('ne compte pas les échecs d’avant une connexion réussie', async () => {
    const { browser, begun, form } = await openForm();
    const faux = { identifiant: AGENT, motDePasse: 'faux' };
    for (let essai = 0; essai < 4; essai += 1) await browser.submit(form, PORTAIL.retour, faux);
    await portail.finish(begun, await browser.signIn(form, PORTAIL.retour, AGENT));
    const autre = await openForm();
    const page = await autre.browser.submit(autre.form, PORTAIL.retour, faux);
    expect(page.response.status).toBe(422);
    await expect(portail.signIn(AGENT)).resolves.toBeDefined();
  });
});

describe('la déconnexion', () => {
  test('ferme la session et ramène au portail', async () => {
    const { browser, tokens } = await portail.signIn(AGENT);
    const page = await browser.open(portail.endSessionUrl(tokens.id_token ?? ''), PORTAIL.accueil);
    expect(page.text).toContain('data-suite-immediate');
    expect(page.response.headers.get('content-security-policy')).toContain(
      "form-action 'self' http://127.0.0.1:4999",
    );
    const retour = await browser.submit(
      page,
      PORTAIL.accueil,
      { xsrf: fieldOf(page.text, 'xsrf'), logout: 'yes' },
      actionOf(page.text),
    );
    expect(retour.url.href).toBe(`${PORTAIL.accueil}?state=etat-de-sortie`);

    const silent = await portail.begin({ prompt: 'none' });
    const after = await browser.open(silent.url.href, PORTAIL.retour);
    expect(after.url.searchParams.get('error')).toBe('login_required');
  });

  test('demande d’abord quand elle ne vient pas du portail, et se refuse', async () => {
    const { browser } = await portail.signIn(AGENT);
    const page = await browser.open(`${identite.emetteur}/session/end`, PORTAIL.accueil);
    expect(page.text).not.toContain('data-suite-immediate');
    await browser.submit(
      page,
      PORTAIL.accueil,
      { xsrf: fieldOf(page.text, 'xsrf') },
      actionOf(page.text),
    );
    const silent = await portail.begin({ prompt: 'none' });
    const after = await browser.open(silent.url.href, PORTAIL.retour);
    expect(after.url.searchParams.get('error')).toBeNull();
    expect(after.url.searchParams.get('code')).not.toBeNull();
  });

  test('n’envoie pas à une adresse inconnue', async () => {
    const { browser, tokens } = await portail.signIn(AGENT);
    const url = portail.endSessionUrl(tokens.id_token ?? '', 'https://ailleurs.invalid/');
    const page = await browser.open(url, 'https://ailleurs.invalid/');
    expect(page.response.status).toBe(400);
    expect(page.text).toContain('refusée');
  });

  test('ne se laisse pas forger par un autre site', async () => {
    const { browser, tokens } = await portail.signIn(AGENT);
    const page = await browser.open(portail.endSessionUrl(tokens.id_token ?? ''), PORTAIL.accueil);
    const forge = await browser.submit(
      page,
      PORTAIL.accueil,
      { xsrf: 'invente', logout: 'yes' },
      actionOf(page.text),
    );
    expect(forge.response.status).toBe(400);
  });
});

describe('le journal', () => {
  test('nomme les agents par leur sujet, jamais par leur nom, leur adresse ou leur mot de passe', async () => {
    await portail.signIn(AGENT);
    const { browser, form } = await openForm();
    await browser.submit(form, PORTAIL.retour, { identifiant: AGENT, motDePasse: 'secret-tape' });
    const journal = identite.journal.join('');
    expect(journal).toContain('"sujet":"demo-region.charge-de-mission"');
    for (const interdit of [
      'Maxime',
      'Spécimen',
      '@passerelle.invalid',
      'secret-tape',
      'mot de passe',
    ]) {
      expect(journal).not.toContain(interdit);
    }
  });
});

describe('les autres pages', () => {
  test('dit que le service vit', async () => {
    const response = await fetch(`${identite.emetteur}/sante/vivant`);
    expect(await response.json()).toEqual({ statut: 'vivant' });
  });

  test('montre le chemin du portail à qui arrive sans demande', async () => {
    const page = await new Browser().open(identite.emetteur, PORTAIL.accueil);
    expect(page.text).toContain('href="http://127.0.0.1:4999/"');
  });

  test('sert la feuille de style, le script et la police', async () => {
    for (const [name, type] of [
      ['identite.css', 'text/css; charset=utf-8'],
      ['identite.js', 'text/javascript; charset=utf-8'],
      ['police.woff2', 'font/woff2'],
    ]) {
      const response = await fetch(`${identite.emetteur}/ressources/${name}`);
      expect(response.headers.get('content-type')).toBe(type);
      const etag = response.headers.get('etag') ?? '';
      await response.arrayBuffer();
      const again = await fetch(`${identite.emetteur}/ressources/${name}`, {
        headers: { 'if-none-match': etag },
      });
      expect(again.status).toBe(304);
    }
    const outside = await fetch(`${identite.emetteur}/ressources/..%2fpackage.json`);
    expect(outside.status).toBe(404);
  });
});

function fieldOf(text: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
}

function actionOf(text: string): string {
  return /action="([^"]*)"/.exec(text)?.[1] ?? '';
}
