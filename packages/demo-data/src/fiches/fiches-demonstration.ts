import { loadTerritoires, type Territoire } from '@passerelle/reference-data';
import { hacher } from '../hasard/aleatoire.js';
import type { CleTerritoire, Partenaire } from '../partenaire.js';
import type { Taille } from '../taille.js';
import type { FicheDemonstration, FichesDemonstration } from './fiche-demonstration.js';
import { FICHES_ETAT } from './fiches-etat.js';
import { FICHES_POLE_EMPLOI } from './fiches-pole-emploi.js';
import { FICHES_REGION } from './fiches-region.js';
import type { ModeleFiche } from './modele-fiche.js';
import {
  avisDemonstration,
  observationsDemonstration,
  reponsesDemonstration,
} from './paroles-demonstration.js';

/** Who validates what another of the house wrote. */
const VALIDEURS: Readonly<Record<Partenaire, string>> = {
  etat: 'Préfecture de région, chef de projet adjoint',
  region: 'Conseil régional, responsable de service',
  'pole-emploi': 'Pôle emploi, directeur territorial adjoint',
};

const MODELES: Readonly<Record<Partenaire, readonly ModeleFiche[]>> = {
  etat: FICHES_ETAT,
  region: FICHES_REGION,
  'pole-emploi': FICHES_POLE_EMPLOI,
};

/** A third each of the 600 fiches of a whole region. */
const FICHES_PAR_MAISON_EN_REGION = 200;

/**
 * The fiches action of one house when the demonstration opens, numbered without gaps: some with
 * variants by arrondissement, experiments evaluated and concluded, others ended without their
 * evaluation, and one still a draft; with what the house remarks of the others' and, for the
 * secretariat, the opinions of the social partners.
 *
 * @param region - INSEE code
 * @param taille - about 13 fiches, or 200 with more variants at the size of a region
 * @throws {RegionInconnue} when the COG has no such region
 */
export function fichesDemonstration(
  partenaire: Partenaire,
  region: string,
  taille: Taille,
): FichesDemonstration {
  return {
    fiches: () => fichesDe(partenaire, region, taille),
    observations: observationsDemonstration(partenaire),
    reponses: reponsesDemonstration(partenaire),
    avis: partenaire === 'etat' ? avisDemonstration() : [],
  };
}

function fichesDe(partenaire: Partenaire, region: string, taille: Taille): FicheDemonstration[] {
  const territoires = loadTerritoires(region);
  const entiere: CleTerritoire = { code: region, maille: 'REGION' };
  const { arrondissements, departements } = territoires;
  const fiches: FicheDemonstration[] = [];
  const add = (modele: ModeleFiche, ou: CleTerritoire, lien: Lien): number => {
    const numero = fiches.length + 1;
    fiches.push(toFiche(partenaire, numero, modele, ou, lien));
    return numero;
  };

  for (const modele of MODELES[partenaire]) {
    const { suite } = modele.experience?.issue ?? {};
    const numero = add(modele, entiere, { suite: suite ? fiches.length + 2 : null });
    if (suite) add(prolongee(modele, suite), entiere, { prolonge: numero });
    for (const arrondissement of named(arrondissements, modele.variantes ?? [])) {
      add(variante(modele, arrondissement), cleOf(arrondissement), { varianteDe: numero });
    }
  }
  if (taille !== 'region') return fiches;
  // The mesh below the region is filled model by model, until the house has its share.
  const taken = new Set(fiches.map(({ titre }) => titre));
  const models = fiches.filter(({ varianteDe, publieLe }) => varianteDe === null && publieLe);
  for (const territoire of [...arrondissements, ...departements]) {
    for (const { numero, titre } of models) {
      const modele = MODELES[partenaire].find((one) => one.titre === titre);
      if (modele === undefined || fiches.length >= FICHES_PAR_MAISON_EN_REGION) continue;
      const locale = variante(modele, territoire);
      if (!taken.has(locale.titre)) add(locale, cleOf(territoire), { varianteDe: numero });
    }
  }
  return fiches;
}

