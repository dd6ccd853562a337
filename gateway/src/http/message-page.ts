import type { ServerResponse } from 'node:http';
import { newNonce, setPagePolicy } from './security-headers.js';

interface MessagePage {
  statut: number;
  titre: string;
  texte: string;
  reference?: string;
  action?: { libelle: string; href: string };
  /** A button that posts to this address, which checks where it comes from. */
  formulaire?: { adresse: string; bouton: string };
}

/** A page that stands without the portal: sign-in that failed, portal not published. */
export function sendMessagePage(res: ServerResponse, page: MessagePage): void {
  const nonce = newNonce();
  setPagePolicy(res, nonce);
  res.statusCode = page.statut;
  res.setHeader('content-type', 'text/html; charset=utf-8');
  const { titre, texte, reference, action, formulaire } = page;
  res.end(`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escapeHtml(titre)} - Passerelle</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<p class="nom">Passerelle</p>
<h1>${escapeHtml(titre)}</h1>
<p>${escapeHtml(texte)}</p>
${action === undefined ? '' : `<p><a href="${escapeHtml(action.href)}">${escapeHtml(action.libelle)}</a></p>`}
${formulaire === undefined ? '' : `<form method="post" action="${escapeHtml(formulaire.adresse)}"><button>${escapeHtml(formulaire.bouton)}</button></form>`}
${reference === undefined ? '' : `<p class="reference">Référence à citer au support : ${escapeHtml(reference)}</p>`}
</main>
</body>
</html>
`);
}

const STYLE = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
body { margin: 0; padding: 1.5rem; background: light-dark(#f7f7f5, #16181c); color: light-dark(#1d2026, #eceef1); }
main { max-width: 38rem; margin: 10vh auto 0; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
.nom { font-weight: 600; margin: 0 0 2rem; }
a { color: light-dark(#1f4f8f, #9cc3ff); }
button { font: inherit; padding: 0.6rem 1rem; min-height: 2.75rem; }
:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
.reference { color: light-dark(#565c66, #aab1bc); font-size: 0.9375rem; margin-top: 2rem; }
`;

function escapeHtml(text: string): string {
  return text.replace(/[&"'<>]/g, (char) => `&#${char.charCodeAt(0)};`);
}
