import type { TypeInstance } from '../generated/graphql.js';

export interface FiltresInstances {
  recherche: string;
  type: TypeInstance | null;
}

export const TYPES: readonly TypeInstance[] = ['SPER', 'SPEL', 'CORE', 'CDE', 'CLE'];

/** Said in full at first use: both are what staff call them. */
export const LIBELLES_TYPE: Readonly<Record<TypeInstance, string>> = {
  SPER: 'SPER, service public de l’emploi régional',
  SPEL: 'SPEL, service public de l’emploi local',
  CORE: 'CoRE, comité régional pour l’emploi',
  CDE: 'CDE, comité départemental pour l’emploi',
  CLE: 'CLE, comité local pour l’emploi',
};

export function lireFiltres(adresse: URLSearchParams): FiltresInstances {
  const type = adresse.get('type')?.toUpperCase();
  return {
    recherche: (adresse.get('q') ?? '').slice(0, 100),
    type: TYPES.find((connu) => connu === type) ?? null,
  };
}

export function ecrireFiltres({
  recherche,
  type,
}: FiltresInstances): Record<string, string | null> {
  return { q: recherche.trim() || null, type: type?.toLowerCase() ?? null };
}

const sansAccents = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[-’']/g, ' ')
    .toLowerCase();

/** The instances whose name or territory holds every word typed, accents and hyphens aside. */
export function filtrer<I extends { nom: string; territoire: { nom: string } }>(
  instances: readonly I[],
  recherche: string,
): readonly I[] {
  const mots = sansAccents(recherche).split(/\s+/).filter(Boolean);
  return instances.filter((instance) => {
    const texte = sansAccents(`${instance.nom} ${instance.territoire.nom}`);
    return mots.every((mot) => texte.includes(mot));
  });
}
