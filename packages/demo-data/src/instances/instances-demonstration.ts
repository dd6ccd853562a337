import { loadTerritoires, type Territoire } from '@passerelle/reference-data';
import type { CleTerritoire, Partenaire } from '../partenaire.js';
import { type MembreInstance, VEILLE_DES_COMITES } from './membre-instance.js';
import { membresDuSpel, membresDuSper } from './membres.js';

export interface CopiloteInstance {
  readonly fonction: string;
  readonly organisation: string;
  /** Null for a co-pilot who belongs to none of the three houses. */
  readonly partenaire: Partenaire | null;
}

export interface InstanceDemonstration {
  /** `sper-32`, `spel-596`, `core-32`, `cde-59`, `cle-596`. */
  readonly id: string;
  readonly type: 'SPER' | 'SPEL' | 'CORE' | 'CDE' | 'CLE';
  readonly nom: string;
  readonly territoire: CleTerritoire;
  readonly copilotes: readonly CopiloteInstance[];
  /** Every seat that the body has ever had, the co-pilots first. */
  readonly membres: readonly MembreInstance[];
  /** Civil date. */
  readonly creeeLe: string;
  /** Last civil day of the body; null while nothing says that it ends. */
  readonly dissouteLe: string | null;
  /** The body that this one follows. */
  readonly predecesseur: string | null;
  readonly source: string;
  readonly demonstration: true;
}

/** The region whose SPEL are documented; elsewhere the same mesh is only a supposition. */
const REGION_DOCUMENTEE = '32';

/**
 * The SPER of a region and one SPEL per arrondissement (per département where there is none),
 * co-pilots as functions.
 *
 * @throws {RegionInconnue} when the COG has no such region
 * @source press release of 9 June 2023 (SPER and its three co-pilots); hautsdefrance.fr,
 *   4 July 2016, and prefectures-regions.gouv.fr, 1 July 2016 (26 SPEL, their two co-leaders)
 */
export function instancesDemonstration(region: string): InstanceDemonstration[] {
  const territoires = loadTerritoires(region);
  const { arrondissements, departements } = territoires;
  const locaux = arrondissements.length > 0 ? arrondissements : departements;
  return [
    sper(territoires.region),
    ...locaux.map((territoire) => spel(territoire, territoires.region)),
  ];
}

function sper(region: Territoire): InstanceDemonstration {
  const copilotes: readonly CopiloteInstance[] = [
    { fonction: 'Préfet de région', organisation: 'Préfecture de région', partenaire: 'etat' },
    {
      fonction: 'Président du conseil régional',
      organisation: `Région ${region.nom}`,
      partenaire: 'region',
    },
    {
      fonction: 'Recteur de région académique',
      organisation: 'Rectorat de région académique',
      partenaire: 'etat',
    },
  ];
  return {
    id: `sper-${region.code}`,
    type: 'SPER',
    nom: `Service public de l’emploi régional – ${region.nom}`,
    territoire: { code: region.code, maille: region.maille },
    copilotes,
    membres: membresDuSper(copilotes, region.nom),
    creeeLe: '2016-01-01',
    dissouteLe: VEILLE_DES_COMITES,
    predecesseur: null,
    source:
      'Copilotage : communiqué de presse du 9 juin 2023. Date conventionnelle : carte des régions en vigueur au 1er janvier 2016',
    demonstration: true,
  };
}

function spel(territoire: Territoire, region: Territoire): InstanceDemonstration {
  const documente = region.code === REGION_DOCUMENTEE;
  const copilotes: readonly CopiloteInstance[] = [
    {
      fonction: `Sous-préfet ou sous-préfète, ${territoire.nom}`,
      organisation: 'Préfecture de région',
      partenaire: 'etat',
    },
    {
      fonction: 'Conseiller régional ou conseillère régionale',
      organisation: `Région ${region.nom}`,
      partenaire: 'region',
    },
  ];
  return {
    id: `spel-${territoire.code}`,
    type: 'SPEL',
    nom: `Service public de l’emploi local – ${territoire.nom}`,
    territoire: { code: territoire.code, maille: territoire.maille },
    copilotes,
    membres: membresDuSpel(copilotes, territoire.nom),
    creeeLe: '2016-07-01',
    dissouteLe: VEILLE_DES_COMITES,
    predecesseur: null,
    source: documente
      ? 'Lancement des 26 SPEL à Douai le 1er juillet 2016 : préfecture de région et Région Hauts-de-France, juillet 2016'
      : 'Démonstration : un SPEL par arrondissement, sur le modèle des Hauts-de-France',
    demonstration: true,
  };
}
