import type { Partenaire } from '../partenaire.js';
import type {
  ContributionDemonstration,
  VersionContributionDemonstration,
} from './contribution-demonstration.js';
import type { Etape, Suivi } from './suivi.js';
import { SUIVIS_ETAT } from './suivis-etat.js';
import { SUIVIS_POLE_EMPLOI } from './suivis-pole-emploi.js';
import { SUIVIS_REGION } from './suivis-region.js';

const SUIVIS: Readonly<Record<Partenaire, readonly Suivi[]>> = {
  etat: SUIVIS_ETAT,
  region: SUIVIS_REGION,
  'pole-emploi': SUIVIS_POLE_EMPLOI,
};

/** How long before its publication a version was written, then validated. */
const REDACTION_AVANT_MS = 95 * 60_000;
const VALIDATION_AVANT_MS = 40 * 60_000;

/**
 * What one house has said of the engagements when the demonstration opens, by engagement: most are
 * published with their history, some have not moved for more than 30 days, some are absent because
 * the house never filled them in, and two or three wait inside the house as a draft or validated.
 */
export function contributionsDemonstration(partenaire: Partenaire): ContributionDemonstration[] {
  return SUIVIS[partenaire].map((suivi) => ({
    partenaire,
    engagement: suivi.engagement,
    versions: suivi.etapes.map((etape, index) =>
      toVersion(suivi, etape, index + 1, index === suivi.etapes.length - 1),
    ),
  }));
}

function toVersion(
  suivi: Suivi,
  etape: Etape,
  version: number,
  isLast: boolean,
): VersionContributionDemonstration {
  return {
    version,
    avancement: etape.avancement,
    meteo: etape.meteo,
    commentaire: etape.commentaire,
    preuve: etape.preuve ?? null,
    auteur: suivi.auteur,
    visibilite: suivi.visibilite,
    ...lifeOf(etape, isLast ? suivi.enCours : undefined),
    demonstration: true,
  };
}

function lifeOf(
  etape: Etape,
  enCours: Suivi['enCours'],
): Pick<VersionContributionDemonstration, 'etat' | 'modifieLe' | 'valideLe' | 'publieLe'> {
  switch (enCours) {
    case 'BROUILLON':
      return { etat: enCours, modifieLe: instant(etape.le), valideLe: null, publieLe: null };
    case 'VALIDEE':
      return {
        etat: enCours,
        modifieLe: instant(etape.le, REDACTION_AVANT_MS),
        valideLe: instant(etape.le),
        publieLe: null,
      };
    case undefined:
      return {
        etat: 'PUBLIEE',
        modifieLe: instant(etape.le, REDACTION_AVANT_MS),
        valideLe: instant(etape.le, VALIDATION_AVANT_MS),
        publieLe: instant(etape.le),
      };
  }
}

function instant(le: string, avantMs = 0): string {
  return new Date(Date.parse(le) - avantMs).toISOString();
}
