import type { EtatDeDemandeCarte } from '@passerelle/publication';
import {
  booleen,
  entrees,
  lireSource,
  liste,
  listeOuVide,
  nombre,
  nombreOuNul,
  objet,
  parmi,
  type Source,
  texte,
  texteOuNul,
  textes,
} from './source.js';

/** One line of the map: what it is about, and who answers for it. */
export interface LigneDeCarte {
  nom: string;
  /** French, in lower case: « objet », « champ de départ », « valeur partagée »… */
  nature: string;
  /** Null: every partner may define it, each exactly so. */
  partenaire: string | null;
  /** Keys by which others refer to it. */
  cles: string[];
}

export interface Accord {
  nature: string;
  coordonnee: string;
  beneficiaire: string;
}

export interface CarteLue {
  revision: number;
  lignes: LigneDeCarte[];
  partenaires: { partenaire: string; suffixe: string; hotes: string[] }[];
  /** By partner, the subjects of the agents who answer for it. */
  responsables: ReadonlyMap<string, readonly string[]>;
  accords: Accord[];
}

const NATURES: Readonly<Record<string, string>> = {
  OBJET: 'objet',
  INTERFACE: 'interface',
  UNION: 'union',
  ENUMERATION: 'énumération',
  ENTREE: 'entrée',
  SCALAIRE: 'scalaire',
};

function enTexte(valeur: unknown): string {
  return typeof valeur === 'string' ? valeur : '';
}

function lireTypes(carte: Source): LigneDeCarte[] {
  return entrees(carte, 'types').map(({ nom, valeur }) => {
    const type = lireSource(valeur, `types.${nom}`);
    const nature = texte(type, 'nature');
    return {
      nom,
      nature: NATURES[nature] ?? nature.toLowerCase(),
      partenaire: texte(type, 'partenaire'),
      cles: textes(type, 'cles'),
    };
  });
}

function lireAttributions(carte: Source, cle: string, nature: string): LigneDeCarte[] {
  return entrees(carte, cle).map(({ nom, valeur }) => ({
    nom,
    nature,
    partenaire: enTexte(valeur),
    cles: [],
  }));
}

/** `GET /v1/carte`. */
export function lireCarte(corps: unknown): CarteLue {
  const source = lireSource(corps, 'carte');
  const hotes = new Map(entrees(source, 'hotes').map(({ nom, valeur }) => [nom, valeur]));
  const responsables = new Map(
    entrees(source, 'responsables').map(({ nom, valeur }) => {
      const deux = lireSource(valeur, `responsables.${nom}`);
      return [nom, [texte(deux, 'titulaire'), texte(deux, 'suppleant')]] as const;
    }),
  );
  return objet(source, 'carte', (carte) => ({
    responsables,
    revision: nombre(source, 'revision'),
    lignes: [
      ...lireTypes(carte),
      ...lireAttributions(carte, 'racines', 'champ de départ'),
      ...lireAttributions(carte, 'textesCommuns', 'texte commun'),
      ...entrees(carte, 'valeursPartagees').map(({ nom }) => ({
        nom,
        nature: 'valeur partagée',
        partenaire: null,
        cles: [],
      })),
    ],
    partenaires: entrees(carte, 'partenaires').map(({ nom, valeur }) => {
      const permis: unknown = hotes.get(nom);
      return {
        partenaire: nom,
        suffixe: texte(lireSource(valeur, `partenaires.${nom}`), 'suffixe'),
        hotes: Array.isArray(permis) ? permis.map(enTexte) : [],
      };
    }),
    accords: liste(carte, 'accords', (accord) => ({
      nature: texte(accord, 'nature'),
      coordonnee: texte(accord, 'coordonnee'),
      beneficiaire: texte(accord, 'beneficiaire'),
    })),
  }));
}

function lireDemande(source: Source): EtatDeDemandeCarte {
  return {
    id: texte(source, 'id'),
    demandeeLe: texte(source, 'demandeeLe'),
    par: texte(source, 'par'),
    editeur: texte(source, 'editeur'),
    motif: texte(source, 'motif'),
    urgence: booleen(source, 'urgence'),
    statut: parmi(source, 'statut', ['EN_ATTENTE', 'APPLIQUEE', 'REFUSEE', 'EXPIREE']),
    expireLe: texte(source, 'expireLe'),
    changements: textes(source, 'changements'),
    accords: listeOuVide(source, 'accords', (accord) => ({
      partenaire: texte(accord, 'partenaire'),
      decision: parmi(accord, 'decision', ['EN_ATTENTE', 'ACCORD', 'REFUS']),
      par: texteOuNul(accord, 'par'),
      le: texteOuNul(accord, 'le'),
      motif: texteOuNul(accord, 'motif'),
    })),
    revision: nombreOuNul(source, 'revision'),
  };
}

/** `GET /v1/carte/demandes`. */
export function lireDemandes(corps: unknown): EtatDeDemandeCarte[] {
  return liste(lireSource(corps, 'demandes'), 'demandes', lireDemande);
}
