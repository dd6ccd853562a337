import type { Cible, Etat } from '@passerelle/publication';
import { lireCanal } from './lire-canal.js';
import {
  booleen,
  lireSource,
  liste,
  nombre,
  objet,
  objetOuNul,
  parmi,
  type Source,
  texte,
  texteOuNul,
  textes,
} from './source.js';

export type EtatDePartenaire = Etat['partenaires'][number];
export type SchemaEnService = NonNullable<EtatDePartenaire['schema']>;
export type ModuleEnService = NonNullable<EtatDePartenaire['module']>;
export type Canari = NonNullable<EtatDePartenaire['canari']>;
export type Lot = NonNullable<Etat['commun']['coquille']>;
export type PasserelleVue = Etat['passerelles'][number];

function lireSchema(source: Source): SchemaEnService {
  return {
    revision: nombre(source, 'revision'),
    empreinte: texte(source, 'empreinte'),
    url: texte(source, 'url'),
    publieLe: texte(source, 'publieLe'),
    par: texte(source, 'par'),
    commit: texteOuNul(source, 'commit'),
    derive: objetOuNul(source, 'derive', (derive) => ({
      constateeLe: texte(derive, 'constateeLe'),
      statut: parmi(derive, 'statut', ['CONFORME', 'DERIVE', 'INJOIGNABLE'], 'DERIVE'),
      message: texte(derive, 'message'),
    })),
  };
}

function lireLot(source: Source): Lot {
  return {
    revision: nombre(source, 'revision'),
    version: texte(source, 'version'),
    publieLe: texte(source, 'publieLe'),
  };
}

function lireCible(source: Source): Cible {
  return { roles: textes(source, 'roles'), organisations: textes(source, 'organisations') };
}

export function lirePartenaire(source: Source): EtatDePartenaire {
  return {
    partenaire: texte(source, 'partenaire'),
    schema: objetOuNul(source, 'schema', lireSchema),
    module: objetOuNul(source, 'module', (module) => ({
      ...lireLot(module),
      par: texte(module, 'par'),
      commit: texteOuNul(module, 'commit'),
    })),
    canari: objetOuNul(source, 'canari', (canari) => ({
      ...lireLot(canari),
      cible: objet(canari, 'cible', lireCible),
      montages: nombre(canari, 'montages'),
      erreurs: nombre(canari, 'erreurs'),
    })),
  };
}

export function lireCommun(source: Source): Etat['commun'] {
  return {
    coquille: objetOuNul(source, 'coquille', lireLot),
    partages: objetOuNul(source, 'partages', lireLot),
  };
}

function lirePasserelle(source: Source): PasserelleVue {
  return {
    passerelle: texte(source, 'passerelle'),
    numero: nombre(source, 'numero'),
    vueLe: texte(source, 'vueLe'),
    connectee: booleen(source, 'connectee'),
    alarme: objetOuNul(source, 'alarme', (alarme) => ({
      code: texte(alarme, 'code'),
      message: texte(alarme, 'message'),
      le: texte(alarme, 'le'),
    })),
  };
}

/** `GET /v1/etat?canal=`. */
export function lireEtat(corps: unknown): Etat {
  const source = lireSource(corps, 'état');
  return {
    canal: lireCanal(source),
    numero: nombre(source, 'numero'),
    publieeLe: texteOuNul(source, 'publieeLe'),
    carte: nombre(source, 'carte'),
    partenaires: liste(source, 'partenaires', lirePartenaire),
    commun: objet(source, 'commun', lireCommun),
    passerelles: liste(source, 'passerelles', lirePasserelle),
  };
}
