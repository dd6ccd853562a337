import { COMMUN, editeurSchema, responsablesSchema } from '@passerelle/publication';
import { isTypeDefinitionNode, parse } from 'graphql';
import { z } from 'zod';

const nom = z.string().regex(/^[A-Za-z_]\w{0,200}$/, 'doit être un nom de type ou de champ');
const coordonnee = z
  .string()
  .regex(/^[A-Za-z_]\w{0,200}(\.[A-Za-z_]\w{0,200})?$/, 'doit être une coordonnée');
const suffixe = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9]{1,40}$/, 'doit être un mot sans accent qui commence par une majuscule');
/** A name, one or more levels below one, or an IPv4 address; a port may be required. */
const hote = z
  .string()
  .regex(
    /^(\*\.)?[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:\d{1,5})?$/i,
    'doit être un nom d’hôte, « *.exemple.fr » ou « hote:port »',
  );

const typeAttribue = z.strictObject({
  partenaire: editeurSchema,
  nature: z.enum(['OBJET', 'INTERFACE', 'UNION', 'ENUMERATION', 'ENTREE', 'SCALAIRE']),
  cles: z.array(z.string().max(300)).max(20),
  champsDeCle: z.record(nom, z.string().max(100)),
});

const carteSchema = z.strictObject({
  partenaires: z.record(editeurSchema, z.strictObject({ suffixe })),
  types: z.record(nom, typeAttribue),
  valeursPartagees: z.record(nom, z.string().min(1).max(20_000)),
  textesCommuns: z.record(coordonnee, editeurSchema),
  racines: z.record(
    z.string().regex(/^(Query|Mutation|Subscription)\.\w+$/, 'doit être un champ racine'),
    editeurSchema,
  ),
  accords: z
    .array(
      z.strictObject({
        nature: z.enum(['OVERRIDE', 'SHAREABLE', 'PROVIDES', 'REQUIRES']),
        coordonnee,
        beneficiaire: editeurSchema,
      }),
    )
    .max(1_000),
});

/** The whole map, as `GET /v1/carte` gives it, and as a request proposes it. */
export const propositionSchema = z
  .strictObject({
    carte: carteSchema,
    hotes: z.record(editeurSchema, z.array(hote).max(50)),
    responsables: z.record(editeurSchema, responsablesSchema),
    /** Read with the map, of no use in a proposal. */
    revision: z.number().int().optional(),
  })
  .superRefine((proposition, context) => {
    for (const message of incoherences(proposition)) context.addIssue({ code: 'custom', message });
  })
  .transform(({ carte, hotes, responsables }) => ({ carte, hotes, responsables }));

/** @see propositionSchema */
export type Proposition = z.infer<typeof propositionSchema>;

/** What is common to all goes by these names, in tokens and in bundles kept. */
const RESERVES = [COMMUN, 'coquille', 'partages'];

function* incoherences({
  carte,
  hotes,
  responsables,
}: {
  carte: z.infer<typeof carteSchema>;
  hotes: Record<string, readonly string[]>;
  responsables: Record<string, { titulaire: string; suppleant: string }>;
}): Generator<string> {
  const { partenaires, types, valeursPartagees, textesCommuns, racines, accords } = carte;
  const connus = new Set(Object.keys(partenaires));
  for (const reserve of RESERVES) {
    if (connus.has(reserve)) yield `« ${reserve} » ne peut pas être un partenaire`;
  }
  if (connus.size === 0) yield 'la carte n’a aucun partenaire';
  const suffixes = Object.values(partenaires).map((each) => each.suffixe);
  if (new Set(suffixes).size < suffixes.length) yield 'deux partenaires ont le même suffixe';
  const cites = [
    ...Object.values(types).map(({ partenaire }) => partenaire),
    ...Object.values(textesCommuns),
    ...Object.values(racines),
    ...accords.map(({ beneficiaire }) => beneficiaire),
    ...Object.keys(hotes),
    ...Object.keys(responsables),
  ];
  for (const cite of new Set(cites)) {
    if (!connus.has(cite)) yield `« ${cite} » n’est pas un partenaire de la carte`;
  }
  for (const [nomDeType, forme] of Object.entries(valeursPartagees)) {
    if (Object.hasOwn(types, nomDeType)) {
      yield `« ${nomDeType} » est à la fois à un partenaire et partagé`;
    }
    if (!estLaFormeDe(nomDeType, forme)) {
      yield `la forme de « ${nomDeType} » n’est pas sa définition`;
    }
  }
  for (const [partenaire, { titulaire, suppleant }] of Object.entries(responsables)) {
    if (titulaire === '' || suppleant === '' || titulaire === suppleant) {
      yield `« ${partenaire} » doit avoir un titulaire et un suppléant, deux personnes`;
    }
  }
}

function estLaFormeDe(nomDeType: string, forme: string): boolean {
  try {
    const { definitions } = parse(forme, { noLocation: true, maxTokens: 2_000 });
    const [seule, ...autres] = definitions;
    return (
      seule !== undefined &&
      autres.length === 0 &&
      isTypeDefinitionNode(seule) &&
      seule.name.value === nomDeType
    );
  } catch {
    return false;
  }
}
