import type { ServerResponse } from 'node:http';
import { newNonce, setPagePolicy } from './security-headers.js';

/** A page to try an operation by hand, with the session of whoever is signed in. */
export function sendExplorer(res: ServerResponse): void {
  const nonce = newNonce();
  setPagePolicy(res, nonce);
  res.statusCode = 200;
  res.setHeader('content-type', 'text/html; charset=utf-8');
  res.end(`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Interroger le graphe - Passerelle</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<p><a href="/">Revenir au portail</a></p>
<h1>Interroger le graphe</h1>
<form>
<label for="query">Opération</label>
<textarea id="query" rows="14" spellcheck="false">${EXEMPLE}</textarea>
<label for="variables">Variables, en JSON</label>
<textarea id="variables" rows="3" spellcheck="false">{}</textarea>
<button>Envoyer</button>
<span>ou Ctrl + Entrée</span>
</form>
<h2 id="titre">Réponse</h2>
<pre id="reponse" role="status" aria-labelledby="titre" tabindex="0"></pre>
</main>
<script type="module" nonce="${nonce}">${SCRIPT}</script>
</body>
</html>
`);
}

const EXEMPLE = `{
  engagements {
    code
    libelle
    contributionEtat { avancement meteo }
    contributionRegion { avancement meteo }
    contributionPoleEmploi { avancement meteo }
  }
}`;

const SCRIPT = `
const [form, query, variables, reponse] = ['form', '#query', '#variables', '#reponse']
  .map((s) => document.querySelector(s));
async function envoyer() {
  let valeurs;
  try {
    valeurs = JSON.parse(variables.value || '{}');
  } catch {
    reponse.textContent = 'Les variables ne sont pas du JSON valide.';
    return;
  }
  reponse.textContent = 'En cours…';
  try {
    const r = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: query.value, variables: valeurs }),
    });
    reponse.textContent = JSON.stringify(await r.json(), null, 2);
  } catch {
    reponse.textContent = 'La passerelle ne répond pas.';
  }
}
form.addEventListener('submit', (e) => { e.preventDefault(); envoyer(); });
form.addEventListener('keydown', (e) => {
  if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); envoyer(); }
});
`;

const STYLE = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
body { margin: 0; padding: 1rem; background: light-dark(#f7f7f5, #16181c); color: light-dark(#1d2026, #eceef1); }
main { max-width: 60rem; margin: 0 auto; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; }
label { display: block; font-weight: 600; margin: 1rem 0 0.25rem; }
textarea, pre { box-sizing: border-box; width: 100%; font: 0.9375rem/1.45 ui-monospace, monospace; padding: 0.75rem; border: 1px solid light-dark(#6b717c, #8c939e); border-radius: 6px; background: light-dark(#fff, #1f2228); color: inherit; }
pre { min-height: 4rem; max-height: 60vh; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
button { font: inherit; font-weight: 600; padding: 0.6rem 1.2rem; margin: 1rem 0.5rem 0 0; border: 0; border-radius: 6px; background: light-dark(#1f4f8f, #9cc3ff); color: light-dark(#fff, #10151d); cursor: pointer; }
a { color: light-dark(#1f4f8f, #9cc3ff); }
:focus-visible { outline: 3px solid light-dark(#1f4f8f, #9cc3ff); outline-offset: 2px; }
`;
