import { partenaireDuGraphe } from '@passerelle/portal-kit';
import type { Partenaire } from '@passerelle/portal-ui';
import type { PageProtocoleQuery } from '../generated/graphql.js';
import type { LigneDeSuivi, Suivi } from './suivi.js';
import { parMaison, versionPubliee } from './version-publiee.js';

type EngagementLu = NonNullable<PageProtocoleQuery['engagements']>[number];
type ContributionLue = EngagementLu[
  | 'contributionEtat'
  | 'contributionRegion'
  | 'contributionPoleEmploi'];

function suiviDe(contribution: ContributionLue, manque: boolean): Suivi {
  if (contribution === null) {
    return manque ? { nature: 'indisponible' } : { nature: 'rien', enPreparation: false };
  }
  const enPreparation = contribution.etat !== 'PUBLIEE';
  const publiee = versionPubliee(contribution);
  if (publiee === null || publiee.publieLe === null) return { nature: 'rien', enPreparation };
  const { avancement, meteo, publieLe } = publiee;
  return { nature: 'publie', avancement, meteo, publieLe, enPreparation };
}

/** The engagements as the list shows them. */
export function lignesDeSuivi(
  engagements: readonly EngagementLu[],
  manquants: readonly Partenaire[],
): LigneDeSuivi[] {
  return engagements.map((engagement) => {
    const suivis: Record<Partenaire, Suivi> = {
      etat: { nature: 'indisponible' },
      region: { nature: 'indisponible' },
      'pole-emploi': { nature: 'indisponible' },
    };
    for (const { partenaire, contribution } of parMaison(engagement)) {
      suivis[partenaire] = suiviDe(contribution, manquants.includes(partenaire));
    }
    return {
      code: engagement.code,
      numero: engagement.numero,
      libelle: engagement.libelle,
      texteOfficiel: engagement.texteOfficiel,
      enjeu: engagement.enjeu.numero,
      pilote: partenaireDuGraphe(engagement.pilote),
      copilotes: engagement.copilotes.map(partenaireDuGraphe),
      echeance: engagement.echeance,
      suivis,
    };
  });
}
