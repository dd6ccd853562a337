import type { Canal } from '@passerelle/publication';
import { Echec } from '../echec.js';
import type { Registre } from '../registre/registre.js';
import { composerEssai } from './composer-essai.js';
import { lirePublicationVive, type PublicationVive } from './publication-vive.js';
import type { RegistreDEssai } from './registre-essai.js';
import type { ServiceLocal } from './service-local.js';

export interface MiseAJourDeps {
  readonly partenaire: string;
  readonly canal: Canal;
  readonly vrai: Registre;
  readonly essai: RegistreDEssai;
  readonly service: ServiceLocal;
  /** The graph of the trial, each time it changes. */
  readonly surGraphe: (apiSdl: string) => Promise<void>;
  readonly dire: (texte: string) => void;
}

/** The live registry is asked once in so many looks at the local service. */
const TOURS_PAR_LECTURE = 5;

/**
 * Publishes again, for the trial, whenever the local schema or what is deployed changes.
 *
 * @returns one look; call it again and again
 */
export function tenirAJour(deps: MiseAJourDeps, depart: PublicationVive): () => Promise<void> {
  const { partenaire, canal, vrai, essai, service, surGraphe, dire } = deps;
  let vive = depart;
  let schema: { empreinte: string; texte: string } | null = null;
  let publie = '';
  let tour = 0;

  async function suivreLeDeploye(): Promise<void> {
    try {
      vive = (await lirePublicationVive(vrai, canal, vive)) ?? vive;
    } catch (erreur) {
      // Away for a while: the trial goes on in front of what it knows.
      if (!(erreur instanceof Echec)) throw erreur;
    }
  }

  async function suivreLeService(): Promise<void> {
    const empreinte = await service.empreinte();
    if (empreinte === null || empreinte === schema?.empreinte) return;
    const texte = await service.imprimer(empreinte);
    if (texte !== null) schema = { empreinte, texte };
  }

  return async () => {
    if (tour % TOURS_PAR_LECTURE === 0 && tour > 0) await suivreLeDeploye();
    tour += 1;
    await suivreLeService();
    const cle = `${vive.publication.numero} ${schema?.empreinte}`;
    if (schema === null || cle === publie) return;
    publie = cle;
    const essaye = composerEssai(vive.publication, {
      partenaire,
      origine: service.origine,
      schema: schema.texte,
    });
    if (!essaye.ok) {
      const refus = essaye.erreurs.map(
        ({ code, message, coordonnee }) => `  ${code} ${coordonnee ?? ''} ${message}`,
      );
      dire(`Le graphe ne se compose pas ; l’essai garde le précédent.\n${refus.join('\n')}`);
      return;
    }
    await essai.publier(essaye.publication);
    await surGraphe(essaye.apiSdl);
    dire(
      `Votre schéma est devant la publication ${vive.publication.numero} de ${canal} (schema.graphql réimprimé).`,
    );
  };
}