interface Lien {
  readonly varianteDe?: number;
  readonly prolonge?: number;
  readonly suite?: number | null;
}

function toFiche(
  partenaire: Partenaire,
  numero: number,
  modele: ModeleFiche,
  territoire: CleTerritoire,
  lien: Lien,
): FicheDemonstration {
  const { experience, etapes, budget, brouillon } = modele;
  const ecrite = ecriteLe(`${partenaire} ${numero}`, modele);
  return {
    partenaire,
    numero,
    version: 1,
    titre: modele.titre,
    objet: modele.objet,
    engagement: modele.engagement,
    statut: modele.statut,
    debut: modele.debut,
    fin: modele.fin,
    experimental: experience !== undefined,
    etapes: etapes.map(([titre, echeance, faiteLe]) => ({ titre, echeance, faiteLe })),
    budget: budget.map(([montantEuros, source]) => ({
      montantEuros,
      source,
      annee: Number(modele.debut.slice(0, 4)),
    })),
    territoires: [territoire],
    visibilite: modele.visibilite,
    varianteDe: lien.varianteDe ?? null,
    prolonge: lien.prolonge ?? null,
    suite: lien.suite ?? null,
    evaluation: experience?.evaluation ?? null,
    issue: experience?.issue?.nature ?? null,
    motifIssue: experience?.issue?.motif ?? null,
    auteur: modele.auteur,
    modifieLe: ecrite.toISOString(),
    validation: brouillon
      ? null
      : {
          auteur: VALIDEURS[partenaire],
          le: new Date(ecrite.getTime() + 50 * 60_000).toISOString(),
        },
    publieLe: brouillon ? null : new Date(ecrite.getTime() + 80 * 60_000).toISOString(),
    demonstration: true,
  };
}

/** The local version: smaller, never concluded by itself, evaluated with the one it comes from. */
function variante(modele: ModeleFiche, { nom }: Territoire): ModeleFiche {
  const evaluation = modele.experience?.evaluation;
  return {
    ...modele,
    titre: `${modele.titre} – ${nom}`,
    objet: `Variante pour ce territoire : ${nom}. ${modele.objet}`,
    budget: modele.budget.map(([montantEuros, source]) => [Math.round(montantEuros / 8), source]),
    ...(modele.experience && { experience: evaluation ? { evaluation } : {} }),
  };
}

/** What goes on in the 2024 trajectory; the experiment itself is over. */
function prolongee(modele: ModeleFiche, titre: string): ModeleFiche {
  const { experience: _experience, ...reste } = modele;
  return {
    ...reste,
    titre,
    objet: `Prolonge l’expérimentation « ${modele.titre} » dans la trajectoire 2024.`,
    statut: 'A_VENIR',
    debut: '2024-01-01',
    fin: '2024-12-31',
    etapes: [['Territoires désignés', '2024-02-29', null]],
  };
}

/** A working hour of the four weeks before the opening; after the evaluation when there is one. */
function ecriteLe(graine: string, { experience }: ModeleFiche): Date {
  const debut = Date.parse(`${experience?.evaluation ? '2023-11-27' : '2023-11-13'}T08:00:00Z`);
  const jours = Math.floor(hacher(`fiche ${graine}`) * 14);
  const le = new Date(debut + jours * 86_400_000 + Math.floor(hacher(graine) * 480) * 60_000);
  // Saturdays and Sundays go to the Friday before.
  const fromFriday = [2, 0, 0, 0, 0, 0, 1][le.getUTCDay()] ?? 0;
  return new Date(le.getTime() - fromFriday * 86_400_000);
}

function named(arrondissements: readonly Territoire[], noms: readonly string[]): Territoire[] {
  return arrondissements.filter(({ nom }) => noms.includes(nom));
}

function cleOf({ code, maille }: Territoire): CleTerritoire {
  return { code, maille };
}
