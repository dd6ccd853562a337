import { loadTerritoires, type Territoire } from '@passerelle/reference-data';
import type { InstanceDemonstration } from './instances-demonstration.js';
import { JOUR_DES_COMITES, type MembreInstance, operateur, unMembre } from './membre-instance.js';

const SOURCE =
  'Loi n° 2023-1196 du 18 décembre 2023 et décret n° 2024-560 du 18 juin 2024 ; jour d’installation (celui du décret) et composition de démonstration';

/**
 * The committees that follow the SPER and the SPEL, and those of the départements, which follow
 * nobody; each votes under the decree of 2024.
 *
 * @throws {RegionInconnue} when the COG has no such region
 * @source law 2023-1196 and decree 2024-560: three levels, two presidents, at most 29 members in
 *   the region, 27 in the département and 8 locally; seats and day of installation are demonstration
 */
export function comitesDemonstration(region: string): InstanceDemonstration[] {
  const { region: whole, departements, arrondissements } = loadTerritoires(region);
  const locaux = arrondissements.length > 0 ? arrondissements : departements;
  return [
    comite(
      'CORE',
      'core',
      `Comité régional pour l’emploi – ${whole.nom}`,
      whole,
      regional(whole),
      `sper-${whole.code}`,
    ),
    ...departements.map((one) =>
      comite(
        'CDE',
        'cde',
        `Comité départemental pour l’emploi – ${one.nom}`,
        one,
        departemental(one),
        null,
      ),
    ),
    ...locaux.map((one) =>
      comite(
        'CLE',
        'cle',
        `Comité local pour l’emploi – ${one.nom}`,
        one,
        local(one, whole),
        `spel-${one.code}`,
      ),
    ),
  ];
}

function comite(
  type: InstanceDemonstration['type'],
  prefixe: string,
  nom: string,
  { code, maille }: Territoire,
  membres: readonly MembreInstance[],
  predecesseur: string | null,
): InstanceDemonstration {
  return {
    id: `${prefixe}-${code}`,
    type,
    nom,
    territoire: { code, maille },
    copilotes: membres
      .filter(({ copilote }) => copilote)
      .map(({ fonction, organisation, partenaire }) => ({ fonction, organisation, partenaire })),
    membres,
    creeeLe: JOUR_DES_COMITES,
    dissouteLe: null,
    predecesseur,
    source: SOURCE,
    demonstration: true,
  };
}

const VOTE = { voix: true } as const;
const PRESIDENCE = { voix: true, copilote: true } as const;

function regional({ nom }: Territoire): MembreInstance[] {
  return [
    unMembre('Préfet de région', 'Préfecture de région', { ...PRESIDENCE, partenaire: 'etat' }),
    unMembre('Président du conseil régional', `Région ${nom}`, {
      ...PRESIDENCE,
      partenaire: 'region',
    }),
    unMembre('Recteur de région académique', 'Rectorat de région académique', {
      ...VOTE,
      partenaire: 'etat',
    }),
    ...operateur('Directeur régional', nom, true),
    unMembre(
      'Directeur régional de l’économie, de l’emploi, du travail et des solidarités',
      'DREETS',
      {
        ...VOTE,
        partenaire: 'etat',
      },
    ),
    unMembre('Vice-président chargé de l’emploi et de la formation', `Région ${nom}`, {
      ...VOTE,
      partenaire: 'region',
    }),
    unMembre('Représentant des conseils départementaux', 'Conseils départementaux', VOTE),
    unMembre('Représentant des organisations d’employeurs', 'Partenaires sociaux', VOTE),
    unMembre('Représentant des organisations de salariés', 'Partenaires sociaux', VOTE),
    unMembre('Représentant des missions locales', 'Missions locales'),
    unMembre('Représentant de Cap emploi', 'Cap emploi'),
  ];
}

function departemental({ nom }: Territoire): MembreInstance[] {
  return [
    unMembre(`Préfet ou préfète, ${nom}`, 'Préfecture', { ...PRESIDENCE, partenaire: 'etat' }),
    unMembre('Président du conseil départemental', `Département, ${nom}`, PRESIDENCE),
    unMembre('Conseiller régional ou conseillère régionale', 'Région', {
      ...VOTE,
      partenaire: 'region',
    }),
    ...operateur('Directeur territorial', nom, true),
    unMembre('Représentant des intercommunalités', 'Intercommunalités', VOTE),
    unMembre('Représentant des organisations d’employeurs', 'Partenaires sociaux', VOTE),
    unMembre('Représentant des organisations de salariés', 'Partenaires sociaux', VOTE),
    unMembre('Représentant des missions locales', 'Missions locales'),
  ];
}

function local({ nom }: Territoire, { nom: region }: Territoire): MembreInstance[] {
  return [
    unMembre(`Sous-préfet ou sous-préfète, ${nom}`, 'Préfecture de région', {
      ...PRESIDENCE,
      partenaire: 'etat',
    }),
    unMembre('Conseiller régional ou conseillère régionale', `Région ${region}`, {
      ...PRESIDENCE,
      partenaire: 'region',
    }),
    ...operateur('Directeur d’agence', nom, true),
    unMembre('Représentant des intercommunalités', 'Intercommunalités', VOTE),
    unMembre('Représentant des organisations d’employeurs', 'Partenaires sociaux', VOTE),
    unMembre('Représentant des organisations de salariés', 'Partenaires sociaux', VOTE),
    unMembre('Directeur de la mission locale', `Mission locale, ${nom}`),
    unMembre('Directeur de Cap emploi', 'Cap emploi'),
  ];
}
