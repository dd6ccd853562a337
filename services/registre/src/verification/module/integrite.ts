import { COMMUN, type Constat, integriteOf } from '@passerelle/publication';
import { constatDeModule } from './constat-de-module.js';
import { type LotLu, MANIFESTES } from './lire-lot.js';

const SIGNES = /\.(?:js|mjs|css)$/;
const REFAIRE =
  'Reconstruisez le lot et envoyez-le tel que la construction l’a écrit, sans retoucher un fichier.';
/** Rebuilding alone may leave it there: a build taken from a cache does not empty the folder. */
const VIDER =
  'C’est souvent le reste d’une construction précédente : videz le dossier, reconstruisez le lot, puis envoyez-le tel quel.';

/** The files are those that the build measured: worked out again here, byte for byte. */
export function constatsDIntegrite({ fichiers, integrite, manifeste }: LotLu): Constat[] {
  const constats: Constat[] = [];
  const altere = (fichier: string, message: string, remede = REFAIRE): void => {
    constats.push(constatDeModule('LOT_ALTERE', message, remede, { fichier }));
  };
  for (const [fichier, attendue] of Object.entries(integrite)) {
    const contenu = fichiers.get(fichier);
    if (contenu === undefined) {
      altere(fichier, `« ${fichier} » est au manifeste et n’est pas dans le lot.`);
    } else if (integriteOf(contenu) !== attendue) {
      altere(fichier, `« ${fichier} » n’est pas celui que la construction a mesuré.`);
    }
  }
  for (const fichier of fichiers.keys()) {
    if (SIGNES.test(fichier) && !Object.hasOwn(integrite, fichier)) {
      altere(fichier, `« ${fichier} » n’est pas mesuré au manifeste.`, VIDER);
    }
  }
  const nommes =
    manifeste.genre === 'module'
      ? [manifeste.valeur.entree, ...manifeste.valeur.css]
      : [...Object.values(manifeste.valeur.imports), ...manifeste.valeur.css];
  for (const fichier of new Set(nommes)) {
    if (fichiers.has(fichier)) continue;
    constats.push(
      constatDeModule('ENTREE_ABSENTE', `« ${fichier} » manque au lot.`, REFAIRE, { fichier }),
    );
  }
  return constats;
}

/** Nobody publishes under another's name. */
export function constatsDIdentite({ editeur, lot, manifeste, partenaire }: LotLu): Constat[] {
  const estCommun = lot !== 'module';
  const nom = manifeste.genre === 'module' ? manifeste.valeur.nom : null;
  const dit = estCommun ? COMMUN : (partenaire ?? nom ?? '');
  const memeNom = estCommun || nom === editeur;
  if (dit === editeur && memeNom && (estCommun || editeur !== COMMUN)) return [];
  return [
    constatDeModule(
      'MODULE_D_AUTRUI',
      estCommun
        ? `Le lot « ${lot} » est celui de la plateforme, et « ${editeur} » le publie.`
        : `Ce module se dit « ${nom ?? ''} » de « ${dit} », et « ${editeur} » le publie.`,
      estCommun
        ? 'Demandez à l’équipe de la plateforme.'
        : `Publiez avec le jeton de « ${dit} », ou corrigez « nom » et « partenaire » de module.json.`,
      { fichier: MANIFESTE_DE[lot] },
    ),
  ];
}

const MANIFESTE_DE = {
  module: 'manifest.json',
  coquille: 'manifest.json',
  partages: 'partages.json',
} as const;

/** What a browser loads: neither the manifests, nor the documents. */
export function fichiersServis({ fichiers }: LotLu): [chemin: string, contenu: Uint8Array][] {
  return [...fichiers].filter(([chemin]) => !MANIFESTES.has(chemin));
}
