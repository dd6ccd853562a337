import {
  type Cible,
  COMMUN,
  type DemandeSchema,
  type demandeModuleSchema,
  type Rapport,
  type ResultatPublication,
} from '@passerelle/publication';
import type { z } from 'zod';
import type { CanalVivant } from '../canal-vivant.js';
import { registreError } from '../errors/registre-error.js';
import { type Appelant, parOf } from '../jetons/appelant.js';
import { editeurDe } from '../jetons/editeur-de.js';
import type { CandidatLot, CandidatSchema } from '../verification/index.js';
import { checkCible } from './check-cible.js';
import { decodeLot } from './lot-recu.js';
import { type MettreEnLigneLotDeps, mettreEnLigneLot } from './mettre-en-ligne-lot.js';
import { mettreEnLigneSchema } from './mettre-en-ligne-schema.js';
import { readChannel } from './read-channel.js';
import { rapportSeul } from './resultat.js';

type DemandeModuleLue = z.infer<typeof demandeModuleSchema>;

/** What the owner of a token asks to publish, or only to check, in its own name. */
export interface Publier {
  schema(appelant: Appelant, demande: DemandeSchema): Promise<ResultatPublication>;
  module(appelant: Appelant, demande: DemandeModuleLue): Promise<ResultatPublication>;
  verifierSchema(appelant: Appelant, demande: DemandeSchema): Promise<Rapport>;
  verifierModule(appelant: Appelant, demande: DemandeModuleLue): Promise<Rapport>;
}

export function createPublier(deps: MettreEnLigneLotDeps): Publier {
  const { sql, verifications } = deps;

  async function candidatOf(
    appelant: Appelant,
    demande: DemandeSchema,
  ): Promise<{ candidat: CandidatSchema; vivant: CanalVivant }> {
    const partenaire = partnerOf(appelant);
    const { vivant } = await readChannel(deps, sql, demande.canal);
    return { vivant, candidat: withAddresses(partenaire, demande, vivant) };
  }

  return {
    async schema(appelant, demande) {
      const { candidat } = await candidatOf(appelant, demande);
      const { canal, commit = null } = demande;
      const mise = {
        canal,
        par: parOf(appelant),
        commit,
        evenement: 'PUBLICATION_SCHEMA',
      } as const;
      return mettreEnLigneSchema(deps, mise, candidat);
    },

    async module(appelant, demande) {
      const { canal, commit = null, cible, lot } = demande;
      const editeur = publisherOf(appelant, lot, cible);
      const mise = {
        canal,
        par: parOf(appelant),
        commit,
        evenement: 'PUBLICATION_MODULE',
      } as const;
      const recu = decodeLot(demande.fichiers);
      return mettreEnLigneLot(deps, mise, { editeur, lot, cible, recu });
    },

    async verifierSchema(appelant, demande) {
      const { candidat, vivant } = await candidatOf(appelant, demande);
      const rapport = await verifications.schema(vivant, candidat);
      return rapportSeul(rapport);
    },

    async verifierModule(appelant, demande) {
      const editeur = publisherOf(appelant, demande.lot, null);
      const { fichiers } = decodeLot(demande.fichiers);
      const { vivant } = await readChannel(deps, sql, demande.canal);
      const rapport = await verifications.lot(vivant, { editeur, lot: demande.lot, fichiers });
      return rapportSeul(rapport);
    },
  };
}

/** @throws DROIT_INSUFFISANT: what is common has no schema of its own */
function partnerOf(appelant: Appelant): string {
  const editeur = editeurDe(appelant);
  if (editeur !== COMMUN) return editeur;
  throw registreError('DROIT_INSUFFISANT', {
    message: '« commun » publie la coquille et les fichiers partagés, pas de schéma.',
  });
}

/** @throws DROIT_INSUFFISANT when this kind of bundle is not its own to publish */
function publisherOf(appelant: Appelant, lot: CandidatLot['lot'], cible: Cible | null): string {
  const editeur = editeurDe(appelant);
  if ((lot === 'module') === (editeur === COMMUN)) {
    throw registreError('DROIT_INSUFFISANT', {
      message: `« ${editeur} » ne publie pas de lot « ${lot} ».`,
    });
  }
  if (cible !== null) checkCible(lot, cible);
  return editeur;
}

/** @throws ADRESSE_MANQUANTE at a partner's first publication without one */
function withAddresses(
  partenaire: string,
  { schema, url, fluxUrl, santeUrl }: DemandeSchema,
  { sousGraphes }: CanalVivant,
): CandidatSchema {
  const live = sousGraphes.find((each) => each.partenaire === partenaire);
  const sent = url ?? live?.url;
  if (sent === undefined) throw registreError('ADRESSE_MANQUANTE');
  // Addresses that go with another address would lead elsewhere.
  const kept = url === undefined || url === live?.url ? live : undefined;
  return {
    partenaire,
    schema,
    url: sent,
    fluxUrl: fluxUrl ?? kept?.fluxUrl ?? `${sent.replace(/\/$/, '')}/stream`,
    santeUrl: santeUrl ?? kept?.santeUrl ?? new URL('/sante/pret', sent).href,
  };
}
