import {
  creerApplication,
  creerAttenteContributions,
  creerFicheContribution,
  creerFragment,
} from '@passerelle/portal-kit';
import { maison } from './contribution/maison.js';
import { Pages } from './pages.js';
import { FicheTerritoire } from './territoire/fiche-territoire.js';

export const { bootstrap, mount, unmount } = creerApplication(Pages);

/** What the module puts on the shared pages; the names are those of `module.json`. */
export const emplacements = {
  'engagement.contribution': creerFragment(creerFicheContribution(maison)),
  'territoire.fiche': creerFragment(FicheTerritoire),
  'accueil.attente': creerFragment(creerAttenteContributions(maison)),
};
