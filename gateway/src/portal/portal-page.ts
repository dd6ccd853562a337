import { nomPartenaireLe } from '@passerelle/identity';
import type { FichierDeLot, PortailPublie } from '@passerelle/publication';
import type { ChosenModule } from './choose-versions.js';
import { OVERRIDE_SCRIPT } from './override-script.js';
import type { Override } from './overrides.js';
import { prefixOf } from './published-files.js';

export interface PortalPage {
  /** The page for one request; `nonce` is new each time. */
  html(nonce: string): string;
}

export interface PortalFacts {
  demonstration: boolean;
  /** Civil date of the data shown, when it is not today's. */
  dateDonnees: string | null;
}

const NONCE = '@@nonce@@';

/** Three partners side by side. */
const ICONE =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect x='1' y='6' width='4' height='9' rx='1' fill='%232a3f8f'/%3E%3Crect x='6' y='1' width='4' height='14' rx='1' fill='%23006f5f'/%3E%3Crect x='11' y='4' width='4' height='11' rx='1' fill='%238f2a5c'/%3E%3C/svg%3E";

/** What one reader's page is made of. */
export interface PageParts {
  numero: number;
  partages: PortailPublie['partages'];
  coquille: PortailPublie['coquille'];
  modules: readonly ChosenModule[];
  /** Modules that come from this reader's own machine. */
  overrides: readonly Override[];
}

/**
 * The one page of the portal: one import map with the digest of every file, the registry of
 * modules, the shell. Composed once for all who get the same versions; only the nonce changes.
 */
export function composePortalPage(composition: PageParts, facts: PortalFacts): PortalPage {
  const { numero, partages, coquille, overrides } = composition;
  const local = new Map(overrides.map(({ partenaire, url }) => [partenaire, url]));
  const modules = composition.modules.filter(({ partenaire }) => !local.has(partenaire));
  const shared = (file: string): string => prefixOf('partages', partages.revision) + file;
  const shell = (file: string): string => prefixOf('coquille', coquille.revision) + file;

  const integrity: Record<string, string> = {
    ...digests(partages.fichiers, 'partages', partages.revision),
    ...digests(coquille.fichiers, 'coquille', coquille.revision),
  };
  for (const { partenaire, version } of modules) {
    Object.assign(integrity, digests(version.fichiers, partenaire, version.revision));
  }
  const imports = Object.fromEntries(
    Object.entries(partages.manifeste.imports).map(([name, file]) => [name, shared(file)]),
  );
  const registre = {
    publication: { numero, coquille: coquille.revision, partages: partages.revision },
    modules: [
      ...modules.map(publishedModule),
      ...overrides.map(({ partenaire, url }) =>
        overriddenModule(
          partenaire,
          url,
          composition.modules.find((one) => one.partenaire === partenaire),
        ),
      ),
    ],
    surcharges: overrides.map(({ partenaire, url }) => ({ partenaire, url })),
    ...facts,
  };
  const entree = shell(coquille.manifeste.entree);
  const link = (rel: string, href: string): string =>
    `<link rel="${rel}" href="${attribute(href)}"${integrityOf(integrity, href)}>`;

  const parts = [
    '<!doctype html>',
    '<html lang="fr">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Passerelle</title>',
    `<meta name="description" content="Plateforme commune du service public de l’emploi : l’État, la Région et ${nomPartenaireLe('pole-emploi', facts.dateDonnees ?? new Date().toISOString().slice(0, 10))} suivent ensemble leurs engagements.">`,
    '<meta name="color-scheme" content="light dark">',
    `<link rel="icon" href="${ICONE}">`,
    `<script type="importmap" nonce="${NONCE}">${scriptJson({ imports, integrity })}</script>`,
    ...partages.manifeste.css.map((file) => link('stylesheet', shared(file))),
    ...coquille.manifeste.css.map((file) => link('stylesheet', shell(file))),
    ...Object.values(imports).map((href) => link('modulepreload', href)),
    `<script type="application/json" id="passerelle-registre">${scriptJson(registre)}</script>`,
    overrides.length === 0
      ? `<script type="module" nonce="${NONCE}" src="${attribute(entree)}"${integrityOf(integrity, entree)}></script>`
      : `<script type="module" nonce="${NONCE}" data-coquille="${attribute(entree)}">${OVERRIDE_SCRIPT}</script>`,
    '</head>',
    '<body>',
    '<div id="passerelle"></div>',
    '<noscript>Le portail a besoin de JavaScript : activez-le dans votre navigateur.</noscript>',
    '</body>',
    '</html>',
    '',
  ];
  const pieces = parts.join('\n').split(NONCE);
  return { html: (nonce) => pieces.join(nonce) };
}

function publishedModule({ partenaire, version }: ChosenModule): object {
  const { manifeste, revision } = version;
  const address = (file: string): string => prefixOf(partenaire, revision) + file;
  return {
    nom: manifeste.nom,
    partenaire,
    revision,
    version: manifeste.version,
    entree: address(manifeste.entree),
    css: manifeste.css.map(address),
    routes: manifeste.routes,
    navigation: manifeste.navigation,
    emplacements: manifeste.emplacements,
  };
}

/** Described as published until the page has read the manifest that lies beside its entry. */
function overriddenModule(
  partenaire: string,
  url: string,
  published: ChosenModule | undefined,
): object {
  const manifeste = published?.version.manifeste;
  return {
    nom: manifeste?.nom ?? partenaire,
    partenaire,
    revision: 0,
    version: 'locale',
    entree: url,
    css: [],
    routes: manifeste?.routes ?? [],
    navigation: manifeste?.navigation ?? [],
    emplacements: manifeste?.emplacements ?? [],
  };
}

/** Digests of what the import map may name: scripts and styles. */
function digests(
  fichiers: readonly FichierDeLot[],
  lot: string,
  revision: number,
): Record<string, string> {
  return Object.fromEntries(
    fichiers
      .filter(({ chemin }) => /\.(m?js|css)$/.test(chemin))
      .map(({ chemin, integrite }) => [prefixOf(lot, revision) + chemin, integrite]),
  );
}

function integrityOf(integrity: Readonly<Record<string, string>>, href: string): string {
  const digest = Object.hasOwn(integrity, href) ? integrity[href] : undefined;
  return digest === undefined ? '' : ` integrity="${attribute(digest)}" crossorigin="anonymous"`;
}

/** JSON that can't close the script it stands in, nor open another. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function attribute(value: string): string {
  return value.replace(/[&"<>]/g, (char) => `&#${char.charCodeAt(0)};`);
}
