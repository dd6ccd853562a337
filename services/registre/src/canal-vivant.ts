import type { CarteDeResponsabilite } from '@passerelle/composition';
import type {
  Canal,
  Cible,
  ManifesteDeModule,
  ManifesteDesPartages,
  SousGraphePublie,
} from '@passerelle/publication';

/** A module's revision that some or all agents of a channel get. */
export interface ModuleVivant {
  readonly partenaire: string;
  readonly revision: number;
  readonly version: string;
  /** Null: everyone. Else a canary. */
  readonly cible: Cible | null;
  readonly manifeste: ManifesteDeModule;
  readonly documents: readonly { empreinte: string; texte: string }[];
  /** ISO instant. */
  readonly publieLe: string;
}

/** The ownership map in force, with what the checks need beside it. */
export interface CarteVivante {
  readonly revision: number;
  readonly carte: CarteDeResponsabilite;
  /** By partner: hosts that its subgraph may have. */
  readonly hotes: Readonly<Record<string, readonly string[]>>;
  readonly responsables: Readonly<Record<string, { titulaire: string; suppleant: string }>>;
}

/** What a channel serves: given to the checks, read in the transaction that would change it. */
export interface CanalVivant {
  readonly canal: Canal;
  /** Of the live publication; 0 when there is none. */
  readonly numero: number;
  readonly carte: CarteVivante;
  readonly sousGraphes: readonly SousGraphePublie[];
  /** Canaries first, for each partner; the shell is among them, as the module of `commun`. */
  readonly modules: readonly ModuleVivant[];
  readonly partages: {
    readonly revision: number;
    readonly manifeste: ManifesteDesPartages;
  } | null;
}
