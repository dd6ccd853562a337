import { type Html, html } from './html.js';

/** The frame of every page: brand, the demonstration mark, one `main` with one `h1`. */
export function renderLayout(page: { titre: string; contenu: Html; script?: boolean }): string {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${page.titre} – Passerelle (démonstration)</title>
<link rel="preload" href="/ressources/police.woff2" as="font" type="font/woff2" crossorigin>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/ressources/identite.css">
${page.script === true && html`<script src="/ressources/identite.js" defer></script>`}
</head>
<body>
<a class="evitement" href="#contenu">Aller au contenu</a>
<header class="barre">
<p class="marque"><span class="blason" aria-hidden="true"><b></b><b></b><b></b></span>Passerelle</p>
<p class="demo">démonstration</p>
</header>
<main id="contenu" tabindex="-1">
${page.contenu}
</main>
</body>
</html>
`.text;
}
