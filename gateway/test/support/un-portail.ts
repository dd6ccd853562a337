import {
  type Cible,
  empreinteOf,
  type FichierDeLot,
  integriteOf,
  type PortailPublie,
} from '@passerelle/publication';
import type { PortalSource } from '../../src/registre/portal-source.js';

/** Contents of files that a registry would hold, by fingerprint; a test may alter or remove some. */
export class FichiersDeTest {
  readonly contenus = new Map<string, Uint8Array>();
  readonly lectures: string[] = [];

  lot(fichiers: Readonly<Record<string, string>>): FichierDeLot[] {
    return Object.entries(fichiers).map(([chemin, texte]) => {
      const contenu = Buffer.from(texte);
      const empreinte = empreinteOf(contenu);
      this.contenus.set(empreinte, contenu);
      return { chemin, taille: contenu.byteLength, empreinte, integrite: integriteOf(contenu) };
    });
  }

  async get(empreinte: string): Promise<Uint8Array> {
    this.lectures.push(empreinte);
    const contenu = this.contenus.get(empreinte);
    if (contenu === undefined) throw new Error('le registre ne répond pas');
    return contenu;
  }
}

export interface VersionDeTest {
  revision: number;
  cible?: Cible;
  code?: string;
  nom?: string;
}

export const REACT = `export const react = 1; // ${'r'.repeat(2_000)}`;
export const COQUILLE = 'import "react";';
export const MODULE = 'export const mount = 1;';

/** A portal with one file per lot, and these versions of each module. */
export function unPortail(
  fichiers: FichiersDeTest,
  modules: Readonly<Record<string, readonly VersionDeTest[]>>,
  { coquille = 1, partages = 1, gardes = [] }: Partial<PortailDeTest> = {},
): PortalSource {
  const portail: PortailPublie = {
    partages: {
      revision: partages,
      manifeste: { imports: { react: 'react.js' }, css: ['ui.css'] },
      fichiers: fichiers.lot({ 'react.js': REACT, 'ui.css': 'body{}' }),
    },
    coquille: {
      revision: coquille,
      manifeste: { ...manifeste('coquille'), entree: 'coquille.js' },
      fichiers: fichiers.lot({ 'coquille.js': COQUILLE }),
    },
    modules: Object.entries(modules).map(([partenaire, versions]) => ({
      partenaire,
      versions: versions.map(({ revision, cible = null, code = MODULE, nom = partenaire }) => ({
        revision,
        cible,
        manifeste: { ...manifeste(nom), version: `0.${revision}.0` },
        fichiers: fichiers.lot({
          'module.js': code,
          'a/style.css': `p{order:${revision}}`,
          'page.html': '<script>alert(1)</script>',
          'image.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        }),
      })),
    })),
    gardes,
  };
  return { portail, fichiers };
}

interface PortailDeTest {
  coquille: number;
  partages: number;
  gardes: PortailPublie['gardes'];
}

function manifeste(nom: string) {
  return {
    nom,
    version: '0.1.0',
    entree: 'module.js',
    css: nom === 'coquille' ? [] : ['a/style.css'],
    routes: [{ chemin: '/formations', titre: 'Formations' }],
    navigation: [],
    emplacements: ['engagement.contribution'],
    requires: ['react'],
  };
}
