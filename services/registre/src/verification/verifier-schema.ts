import {
  type CompositionResult,
  diffGraphs,
  type GraphChange,
  ownerOf,
} from '@passerelle/composition';
import type { Constat, Rapport } from '@passerelle/publication';
import type { DocumentNode } from 'graphql';
import type { CanalVivant } from '../canal-vivant.js';
import { constatsDeConvention } from './conventions/constats-de-convention.js';
import type { VerificationDeps } from './deps.js';
import { apiVivante, composer } from './graphe-vivant.js';
import { rapportDe } from './rapport.js';
import { constatsDAdresse } from './schema/adresses.js';
import { constatsDeComposition, constatsSansPartenaire } from './schema/composition.js';
import { lireSchema } from './schema/lire-schema.js';
import { constatsDeResponsabilite } from './schema/responsabilite.js';
import { constatsDeRupture } from './schema/ruptures.js';

export interface CandidatSchema {
  readonly partenaire: string;
  readonly schema: string;
  readonly url: string;
  readonly fluxUrl: string;
  readonly santeUrl: string;
}

/** With what was composed, so that it is not composed again to be published; null when refused. */
export type RapportDeSchema = Rapport & {
  readonly supergraphe: string | null;
  readonly apiSdl: string | null;
};

/**
 * May this schema go live on this channel? Every finding at once, sorted; a schema that can't be
 * read has only that one. Never throws, whatever the text.
 */
export async function verifierSchema(
  deps: VerificationDeps,
  vivant: CanalVivant,
  candidat: CandidatSchema,
): Promise<RapportDeSchema> {
  const depuis = performance.now();
  const { partenaire, schema, url } = candidat;
  const lu = lireSchema(partenaire, schema);
  const adresses = constatsDAdresse(vivant.carte.hotes, candidat, deps.production);
  if ('constat' in lu) {
    const constats = [lu.constat, ...adresses];
    const rapport = rapportDe('schema', partenaire, vivant, depuis, { constats });
    return { ...rapport, supergraphe: null, apiSdl: null };
  }

  const { document } = lu;
  const { carte } = vivant.carte;
  const sien = { partenaire, url, schema };
  const apres = ordonnes(vivant.sousGraphes, sien);
  const composed = composer(apres);
  const avant = apiVivante(vivant.sousGraphes);
  const differences = composed.ok
    ? differencesDe(avant, composed.apiSdl, (c) => ownerOf(carte, c))
    : [];
  const responsabilites = constatsDeResponsabilite(carte, vivant.sousGraphes, sien);
  const constats: Constat[] = [
    ...adresses,
    ...responsabilites,
    ...sansRedite(responsabilites, constatsDeComposition(composed, partenaire, document)),
    ...(composed.ok ? constatsSansPartenaire(vivant.sousGraphes, apres, partenaire) : []),
    ...constatsDeConvention({
      partenaire,
      carte,
      document,
      avant: vivant.sousGraphes.find((each) => each.partenaire === partenaire)?.schema ?? '',
      aujourdhui: deps.maintenant(),
    }),
    ...(await rupturesDe(deps, vivant, { partenaire, avant, composed, differences, document })),
  ];
  const rapport = rapportDe('schema', partenaire, vivant, depuis, {
    constats,
    changements: differences,
  });
  return {
    ...rapport,
    supergraphe: rapport.accepte && composed.ok ? composed.supergraphSdl : null,
    apiSdl: rapport.accepte && composed.ok ? composed.apiSdl : null,
  };
}

/**
 * What is taken from another does not compose either, which the composer tells in its own words:
 * ours, with the owner and the way out, are enough until that is put right.
 */
function sansRedite(
  responsabilites: readonly Constat[],
  compositions: readonly Constat[],
): readonly Constat[] {
  return responsabilites.some(({ gravite }) => gravite === 'REFUS')
    ? compositions.filter(({ code }) => code !== 'COMPOSITION_REFUSEE')
    : compositions;
}

/** A partner keeps its place, so that publishing does not reorder the graph. */
function ordonnes<S extends { readonly partenaire: string }>(
  vivants: readonly S[],
  candidat: { partenaire: string; url: string; schema: string },
): (S | typeof candidat)[] {
  const remplaces = vivants.map((each) =>
    each.partenaire === candidat.partenaire ? candidat : each,
  );
  return remplaces.includes(candidat) ? remplaces : [...remplaces, candidat];
}

function differencesDe(
  avant: string,
  apres: string,
  partenaireDe: (coordonnee: string) => string | undefined,
): GraphChange[] {
  // Nobody has ever asked a graph that was never served: all of it would be « ajouté ».
  return avant === '' ? [] : diffGraphs(avant, apres, partenaireDe);
}

async function rupturesDe(
  deps: VerificationDeps,
  vivant: CanalVivant,
  faits: {
    partenaire: string;
    avant: string;
    composed: CompositionResult;
    differences: readonly GraphChange[];
    document: DocumentNode;
  },
): Promise<Constat[]> {
  const { partenaire, avant, composed, differences, document } = faits;
  if (!composed.ok || avant === '') return [];
  return constatsDeRupture(deps, vivant, {
    editeur: partenaire,
    avant,
    apres: composed.apiSdl,
    changements: differences,
    document,
    severe: true,
  });
}
