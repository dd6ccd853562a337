import { NOM_PARTENAIRE, PARTENAIRES } from '@passerelle/identity';
import type { Account } from '../accounts/account.js';
import { type Html, html } from './html.js';
import { renderLayout } from './layout.js';

export interface SignInPage {
  readonly accounts: readonly Account[];
  /** Name of the application that asks, as its registration says. */
  readonly application: string;
  readonly identifiant: string;
  readonly erreur: string | null;
}

/** The sign-in form, then the demonstration agents by house. It works without any script. */
export function renderSignInPage(page: SignInPage): string {
  const hasIdentifiant = page.identifiant !== '';
  return renderLayout({
    titre: page.erreur === null ? 'Connexion' : 'Erreur de connexion',
    script: true,
    contenu: html`<div class="accueil">
<div>
<h1>Connexion</h1>
<p class="chapeau">Pour continuer vers ${page.application}, choisissez un agent de démonstration puis donnez son mot de passe. Aucun de ces agents n’existe.</p>
<p class="chapeau">Les mots de passe sont affichés au démarrage de la plateforme. Ils sont aussi dans le fichier <code>acces.json</code> de son dossier de données.</p>
<p class="chapeau">En service réel, ce fournisseur d’identité est remplacé par ProConnect.</p>
</div>
<form method="post" class="carte formulaire" novalidate>
${page.erreur !== null && html`<p class="erreur" id="erreur" role="alert">${page.erreur}</p>`}
<div class="champ">
<label for="identifiant">Identifiant</label>
<input id="identifiant" name="identifiant" value="${page.identifiant}" autocomplete="username" autocapitalize="none" spellcheck="false" required${invalid(page)}${!hasIdentifiant && html` autofocus`}>
</div>
<div class="champ">
<label for="motDePasse">Mot de passe</label>
<input id="motDePasse" name="motDePasse" type="password" autocomplete="current-password" required${invalid(page)}${hasIdentifiant && html` autofocus`}>
<label class="case" hidden><input type="checkbox" data-montrer="motDePasse"> Afficher le mot de passe</label>
</div>
<button type="submit" class="bouton principal">Se connecter</button>
</form>
</div>
<section aria-labelledby="agents">
<h2 id="agents">Agents de démonstration</h2>
<p class="pied">Choisir un agent remplit son identifiant. Le second facteur est simulé : il n’est pas demandé, mais la plateforme en tient compte.</p>
<form method="get" class="maisons">
${PARTENAIRES.map((partenaire) =>
  renderGroup(
    NOM_PARTENAIRE[partenaire],
    partenaire,
    page,
    page.accounts.filter((account) => account.partenaire === partenaire),
  ),
)}
${renderGroup(
  'Partenaires sociaux',
  'autre',
  page,
  page.accounts.filter((account) => account.partenaire === null),
)}
</form>
</section>`,
  });
}

function invalid(page: SignInPage): Html | false {
  return page.erreur !== null && html` aria-invalid="true" aria-describedby="erreur"`;
}

function renderGroup(
  nom: string,
  couleur: string,
  page: SignInPage,
  accounts: readonly Account[],
): Html {
  if (accounts.length === 0) return html``;
  return html`<section class="maison" aria-labelledby="maison-${couleur}">
<h3 id="maison-${couleur}" class="partenaire ${couleur}">${nom}</h3>
<ul>
${accounts.map((account) => renderAgent(account, account.identifiant === page.identifiant))}
</ul>
</section>`;
}

function renderAgent(account: Account, isChosen: boolean): Html {
  const facteur = account.amr.includes('mfa') ? 'avec second facteur' : 'sans second facteur';
  return html`<li><button class="agent" name="identifiant" value="${account.identifiant}" aria-pressed="${isChosen ? 'true' : 'false'}">
<span class="nom">${account.given_name} ${account.usual_name}, ${account.fonction}</span>
<span>${account.organisation}</span>
<span class="detail">${account.territoire !== null && `${account.territoire.nom} · `}${facteur} (simulé)</span>
<code class="detail">${account.identifiant}</code>
</button></li>`;
}
