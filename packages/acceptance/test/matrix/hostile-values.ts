import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

type Donnee = GraphQLArgument | GraphQLInputField;

/** Values by scalar; any other scalar is a text. */
type Valeurs = Readonly<Record<'Int' | 'Float' | 'Date' | 'DateTime' | 'texte', unknown>>;

const ORDINAIRES: Valeurs = {
  Int: 1,
  Float: 1,
  Date: '2024-01-15',
  DateTime: '2024-01-15T09:30:00Z',
  texte: 'essai',
};

/** What the types let through, and no house can keep or find. */
export const HOSTILES: Readonly<Record<string, Valeurs>> = {
  'hors de toute mesure': {
    Int: 2_147_483_647,
    Float: 1e308,
    Date: '9999-12-31',
    DateTime: '9999-12-31T23:59:59Z',
    texte: 'etat:fiche-99999999999999999999',
  },
  'qu’aucune base ne garde': {
    Int: -2_147_483_648,
    Float: -1e308,
    Date: '2023-02-30',
    DateTime: '0001-01-01T00:00:00Z',
    texte: 'a\u0000b',
  },
};

export interface Appel {
  /** « input.territoire.code »: where the hostile value is. */
  readonly lieu: string;
  readonly texte: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One call for each argument of `champ`, down to the last field of its inputs: the rest is ordinary. */
export function appelsHostiles(
  genre: 'query' | 'mutation',
  champ: GraphQLField<unknown, unknown>,
  hostiles: Valeurs,
): readonly Appel[] {
  // What is asked is not the matter, but what is answered to it.
  const selection = isObjectType(getNamedType(champ.type)) ? '{ __typename }' : '';
  return champ.args.flatMap((visee) => {
    const donnees = champ.args.filter((une) => une === visee || isRequiredArgument(une));
    const declarees = donnees.map(({ name, type }) => `$${name}: ${String(type)}`);
    const passees = donnees.map(({ name }) => `${name}: $${name}`);
    const texte = `${genre} (${declarees.join(', ')}) {
      ${champ.name}(${passees.join(', ')}) ${selection} }`;
    const autres = objet(donnees);
    return variantes(visee.type, hostiles).map(({ lieu, valeur }) => ({
      lieu: [champ.name, visee.name, ...lieu].join('.'),
      texte,
      variables: { ...autres, [visee.name]: valeur },
    }));
  });
}

interface Variante {
  readonly lieu: readonly string[];
  readonly valeur: unknown;
}

function variantes(type: GraphQLInputType, hostiles: Valeurs): readonly Variante[] {
  if (isNonNullType(type)) return variantes(type.ofType, hostiles);
  if (isListType(type)) {
    return variantes(type.ofType, hostiles).map(({ lieu, valeur }) => ({ lieu, valeur: [valeur] }));
  }
  if (isEnumType(type) || type.name === 'Boolean') return [];
  if (!isInputObjectType(type)) return [{ lieu: [], valeur: scalaire(type.name, hostiles) }];
  const champs = Object.values(type.getFields());
  const ordinaires = objet(champs.filter(isRequiredInputField));
  return champs.flatMap(({ name, type: sien }) =>
    variantes(sien, hostiles).map(({ lieu, valeur }) => ({
      lieu: [name, ...lieu],
      valeur: { ...ordinaires, [name]: valeur },
    })),
  );
}

function ordinaire(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return ordinaire(type.ofType);
  if (isListType(type)) return [ordinaire(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    return objet(Object.values(type.getFields()).filter(isRequiredInputField));
  }
  return type.name === 'Boolean' ? true : scalaire(type.name, ORDINAIRES);
}

const objet = (donnees: readonly Donnee[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(donnees.map(({ name, type }) => [name, ordinaire(type)]));

function scalaire(nom: string, valeurs: Valeurs): unknown {
  switch (nom) {
    case 'Int':
    case 'Float':
    case 'Date':
    case 'DateTime':
      return valeurs[nom];
    default:
      return valeurs.texte;
  }
}
