import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '@passerelle/testing';
import { type Appel, type Reponse, servirLePortail } from './portail-simule.js';
import { unRegistre } from './registre-simule.js';

export type Navigateur = Awaited<ReturnType<typeof launchBrowser>>;
export type Page = Awaited<ReturnType<Navigateur['newPage']>>;

export interface Vue {
  largeur: number;
  theme: 'light' | 'dark';
}

/** A browser in front of the portal, over a simulated registry; a test changes who is there. */
export interface Banc {
  /** Who is signed in: an agent of the Région unless said otherwise. `role` null: nobody. */
  agent: AgentDuBanc;
  /** Answers the questions to the graph, when a test has a graph. */
  demander: (demande: unknown) => Promise<unknown>;
  /** Answers before the simulated registry, when it has something to say. */
  repondreAvant: (appel: Appel) => Reponse | null;
  /** Acts received by the registry, in order. */
  actes: Appel[];
  /** Back to an administrator, an ordinary registry, and no act. */
  remettre: () => void;
  surUnePage: (chemin: string, faire: (page: Page) => Promise<void>, vue?: Vue) => Promise<void>;
  fermer: () => Promise<void>;
}

interface AgentDuBanc {
  role: string | null;
  sujet: string;
  partenaire?: string;
  scopes?: readonly string[];
  territoire?: { code: string; maille: string };
}

const SANS_GRAPHE = async (): Promise<unknown> => ({ data: null });
const ADMINISTRATEUR = { role: 'administrateur', sujet: '7d0c' } as const;
const ORDINAIRE = (): null => null;

export async function ouvrirUnBanc(): Promise<Banc> {
  const portail = await servirLePortail({
    session: () => session(banc.agent),
    repondre: (appel) => unRegistre(banc.repondreAvant)(appel),
    demander: (demande) => banc.demander(demande),
  });
  const navigateur = await launchBrowser();
  const banc: Banc = {
    agent: { ...ADMINISTRATEUR },
    repondreAvant: ORDINAIRE,
    demander: SANS_GRAPHE,
    actes: portail.actes,
    remettre() {
      banc.agent = { ...ADMINISTRATEUR };
      banc.repondreAvant = ORDINAIRE;
      banc.demander = SANS_GRAPHE;
      portail.actes.length = 0;
    },
    async surUnePage(chemin, faire, vue = { largeur: 1280, theme: 'light' }) {
      const contexte = await navigateur.newContext({
        colorScheme: vue.theme,
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        viewport: { width: vue.largeur, height: 900 },
      });
      await contexte.grantPermissions(['clipboard-read', 'clipboard-write']);
      const page = await contexte.newPage();
      page.setDefaultTimeout(30_000);
      try {
        await page.goto(portail.adresse + chemin);
        await page.locator('h1').waitFor();
        await page.locator('.p-squelette').first().waitFor({ state: 'detached' });
        await faire(page);
      } finally {
        await contexte.close();
      }
    },
    async fermer() {
      await navigateur.close();
      await portail.arreter();
    },
  };
  return banc;
}

/**
 * Looks at a page in each of these views, from one load: the style sheet alone chooses what depends
 * on the width or the theme.
 */
export async function aChaqueVue(
  page: Page,
  vues: readonly Vue[],
  regarder: (vue: Vue) => Promise<void>,
): Promise<void> {
  for (const vue of vues) {
    await page.setViewportSize({ width: vue.largeur, height: 900 });
    await page.emulateMedia({ colorScheme: vue.theme });
    // What changes gradually must have changed before it is looked at.
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map((change) => change.finished.catch(() => null))),
    );
    await regarder(vue);
  }
}

/** Keeps an image of the page for human eyes, when `CAPTURES` names a folder. */
export async function garderUneImage(page: Page, nom: string): Promise<void> {
  const dossier = process.env['CAPTURES'];
  if (dossier === undefined) return;
  mkdirSync(dossier, { recursive: true });
  await page.screenshot({ path: join(dossier, `${nom}.png`), fullPage: true });
}

function session({ role, sujet, partenaire, scopes, territoire }: AgentDuBanc): unknown {
  if (role === null) return { authentifie: false };
  return {
    authentifie: true,
    agent: {
      sujet,
      prenom: 'Camille',
      nom: 'Exemple',
      fonction: 'agent',
      organisation: 'Région Hauts-de-France',
      partenaire: partenaire ?? 'region',
      roles: [role],
      scopes: scopes ?? [],
      territoire,
      amr: ['pwd'],
    },
  };
}
