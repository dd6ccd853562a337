import { loadTerritoires } from '@passerelle/reference-data';
import { DATE_DEMONSTRATION } from '../date-demonstration.js';
import { type Aleatoire, createAleatoire, hacher } from '../hasard/aleatoire.js';
import {
  type InstanceDemonstration,
  instancesDemonstration,
} from '../instances/instances-demonstration.js';
import type { Taille } from '../taille.js';
import { instantAParis, jourDeSeance, moisDesSeances, plusJours } from './calendrier.js';
import { type CadreSeance, tirerDecision, unAccord } from './decisions.js';
import { empreinteOrdreDuJour } from './empreintes.js';
import { MODELES_POINT } from './modeles.js';
import { presencesDe } from './presences.js';
import { redigerReleve } from './releves.js';
import type {
  DecisionDemonstration,
  PointDemonstration,
  SeanceDemonstration,
} from './seance-demonstration.js';
import { SEANCE_DE_SIGNATURE } from './signature-2023-06-08.js';
import { decisionsVoulues, POINTS_A_ACCORDER, SEANCE_A_PREPARER } from './valenciennes.js';

const GRAINE = 'seances-2023-12-15';
const REGION_DU_PROTOCOLE = '32';

const DECISIONS: Readonly<Record<Taille, number>> = {
  petite: 100,
  demonstration: 1500,
  region: 4000,
};

/**
 * Sessions of the local bodies, one a month, with their decisions, those of the SPER, one a
 * quarter, and that of 8 June 2023 in the region that signed; the oldest first.
 *
 * Those before the day of the demonstration were held, most are closed; those after are planned.
 *
 * @param taille - from October 2023 with 100 local decisions, from January 2023 with 1,500, or
 *   five years with 4,000; always until January 2024
 * @throws {RegionInconnue} when the COG has no such region
 */
export function seancesDemonstration(
  region: string,
  taille: Taille,
  graine: string = GRAINE,
): SeanceDemonstration[] {
  const hasard = createAleatoire(`${graine}|${region}|${taille}`);
  const noms = nomsDesTerritoires(region);
  const instances = instancesDemonstration(region);
  const locales = instances.filter(({ type }) => type === 'SPEL');
  const cadres = moisDesSeances(taille).flatMap((mois) =>
    locales.map((instance) => unCadre(instance, mois, noms)),
  );
  const tenues = cadres.filter(({ tenue }) => tenue).length;
  let reste = DECISIONS[taille];
  let aTenir = tenues;
  const seances = cadres.map((cadre) => {
    if (!cadre.tenue) return prevue(cadre, hasard);
    const voulues = decisionsVoulues(cadre.instance, cadre.mois);
    // The whole number is reached whatever chance does: what is left is shared by who is left.
    const nombre = voulues?.length ?? Math.min(reste, partDe(reste, aTenir, hasard));
    reste -= nombre;
    aTenir -= 1;
    const decisions = Array.from({ length: nombre }, (_, index) =>
      tirerDecision(hasard, cadre, index + 1, voulues?.[index]),
    );
    return tenue(cadre, hasard, decisions);
  });
  const signature = region === REGION_DU_PROTOCOLE ? [SEANCE_DE_SIGNATURE] : [];
  const regionales = instances
    .filter(({ type }) => type === 'SPER')
    .flatMap((instance) => seancesRegionales(instance, taille, noms, graine));
  return [...signature, ...regionales, ...seances].sort((a, b) =>
    a.jour + a.id < b.jour + b.id ? -1 : 1,
  );
}

/** Once a quarter, public, with two adopted decisions each; drawn apart from the local ones. */
function seancesRegionales(
  instance: InstanceDemonstration,
  taille: Taille,
  noms: ReadonlyMap<string, string>,
  graine: string,
): SeanceDemonstration[] {
  const hasard = createAleatoire(`${graine}|${instance.id}|${taille}`);
  return moisDesSeances(taille)
    .filter((mois) => MOIS_DU_SPER.has(mois.slice(5)))
    .map((mois) => unCadre(instance, mois, noms))
    .map((cadre) => {
      if (!cadre.tenue) return prevue(cadre, hasard);
      const decisions = [1, 2].map((numero) =>
        tirerDecision(hasard, cadre, numero, { manquent: [] }),
      );
      return tenue(cadre, hasard, decisions);
    });
}

const MOIS_DU_SPER: ReadonlySet<string> = new Set(['01', '04', '07', '10']);

