import type { CarteDeResponsabilite } from '@passerelle/composition';
import type {
  DocumentNode,
  EnumValueDefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  TypeDefinitionNode,
  TypeExtensionNode,
} from 'graphql';
import type { CodeDeRegle } from '../codes.js';

export type TypeNode = TypeDefinitionNode | TypeExtensionNode;
export type Membre = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

/** What each convention looks at: the candidate's own part of the graph. */
export interface Texte {
  readonly document: DocumentNode;
  /** Types that the partner defines as its own, roots included. */
  readonly types: readonly { readonly node: TypeNode; readonly nom: string }[];
  /** Fields, input fields and values that are the partner's, contributions included. */
  readonly membres: readonly {
    readonly type: string;
    readonly node: Membre;
    readonly coordonnee: string;
  }[];
  readonly carte: CarteDeResponsabilite;
  readonly aujourdhui: Date;
  /** Coordinates that the partner's live schema already has. */
  readonly connues: ReadonlySet<string>;
}

/** A finding before its gravity is known. */
export interface Ecart {
  readonly code: CodeDeRegle;
  readonly coordonnee: string;
  readonly node: Membre | TypeNode;
  readonly message: string;
  readonly remede: string;
  /**
   * Can't be put right later without breaking clients (a name, a type): refused while it is new.
   * What is live already stays, with a warning.
   */
  readonly irreversible: boolean;
}

export type Convention = (texte: Texte) => Ecart[];
