import type { Usages } from '@passerelle/publication';
import { lireSource, liste, nombre, type Source, texte, texteOuNul } from './source.js';

export type OperationVue = Usages['operations'][number];
export type ChampUtilise = Usages['champs'][number];

function lireOperation(source: Source): OperationVue {
  return {
    empreinte: texte(source, 'empreinte'),
    nom: texteOuNul(source, 'nom'),
    document: texte(source, 'document'),
    client: texte(source, 'client'),
    version: texte(source, 'version'),
    nombre: nombre(source, 'nombre'),
    premiereFoisLe: texte(source, 'premiereFoisLe'),
    derniereFoisLe: texte(source, 'derniereFoisLe'),
  };
}

function lireChamp(source: Source): ChampUtilise {
  return {
    coordonnee: texte(source, 'coordonnee'),
    clients: liste(source, 'clients', (client) => ({
      client: texte(client, 'client'),
      version: texte(client, 'version'),
    })),
    nombre: nombre(source, 'nombre'),
    derniereFoisLe: texte(source, 'derniereFoisLe'),
  };
}

/** `GET /v1/usages`. */
export function lireUsages(corps: unknown): Usages {
  const source = lireSource(corps, 'usages');
  return {
    operations: liste(source, 'operations', lireOperation),
    champs: liste(source, 'champs', lireChamp),
  };
}
