import { type Manque, manqueEn, partenaireDuGraphe } from '@passerelle/portal-kit';
import type { Partenaire } from '@passerelle/portal-ui';
import type { PageProtocoleQuery } from '../generated/graphql.js';
import type { LigneDeSuivi, Suivi } from './suivi.js';
import { parMaison, versionPubliee } from './version-publiee.js';

type EngagementLu = NonNullable<PageProtocoleQuery['engagements']>[number];
type ContributionLue = EngagementLu[
  | 'contributionEtat'
  | 'contributionRegion'
  | 'contributionPoleEmploi'];

const CHAMPS: Readonly<Record<Partenaire, string>> = {
  etat: 'contributionEtat',
  region: 'contributionRegion',
  'pole-emploi': 'contributionPoleEmploi',
};

/** Why nothing came from a house, when it is not that it has published nothing. */
type Silence = 'indisponible' | 'illisible' | null;

function suiviDe(contribution: ContributionLue, silence: Silence): Suivi {
  if (contribution === null) {
    return silence === null ? { nature: 'rien', enPreparation: false } : { nature: silence };
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
  { manquants, manques }: { manquants: readonly Partenaire[]; manques: readonly Manque[] },
): LigneDeSuivi[] {
  const silenceDe = (partenaire: Partenaire, rang: number): Silence => {
    const lieu = ['engagements', rang, CHAMPS[partenaire]];
    const manque = manqueEn(manques, partenaire, lieu);
    if (manquants.includes(partenaire) || manque?.absent) return 'indisponible';
    return manque ? 'illisible' : null;
  };
  return engagements.map((engagement, rang) => {
    const suivis: Record<Partenaire, Suivi> = {
      etat: { nature: 'indisponible' },
      region: { nature: 'indisponible' },
      'pole-emploi': { nature: 'indisponible' },
    };
    for (const { partenaire, contribution } of parMaison(engagement)) {
      suivis[partenaire] = suiviDe(contribution, silenceDe(partenaire, rang));
    }
    return {
      code: engagement.code,
      numero: engagement.numero,
      libelle: engagement.libelle,
      texteOfficiel: engagement.texteOfficiel,
      enjeu: engagement.enjeu.numero,
      pilote: partenaireDuGraphe(engagement.pilote),
      copilotes: engagement.copilotes.map(partenaireDuGraphe),
      retireLe: engagement.retireLe,
      echeance: engagement.echeance,
      suivis,
    };
  });
}
