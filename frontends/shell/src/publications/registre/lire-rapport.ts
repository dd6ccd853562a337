import type { Changement, Constat, Rapport, ResultatPublication } from '@passerelle/publication';
import { lireCanal } from './lire-canal.js';
import {
  booleen,
  lireSource,
  liste,
  listeOuVide,
  nombre,
  nombreOuNul,
  objet,
  objetOuNul,
  parmi,
  type Source,
  texte,
  texteOuNul,
} from './source.js';

type UsageRompu = NonNullable<Constat['usages']>[number];

export function lireChangement(source: Source): Changement {
  return {
    code: texte(source, 'code'),
    coordonnee: texte(source, 'coordonnee'),
    severite: parmi(source, 'severite', ['CASSANT', 'RISQUE', 'SANS_RISQUE'], 'RISQUE'),
    message: texte(source, 'message'),
  };
}

function lireUsage(source: Source): UsageRompu {
  return {
    genre: parmi(source, 'genre', ['CLIENT', 'MODULE'], 'CLIENT'),
    client: texte(source, 'client'),
    version: texte(source, 'version'),
    operation: texteOuNul(source, 'operation'),
    vuLe: texte(source, 'vuLe'),
    certitude: parmi(source, 'certitude', ['CERTAINE', 'POSSIBLE'], 'POSSIBLE'),
  };
}

function lireConstat(source: Source): Constat {
  return {
    code: texte(source, 'code'),
    // A gravity that is not known here is shown, and hides nothing.
    gravite: parmi(source, 'gravite', ['REFUS', 'AVERTISSEMENT', 'INFORMATION'], 'AVERTISSEMENT'),
    famille: parmi(
      source,
      'famille',
      ['composition', 'responsabilite', 'rupture', 'regle', 'adresse', 'service', 'module'],
      'regle',
    ),
    coordonnee: texteOuNul(source, 'coordonnee') ?? undefined,
    lieu:
      objetOuNul(source, 'lieu', (lieu) => ({
        ligne: nombre(lieu, 'ligne'),
        colonne: nombre(lieu, 'colonne'),
      })) ?? undefined,
    fichier: texteOuNul(source, 'fichier') ?? undefined,
    chez: texteOuNul(source, 'chez') ?? undefined,
    message: texte(source, 'message'),
    remede: texte(source, 'remede'),
    accordDe: texteOuNul(source, 'accordDe') ?? undefined,
    usages: listeOuVide(source, 'usages', lireUsage),
  };
}

export function lireRapport(source: Source): Rapport {
  return {
    genre: parmi(source, 'genre', ['schema', 'module', 'retour', 'carte']),
    editeur: texte(source, 'editeur'),
    canal: lireCanal(source),
    surPublication: nombre(source, 'surPublication'),
    accepte: booleen(source, 'accepte'),
    constats: liste(source, 'constats', lireConstat),
    changements: liste(source, 'changements', lireChangement),
    dureeMs: nombre(source, 'dureeMs'),
  };
}

/** What the registry answers to an act, done or refused. */
export function lireResultat(corps: unknown): ResultatPublication {
  const source = lireSource(corps, 'résultat');
  return {
    publie: booleen(source, 'publie'),
    inchange: booleen(source, 'inchange'),
    canal: lireCanal(source),
    numero: nombreOuNul(source, 'numero'),
    revision: nombreOuNul(source, 'revision'),
    empreinte: texteOuNul(source, 'empreinte'),
    rapport: objet(source, 'rapport', lireRapport),
  };
}
