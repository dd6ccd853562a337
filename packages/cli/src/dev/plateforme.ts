import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { echecLocal, SORTIE } from '../echec.js';
import type { Monde } from '../monde.js';

/** What a second gateway needs to be believed by the services that the first one speaks to. */
export interface Plateforme {
  /** Settings for the gateway of the trial. */
  readonly passerelle: Readonly<Record<string, string>>;
  /** Settings for the partner's service. */
  readonly service: Readonly<Record<string, string>>;
  readonly portail: string | null;
  /** A token of this partner, when the platform of this machine keeps one. */
  readonly jeton: string | null;
}

const acces = z.object({ portail: z.string(), emetteur: z.string() });
/** The common team's has no schema. */
const jetons = z.record(z.string(), z.object({ schema: z.string().optional() }));

/**
 * Reads the folder of the platform that runs on this machine (`npm start`): its session and
 * internal-token keys, so that whoever is signed in there is signed in here too.
 *
 * @throws Echec PORTAIL_INTROUVABLE
 */
export function lirePlateforme(
  monde: Monde,
  dossierDit: string | undefined,
  racine: string,
  partenaire: string,
): Plateforme {
  const dossier = resolve(
    monde.dossier,
    dossierDit ?? monde.env['PASSERELLE_DOSSIER'] ?? join(racine, '.passerelle'),
  );
  const secret = (nom: string): string => join(dossier, 'secrets', nom);
  const fichiers = {
    SESSION_CLE: secret('session.cle'),
    JETONS_INTERNES_CLE: secret('jetons-internes.privee.json'),
    OIDC_CLIENT_SECRET_FICHIER: secret('oidc-client.secret'),
    HABILITATIONS: join(dossier, 'habilitations.json'),
    JETONS_INTERNES_JWKS: secret('jetons-internes.publiques.json'),
  };
  const reglages = Object.fromEntries(
    Object.entries(fichiers).map(([nom, chemin]) => [nom, monde.env[nom] || chemin]),
  );
  const manquant = Object.entries(reglages).find(([, chemin]) => !existsSync(chemin));
  if (manquant !== undefined) {
    throw echecLocal(
      SORTIE.USAGE,
      'PORTAIL_INTROUVABLE',
      `Il manque ${manquant[0]} (${manquant[1]}) : la passerelle d’essai a besoin des clés d’une plateforme, pour que ses services la croient.`,
      'Lancez « npm start » dans le dépôt commun, puis donnez son dossier .passerelle par --plateforme.',
    );
  }
  const { JETONS_INTERNES_JWKS = '', ...passerelle } = reglages;
  const connu = lire(join(dossier, 'acces.json'), acces);
  const emetteur = monde.env['OIDC_EMETTEUR'] || connu?.emetteur;
  return {
    passerelle: { ...passerelle, ...(emetteur ? { OIDC_EMETTEUR: emetteur } : {}) },
    service: { JETONS_INTERNES_JWKS },
    portail: connu?.portail ?? null,
    jeton: lire(secret('jetons-registre.json'), jetons)?.[partenaire]?.schema ?? null,
  };
}

function lire<T>(chemin: string, forme: z.ZodType<T>): T | null {
  try {
    return forme.parse(JSON.parse(readFileSync(chemin, 'utf8')));
  } catch {
    // Not the whole platform lives in a folder: what is missing is asked elsewhere.
    return null;
  }
}
