export type { RegionListed } from './cog/compact-region.js';
export { listRegions, loadTerritoires } from './cog/load-territoires.js';
export { normaliserNom } from './cog/normaliser-nom.js';
export { RegionInconnue } from './cog/region.errors.js';
export type {
  Centre,
  Maille,
  ParentsTerritoire,
  Territoire,
  Territoires,
} from './cog/territoire.js';
export { type Naf, type NiveauNaf, NOMENCLATURE_NAF, naf } from './naf/naf.js';
export { SECTIONS_NAF, type SectionNaf } from './naf/sections-naf.js';
export { METIERS, type Metier, SOURCE_METIERS } from './rome/metiers.js';
export {
  type CodeSecteur,
  SECTEURS,
  type Secteur,
  secteurOfNaf,
  secteurOfRome,
} from './secteurs/secteurs.js';
export {
  isSiren,
  isSiret,
  type MotifSiretRefuse,
  parseSiret,
  type ResultatSiret,
} from './siret/parse-siret.js';
