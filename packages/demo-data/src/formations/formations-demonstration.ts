import { type Metier, SECTEURS, type Secteur, type Territoire } from '@passerelle/reference-data';
import { type Aleatoire, createAleatoire } from '../hasard/aleatoire.js';
import type { Taille } from '../taille.js';
import type { FormationDemonstration } from './formation-demonstration.js';
import { createTirageLieu } from './lieux.js';
import { METIERS_FORMABLES } from './metiers-formables.js';
import { type OrganismeFictif, organismesFictifs } from './organismes-fictifs.js';
import { tirerSessions } from './sessions.js';
import { TYPES_PARCOURS } from './types-parcours.js';

const GRAINE = 'formations-2023-12-15';

/** The whole region holds about 70,000 entries a year, twelve seats a session. */
const VOLUMES: Readonly<Record<Taille, { formations: number; sessions: number }>> = {
  petite: { formations: 150, sessions: 600 },
  demonstration: { formations: 1000, sessions: 6000 },
  region: { formations: 1500, sessions: 7000 },
};

/** Relative weight of the sectors in the offer. */
const POIDS_SECTEURS: Readonly<Record<Secteur['code'], number>> = {
  INDUSTRIE: 30,
  TRANSPORT: 12,
  LOGISTIQUE: 16,
  SANTE: 20,
  BTP: 22,
};

/**
 * Training courses with their sessions, spread over the region by population and over the five
 * sectors in tension.
 *
 * @param region - INSEE code
 * @param taille - 150 courses and 600 sessions, 1,000 and 6,000, or 1,500 and 7,000
 * @param graine - the same seed gives the same courses, byte for byte
 * @throws {RegionInconnue} when the COG has no such region
 */
export function formationsDemonstration(
  region: string,
  taille: Taille,
  graine: string = GRAINE,
): FormationDemonstration[] {
  const hasard = createAleatoire(`${graine}|${region}|${taille}`);
  const volume = VOLUMES[taille];
  const tirerLieu = createTirageLieu(region);
  const organismes = organismesFictifs(Math.ceil(volume.formations / 12), tirerLieu, hasard);
  const nombresSessions = repartir(volume.sessions, volume.formations, hasard);
  return nombresSessions.map((nombre, index) =>
    tirerFormation(hasard, {
      numeroOffre: `DEMO-${region}-${String(index + 1).padStart(5, '0')}`,
      nombreSessions: nombre,
      organisme: hasard.choisir(organismes),
      tirerLieu,
    }),
  );
}

function tirerFormation(
  hasard: Aleatoire,
  cadre: {
    readonly numeroOffre: string;
    readonly nombreSessions: number;
    readonly organisme: OrganismeFictif;
    readonly tirerLieu: (hasard: Aleatoire) => Territoire;
  },
): FormationDemonstration {
  const secteur = hasard.choisirPondere(SECTEURS, ({ code }) => POIDS_SECTEURS[code]);
  const metiers = tirerMetiers(hasard, METIERS_FORMABLES.get(secteur.code) ?? []);
  const type = hasard.choisirPondere(TYPES_PARCOURS, ({ poids }) => poids);
  const commune = hasard.chance(0.6) ? cadre.organisme.lieu : cadre.tirerLieu(hasard);
  const lieu = { code: commune.code, maille: commune.maille };
  return {
    numeroOffre: cadre.numeroOffre,
    intitule: `${metiers[0].libelle} – ${type.suffixe}`,
    secteur: secteur.code,
    metiers: metiers.map(({ codeRome }) => codeRome),
    organisme: cadre.organisme.nom,
    organismeSiret: cadre.organisme.siret,
    certifiante: type.certifiante,
    lieu,
    sessions: tirerSessions(hasard, {
      numeroOffre: cadre.numeroOffre,
      nombre: cadre.nombreSessions,
      type,
      lieu,
    }),
    demonstration: true,
  };
}

/** A main trade and, one time in three, a neighbour of the same domain. */
function tirerMetiers(
  hasard: Aleatoire,
  metiers: readonly Metier[],
): readonly [Metier, ...Metier[]] {
  const principal = hasard.choisir(metiers);
  const voisins = metiers.filter(
    (metier) => metier.domaine === principal.domaine && metier !== principal,
  );
  return voisins.length > 0 && hasard.chance(1 / 3)
    ? [principal, hasard.choisir(voisins)]
    : [principal];
}

/** Shares `total` into `parts` whole numbers of at least 1, unequally. */
function repartir(total: number, parts: number, hasard: Aleatoire): number[] {
  const shares = Array.from({ length: parts }, () => 1);
  for (let left = total - parts; left > 0; left -= 1) {
    const part = hasard.entier(0, parts - 1);
    shares[part] = (shares[part] ?? 0) + 1;
  }
  return shares;
}
