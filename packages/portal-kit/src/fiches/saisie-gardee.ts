import { VISIBILITES } from '../contribution/saisie.js';
import { lireTerritoire } from '../territoire/territoire.js';
import { type SaisieFiche, STATUTS_FICHE } from './saisie-fiche.js';

/** What is kept on this machine: the text, and the version it was written from; 0 for none. */
export interface SaisieFicheGardee {
  saisie: SaisieFiche;
  base: number;
}

/** Reads back what another day's page kept on this machine. */
export function lireSaisieFiche(garde: unknown): SaisieFicheGardee | null {
  const saisie = champ(garde, 'saisie');
  const base = champ(garde, 'base');
  const titre = texteDe(saisie, 'titre');
  const statut = STATUTS_FICHE.find((connu) => connu === champ(saisie, 'statut'));
  const visibilite = VISIBILITES.find((connue) => connue === champ(saisie, 'visibilite'));
  if (titre === null || !statut || !visibilite) return null;
  return {
    saisie: {
      titre,
      objet: texteDe(saisie, 'objet') ?? '',
      statut,
      debut: texteDe(saisie, 'debut') ?? '',
      fin: texteDe(saisie, 'fin') ?? '',
      experimental: champ(saisie, 'experimental') === true,
      etapes: liste(saisie, 'etapes').map((etape) => ({
        titre: texteDe(etape, 'titre') ?? '',
        echeance: texteDe(etape, 'echeance') ?? '',
        faiteLe: texteDe(etape, 'faiteLe') ?? '',
      })),
      budget: liste(saisie, 'budget').map((ligne) => ({
        montant: texteDe(ligne, 'montant') ?? '',
        source: texteDe(ligne, 'source') ?? '',
        annee: texteDe(ligne, 'annee') ?? '',
      })),
      territoires: liste(saisie, 'territoires').filter(
        (texte): texte is string => typeof texte === 'string' && lireTerritoire(texte) !== null,
      ),
      visibilite,
    },
    base: typeof base === 'number' ? base : 0,
  };
}

function champ(objet: unknown, nom: string): unknown {
  return typeof objet === 'object' && objet !== null ? Reflect.get(objet, nom) : undefined;
}

function texteDe(objet: unknown, nom: string): string | null {
  const valeur = champ(objet, nom);
  return typeof valeur === 'string' ? valeur : null;
}

function liste(objet: unknown, nom: string): readonly unknown[] {
  const valeur = champ(objet, nom);
  return Array.isArray(valeur) ? valeur : [];
}
