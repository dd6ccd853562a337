export { Bandeau, type BandeauProps } from './bandeau.js';
export { Bouton, type BoutonProps, type VarianteBouton } from './bouton.js';
export { Carte, type CarteProps } from './carte.js';
export {
  type ArrondissementCarte,
  CarteArrondissements,
  type CarteArrondissementsProps,
} from './carte-arrondissements.js';
export { Champ, type ChampProps } from './champ.js';
export { Chiffre, type ChiffreProps } from './chiffre.js';
export { Curseur, type CurseurProps } from './curseur.js';
export { Dialogue, type DialogueProps } from './dialogue.js';
export { EntetePage, type EntetePageProps } from './entete-page.js';
export { EtatErreur, type EtatErreurProps, EtatVide, type EtatVideProps } from './etats.js';
export { type EtapeFil, FilAriane } from './fil-ariane.js';
export { GroupeRadio, type GroupeRadioProps, type OptionRadio } from './groupe-radio.js';
export { Jauge, type JaugeProps } from './jauge.js';
export { JourDesNoms } from './jour-des-noms.js';
export { LienBouton, type LienBoutonProps } from './lien-bouton.js';
export { MarqueDemonstration, MarquePartenaire, type MarquePartenaireProps } from './marques.js';
export { type ElementMenu, Menu, type MenuProps } from './menu.js';
export { LIBELLES_METEO, METEOS, type Meteo, TONS_METEO, type Ton } from './meteo.js';
export { Moment, type MomentProps } from './moment.js';
export { type Onglet, Onglets, type OngletsProps } from './onglets.js';
export { Pagination, type PaginationProps } from './pagination.js';
export {
  CHANGEMENTS_DE_NOM,
  classePartenaire,
  estPartenaire,
  nomPartenaireLe,
  PARTENAIRES,
  type Partenaire,
} from './partenaire.js';
export { Pastille, PastilleMeteo, type PastilleProps } from './pastille.js';
export { type Propriete, Proprietes } from './proprietes.js';
export {
  type Proposition,
  Recherche,
  RechercheAvecPropositions,
  type RechercheAvecPropositionsProps,
  type RechercheProps,
} from './recherche.js';
export { type OptionSelection, Selection, type SelectionProps } from './selection.js';
export { SousMenu, type SousMenuProps } from './sous-menu.js';
export { Squelette, type SqueletteProps } from './squelette.js';
export { type ColonneTableau, Tableau, type TableauProps } from './tableau.js';
export { appliquerTheme, CHOIX_THEME, type ChoixTheme, useTheme } from './theme.js';
