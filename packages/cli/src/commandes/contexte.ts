import { CANAUX } from '@passerelle/publication';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Sortie } from '../echec.js';
import type { Monde } from '../monde.js';

/** What every command gets: the world, and where its exit code goes. */
export interface Contexte {
  readonly monde: Monde;
  terminer(sortie: Sortie): void;
}

/** Options of every command that talks to the registry. */
export function avecRegistre(commande: Command): Command {
  return commande
    .addOption(new Option('--registre <adresse>', 'registre ; sinon PASSERELLE_REGISTRE'))
    .addOption(new Option('--jeton-fichier <fichier>', 'fichier du jeton ; sinon PASSERELLE_JETON'))
    .option('--json', 'la réponse du registre, telle quelle');
}

export function optionCanal(defaut: 'production' | 'recette' = 'production'): Option {
  return new Option('--canal <canal>', 'canal').choices([...CANAUX]).default(defaut);
}

export const ATTENTE_PAR_DEFAUT_S = 60;

export function optionAttendre(): Option {
  return new Option(
    '--attendre [secondes]',
    'attend que chaque passerelle ait répondu (60 s par défaut)',
  )
    .preset(String(ATTENTE_PAR_DEFAUT_S))
    .argParser(entier);
}

export function optionCommit(): Option {
  return new Option('--commit <sha>', 'commit publié ; sinon CI_COMMIT_SHA, GITHUB_SHA ou git');
}

/** A whole number of at least 1. */
export function entier(texte: string): number {
  if (/^[1-9]\d{0,8}$/.test(texte)) return Number(texte);
  throw new InvalidArgumentError('un nombre entier est attendu.');
}

/** `a,b` or the option given several times. */
export function liste(texte: string, precedents: string[] = []): string[] {
  return [...precedents, ...texte.split(',').flatMap((mot) => mot.trim() || [])];
}
