import {
  type Constat,
  cheminDeFichierSchema,
  LIMITES_DE_LOT,
  type ManifesteDeModule,
  type ManifesteDesPartages,
  manifesteDeModuleSchema,
  manifesteDesPartagesSchema,
} from '@passerelle/publication';
import { z } from 'zod';
import { constatDeModule } from './constat-de-module.js';

export interface CandidatLot {
  readonly editeur: string;
  readonly lot: 'module' | 'coquille' | 'partages';
  readonly fichiers: readonly { readonly chemin: string; readonly contenu: Uint8Array }[];
}

/** A bundle that can be looked at: paths are plain, the manifest has its shape. */
export interface LotLu {
  readonly editeur: string;
  readonly lot: CandidatLot['lot'];
  readonly fichiers: ReadonlyMap<string, Uint8Array>;
  readonly manifeste: ManifesteDuLot;
  /** sha384 of the files, as the build said them. */
  readonly integrite: Readonly<Record<string, string>>;
  /** Whose module it says that it is. */
  readonly partenaire: string | undefined;
}

export type ManifesteDuLot =
  | { readonly genre: 'module'; readonly valeur: ManifesteDeModule }
  | { readonly genre: 'partages'; readonly valeur: ManifesteDesPartages };

const Kio = 1024;

/**
 * What is about the bundle, not of it, and how large it may be: every publication carries it, and
 * every page a manifest. Today's take 2 KiB, their documents 8.
 */
const TAILLES_DES_MANIFESTES: Readonly<Record<string, number>> = {
  'manifest.json': 64 * Kio,
  'partages.json': 64 * Kio,
  'documents.json': 256 * Kio,
};
export const MANIFESTES: ReadonlySet<string> = new Set(Object.keys(TAILLES_DES_MANIFESTES));

const integrite = z.record(z.string(), z.string()).default({});
const annexeDeModule = z.looseObject({ partenaire: z.string().optional(), integrite });
const annexeDesPartages = z.looseObject({ integrity: integrite });

export function lireLot({ editeur, lot, fichiers }: CandidatLot): {
  readonly lu: LotLu | null;
  readonly constats: readonly Constat[];
} {
  const parChemin = new Map<string, Uint8Array>();
  const constats = [...taille(fichiers)];
  for (const { chemin, contenu } of fichiers) {
    if (!cheminDeFichierSchema.safeParse(chemin).success) {
      constats.push(
        constatDeModule(
          'CHEMIN_REFUSE',
          `« ${chemin.slice(0, 200)} » n’est pas un chemin de fichier ordinaire.`,
          'Nommez les fichiers sans espace ni fichier caché, sous le dossier du lot.',
        ),
      );
    } else if (parChemin.has(chemin)) {
      constats.push(
        constatDeModule(
          'CHEMIN_EN_DOUBLE',
          `« ${chemin} » est envoyé deux fois.`,
          'Gardez-en un.',
          {
            fichier: chemin,
          },
        ),
      );
    } else parChemin.set(chemin, contenu);
  }
  if (constats.length > 0) return { lu: null, constats };
  const nom = lot === 'partages' ? 'partages.json' : 'manifest.json';
  const lu = lireManifeste(parChemin.get(nom), lot);
  if ('probleme' in lu) {
    const code = parChemin.has(nom) ? 'MANIFESTE_ILLISIBLE' : 'MANIFESTE_ABSENT';
    const constat = constatDeModule(
      code,
      `« ${nom} » ne se lit pas : ${lu.probleme}.`,
      'Construisez le lot avec @passerelle/portal-build, qui l’écrit.',
      { fichier: nom },
    );
    return { lu: null, constats: [constat] };
  }
  return { lu: { editeur, lot, fichiers: parChemin, ...lu }, constats: [] };
}

function taille(fichiers: CandidatLot['fichiers']): Constat[] {
  const octets = fichiers.reduce((total, { contenu }) => total + contenu.byteLength, 0);
  const gros = fichiers.find(({ chemin, contenu }) => contenu.byteLength > permisPour(chemin));
  const trop =
    fichiers.length > LIMITES_DE_LOT.fichiers
      ? `${fichiers.length} fichiers, plus que ${LIMITES_DE_LOT.fichiers}`
      : octets > LIMITES_DE_LOT.octets
        ? `${octets} octets, plus que ${LIMITES_DE_LOT.octets}`
        : gros !== undefined
          ? `« ${gros.chemin} » dépasse ${permisPour(gros.chemin)} octets`
          : null;
  return trop === null
    ? []
    : [constatDeModule('LOT_TROP_GRAND', `Le lot est trop grand : ${trop}.`, 'Allégez-le.')];
}

function permisPour(chemin: string): number {
  const permis = MANIFESTES.has(chemin) ? TAILLES_DES_MANIFESTES[chemin] : undefined;
  return permis ?? LIMITES_DE_LOT.octetsParFichier;
}

function lireManifeste(
  contenu: Uint8Array | undefined,
  lot: CandidatLot['lot'],
): Pick<LotLu, 'manifeste' | 'integrite' | 'partenaire'> | { readonly probleme: string } {
  if (contenu === undefined) return { probleme: 'il n’est pas dans le lot' };
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(contenu));
  } catch {
    return { probleme: 'ce n’est pas du JSON' };
  }
  if (lot === 'partages') {
    const lu = manifesteDesPartagesSchema.safeParse(json);
    const annexe = annexeDesPartages.safeParse(json);
    if (!lu.success) return { probleme: probleme(lu.error) };
    if (!annexe.success) return { probleme: probleme(annexe.error) };
    return {
      manifeste: { genre: 'partages', valeur: lu.data },
      integrite: annexe.data.integrity,
      partenaire: undefined,
    };
  }
  const lu = manifesteDeModuleSchema.safeParse(json);
  const annexe = annexeDeModule.safeParse(json);
  if (!lu.success) return { probleme: probleme(lu.error) };
  if (!annexe.success) return { probleme: probleme(annexe.error) };
  return {
    manifeste: { genre: 'module', valeur: lu.data },
    integrite: annexe.data.integrite,
    partenaire: annexe.data.partenaire,
  };
}

function probleme(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.')} ${message}`)
    .join(' ; ');
}
