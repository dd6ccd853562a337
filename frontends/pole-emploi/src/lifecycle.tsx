import {
  creerActesDeFiche,
  creerApplication,
  creerAttenteDeLaMaison,
  creerFicheContribution,
  creerFiches,
  creerFragment,
  creerParticipation,
  creerTableur,
  creerValidationAvenant,
} from '@passerelle/portal-kit';
import { maisonAvenant } from './avenant/maison-avenant.js';
import { maison } from './contribution/maison.js';
import { maisonAFiches } from './fiches/maison.js';
import { maisonParticipante } from './participation/maison-participante.js';
import './style.css';
import { maisonTableur } from './tableur/maison-tableur.js';
import { PageTensions } from './tensions/page-tensions.js';
import { FicheTerritoire } from './territoire/fiche-territoire.js';

export const { bootstrap, mount, unmount } = creerApplication(PageTensions);

/** What the module puts on the shared pages; the names are those of `module.json`. */
export const emplacements = {
  'engagement.contribution': creerFragment(creerFicheContribution(maison)),
  'engagement.fiches': creerFragment(creerFiches(maisonAFiches)),
  'fiche.actes': creerFragment(creerActesDeFiche(maisonAFiches)),
  'territoire.fiche': creerFragment(FicheTerritoire),
  'avenant.validation': creerFragment(creerValidationAvenant(maisonAvenant)),
  'protocole.tableur': creerFragment(creerTableur(maisonTableur)),
  'accueil.attente': creerFragment(creerAttenteDeLaMaison(maison, maisonAFiches)),
  'seance.participation': creerFragment(creerParticipation(maisonParticipante)),
};
