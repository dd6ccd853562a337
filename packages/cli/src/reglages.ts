import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { estAdresseInterne } from '@passerelle/publication';
import { echecLocal, SORTIE } from './echec.js';
import type { Monde } from './monde.js';
import { createRegistre, type Registre } from './registre/registre.js';

export interface OptionsCommunes {
  readonly registre?: string;
  readonly jetonFichier?: string;
  readonly json?: boolean;
}

const ADRESSE_LOCALE = 'http://127.0.0.1:4020';

/** The registry that the options, else the environment, name; the token never comes as an argument. */
export async function ouvrirRegistre(monde: Monde, options: OptionsCommunes): Promise<Registre> {
  const adresse = adresseDe(
    options.registre ?? (monde.env['PASSERELLE_REGISTRE'] || ADRESSE_LOCALE),
  );
  const jeton = await lireJeton(monde, options.jetonFichier);
  if (adresse.protocol === 'http:' && !estLocale(adresse)) {
    monde.dire(
      `Attention : le jeton part en clair vers ${adresse.origin} ; un registre se joint en https.\n`,
    );
  }
  return createRegistre({
    adresse: adresse.href.replace(/\/+$/, ''),
    jeton,
    attendre: monde.attendre,
  });
}

function adresseDe(texte: string): URL {
  const url = URL.canParse(texte) ? new URL(texte) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw echecLocal(
      SORTIE.USAGE,
      'ADRESSE_ILLISIBLE',
      `« ${texte} » n’est pas l’adresse http(s) d’un registre.`,
      'Donnez-la par PASSERELLE_REGISTRE ou --registre, sans mot de passe.',
    );
  }
  return url;
}

async function lireJeton(monde: Monde, fichier: string | undefined): Promise<string> {
  const jeton = (
    fichier === undefined
      ? (monde.env['PASSERELLE_JETON'] ?? '')
      : await lireFichier(resolve(monde.dossier, fichier))
  ).trim();
  // A header that can't be sent would fail later, and quote the secret.
  if (/^[\x21-\x7e]+$/.test(jeton)) return jeton;
  throw echecLocal(
    SORTIE.USAGE,
    'JETON_MANQUANT',
    jeton === '' ? 'Aucun jeton n’est donné.' : 'Le jeton contient un caractère imprévu.',
    'Donnez-le par la variable PASSERELLE_JETON, ou par un fichier avec --jeton-fichier.',
  );
}

async function lireFichier(chemin: string): Promise<string> {
  try {
    return await readFile(chemin, 'utf8');
  } catch (cause) {
    throw echecLocal(
      SORTIE.USAGE,
      'FICHIER_ILLISIBLE',
      `Le fichier de jeton ${chemin} ne peut pas être lu.`,
      '',
      { cause },
    );
  }
}

function estLocale({ hostname }: URL): boolean {
  return hostname === 'localhost' || estAdresseInterne(hostname);
}