interface Cadre extends CadreSeance {
  readonly instance: InstanceDemonstration;
  readonly mois: string;
  readonly tenue: boolean;
}

function unCadre(
  instance: InstanceDemonstration,
  mois: string,
  noms: ReadonlyMap<string, string>,
): Cadre {
  const jour = jourVoulu(instance.id, mois);
  return {
    id: `${instance.id}:${jour}`,
    jour,
    lieu: noms.get(instance.territoire.code) ?? instance.territoire.code,
    regionale: instance.type === 'SPER',
    instance,
    mois,
    tenue: jour < DATE_DEMONSTRATION,
  };
}

/** In the last days the meeting is to come: nobody has validated anything yet. */
function jourVoulu(instance: string, mois: string): string {
  if (instance === SEANCE_A_PREPARER.instance && mois === SEANCE_A_PREPARER.jour.slice(0, 7)) {
    return SEANCE_A_PREPARER.jour;
  }
  const jour = jourDeSeance(instance, mois);
  const proche = jour > plusJours(DATE_DEMONSTRATION, -6) && jour <= DATE_DEMONSTRATION;
  return proche ? plusJours(DATE_DEMONSTRATION, 3 + Math.floor(hacher(instance) * 5)) : jour;
}

/** Around the mean of what remains, and all of it for the last. */
function partDe(reste: number, seances: number, hasard: Aleatoire): number {
  if (seances <= 1) return reste;
  const moyenne = reste / seances;
  const entiere = Math.floor(moyenne);
  return entiere + (hasard.chance(moyenne - entiere) ? 1 : 0);
}

function base({ id, instance, jour, lieu, regionale }: Cadre) {
  return {
    id,
    instance: instance.id,
    jour,
    debut: instantAParis(jour, '14:30'),
    fin: instantAParis(jour, '16:30'),
    lieu: regionale ? 'Préfecture de région' : `Sous-préfecture, ${lieu}`,
    objet: regionale ? 'Séance trimestrielle' : 'Séance mensuelle',
    publique: regionale,
    source: null,
    demonstration: true,
  } as const;
}

function prevue(cadre: Cadre, hasard: Aleatoire): SeanceDemonstration {
  const aPreparer = cadre.id === `${SEANCE_A_PREPARER.instance}:${SEANCE_A_PREPARER.jour}`;
  const points = aPreparer ? POINTS_A_ACCORDER : tirerPoints(hasard);
  const accordee = !aPreparer && hasard.chance(0.4);
  return {
    ...base(cadre),
    ...(aPreparer && SEANCE_A_PREPARER),
    statut: 'PREVUE',
    points,
    empreinteOrdreDuJour: empreinteOrdreDuJour(points),
    accords: accordee ? [unAccord('ETAT', { ...cadre, jour: '2023-12-11' }, 0)] : [],
    presences: presencesDe(cadre.instance, cadre.jour, false),
    releve: null,
    decisions: [],
  };
}

function tenue(
  cadre: Cadre,
  hasard: Aleatoire,
  decisions: readonly DecisionDemonstration[],
): SeanceDemonstration {
  const points = tirerPoints(hasard);
  const presences = presencesDe(cadre.instance, cadre.jour, true);
  const close = cadre.jour < plusJours(DATE_DEMONSTRATION, -21);
  const releve = redigerReleve({ cadre, points, presences, decisions, close });
  return {
    ...base(cadre),
    statut: close ? 'CLOSE' : 'TENUE',
    points,
    empreinteOrdreDuJour: empreinteOrdreDuJour(points),
    accords: [unAccord('ETAT', cadre, -6), unAccord('REGION', cadre, -5)],
    presences,
    releve,
    decisions,
  };
}

function tirerPoints(hasard: Aleatoire): PointDemonstration[] {
  const rangs: Record<string, number> = {};
  return MODELES_POINT.filter((_, index) => index < 3 || hasard.chance(0.4)).map(
    ([partenaire, titre, duree]) => {
      const rang = (rangs[partenaire] ?? 0) + 1;
      rangs[partenaire] = rang;
      return { id: `${partenaire}-${rang}`, titre, duree, partenaire };
    },
  );
}

function nomsDesTerritoires(region: string): ReadonlyMap<string, string> {
  const { region: whole, arrondissements, departements } = loadTerritoires(region);
  return new Map([whole, ...departements, ...arrondissements].map(({ code, nom }) => [code, nom]));
}
