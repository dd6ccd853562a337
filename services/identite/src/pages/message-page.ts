import { html } from './html.js';
import { renderLayout } from './layout.js';

/** A page that says one thing and offers one way out. */
export function renderMessagePage(page: {
  titre: string;
  phrases: readonly string[];
  portail: string | null;
  reference?: string;
}): string {
  return renderLayout({
    titre: page.titre,
    contenu: html`<section class="carte message">
<h1>${page.titre}</h1>
${page.phrases.map((phrase) => html`<p>${phrase}</p>`)}
${page.portail !== null && html`<p><a class="bouton principal" href="${page.portail}">Aller au portail</a></p>`}
${page.reference !== undefined && html`<p class="pied">Référence à citer : <code>${page.reference}</code></p>`}
</section>`,
  });
}
