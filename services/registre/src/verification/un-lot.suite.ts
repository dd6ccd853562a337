import { empreinteOf, integriteOf } from '@passerelle/publication';
import type { CandidatLot } from './module/lire-lot.js';

const octets = (texte: string | Uint8Array): Uint8Array =>
  typeof texte === 'string' ? new TextEncoder().encode(texte) : texte;

interface Lot {
  readonly editeur?: string;
  readonly fichiers?: Readonly<Record<string, string | Uint8Array>>;
  readonly manifeste?: Readonly<Record<string, unknown>>;
  readonly documents?: readonly string[];
}

/** A module as its build leaves it: two files, measured. */
export function unLot({
  editeur = 'region',
  fichiers = {},
  manifeste = {},
  documents = [],
}: Lot = {}): CandidatLot {
  const servis: Record<string, Uint8Array> = {
    'module.abcdefgh.js': octets('export const a = 1;'),
    'a/style.abcdefgh.css': octets('.a { color: red }'),
    ...Object.fromEntries(Object.entries(fichiers).map(([nom, texte]) => [nom, octets(texte)])),
  };
  const json = {
    schema: 1,
    nom: editeur,
    partenaire: editeur,
    version: '0.1.0',
    entree: 'module.abcdefgh.js',
    css: ['a/style.abcdefgh.css'],
    routes: [{ chemin: '/formations', titre: 'Formations' }],
    navigation: [{ chemin: '/formations', libelle: 'Formations', section: '', ordre: 50 }],
    emplacements: ['territoire.fiche'],
    requires: [],
    integrite: integrites(servis),
    ...manifeste,
  };
  return {
    editeur,
    lot: 'module',
    fichiers: [
      ...Object.entries(servis).map(([chemin, contenu]) => ({ chemin, contenu })),
      { chemin: 'manifest.json', contenu: octets(JSON.stringify(json)) },
      ...(documents.length === 0
        ? []
        : [
            {
              chemin: 'documents.json',
              contenu: octets(
                JSON.stringify(
                  Object.fromEntries(documents.map((texte) => [empreinteOf(texte), texte])),
                ),
              ),
            },
          ]),
    ],
  };
}

/** The shared files, with these names in the import map. */
export function desPartages(noms: readonly string[], code = 'export default 1;'): CandidatLot {
  const fichiers = Object.fromEntries(
    noms.map((nom, rang) => [nom, `partage-${rang}.abcdefgh.js`]),
  );
  const servis = Object.fromEntries(
    Object.values(fichiers).map((chemin) => [chemin, octets(code)]),
  );
  const json = { imports: fichiers, css: [], integrity: integrites(servis) };
  return {
    editeur: 'commun',
    lot: 'partages',
    fichiers: [
      ...Object.entries(servis).map(([chemin, contenu]) => ({ chemin, contenu })),
      { chemin: 'partages.json', contenu: octets(JSON.stringify(json)) },
    ],
  };
}

function integrites(fichiers: Readonly<Record<string, Uint8Array>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fichiers)
      .filter(([nom]) => /\.(?:js|css)$/.test(nom))
      .map(([nom, contenu]) => [nom, integriteOf(contenu)]),
  );
}
