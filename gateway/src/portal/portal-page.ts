import type { PortalFolders } from './portal-folders.js';

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

/**
 * The one page of the portal: one import map with the digest of every file, the registry of
 * modules, the shell. Composed once per publication; only the nonce changes.
 */
export function composePortalPage(folders: PortalFolders, facts: PortalFacts): PortalPage {
  const { partages, coquille, modules } = folders;
  const shared = (file: string): string => `/partages/${file}`;
  const shell = (file: string): string => `/coquille/${file}`;

  const integrity: Record<string, string> = {
    ...prefixed(partages.manifest.integrity, shared),
    ...prefixed(coquille.manifest.integrite, shell),
  };
  for (const { partenaire, manifest } of modules) {
    Object.assign(
      integrity,
      prefixed(manifest.integrite, (f) => `/modules/${partenaire}/${f}`),
    );
  }
  const imports = Object.fromEntries(
    Object.entries(partages.manifest.imports).map(([name, file]) => [name, shared(file)]),
  );
  const registre = {
    modules: modules.map(({ partenaire, manifest }) => ({
      nom: manifest.nom,
      partenaire,
      entree: `/modules/${partenaire}/${manifest.entree}`,
      css: manifest.css.map((file) => `/modules/${partenaire}/${file}`),
      routes: manifest.routes,
      navigation: manifest.navigation,
      emplacements: manifest.emplacements,
    })),
    ...facts,
  };
  const entree = shell(coquille.manifest.entree);
  const link = (rel: string, href: string): string =>
    `<link rel="${rel}" href="${attribute(href)}"${integrityOf(integrity, href)}>`;

  const parts = [
    '<!doctype html>',
    '<html lang="fr">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Passerelle</title>',
    '<meta name="description" content="Plateforme commune du service public de l’emploi : l’État, la Région et Pôle emploi suivent ensemble leurs engagements.">',
    '<meta name="color-scheme" content="light dark">',
    `<link rel="icon" href="${ICONE}">`,
    `<script type="importmap" nonce="${NONCE}">${scriptJson({ imports, integrity })}</script>`,
    ...partages.manifest.css.map((file) => link('stylesheet', shared(file))),
    ...coquille.manifest.css.map((file) => link('stylesheet', shell(file))),
    ...Object.values(imports).map((href) => link('modulepreload', href)),
    `<script type="application/json" id="passerelle-registre">${scriptJson(registre)}</script>`,
    `<script type="module" nonce="${NONCE}" src="${attribute(entree)}"${integrityOf(integrity, entree)}></script>`,
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

function prefixed(
  digests: Readonly<Record<string, string>>,
  address: (file: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(digests).map(([file, digest]) => [address(file), digest]),
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
