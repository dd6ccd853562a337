import { type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { type Lieu, lieuOf } from '../lieu.js';
import type { InputValue } from './diff-inputs.js';
import { fitsLocation } from './fits-location.js';
import type { GraphChange } from './graph-change.js';
import type { OperationUses } from './operation-uses.js';

/** An operation meets a change. */
export interface Meeting {
  readonly lieu: Lieu;
  /** Written in the operation, or only within reach of a variable whose value nobody kept. */
  readonly certitude: 'CERTAINE' | 'POSSIBLE';
}

/** Where an operation really needs what the change takes away; null when it does not. */
export function meetingOf(
  change: GraphChange,
  uses: OperationUses,
  after: GraphQLSchema,
): Meeting | null {
  const { coordonnee } = change;
  const written = (key: string): Meeting | null => {
    const lieu = uses.written.get(key);
    return lieu ? { lieu, certitude: 'CERTAINE' } : null;
  };
  const possible = (key: string): Meeting | null => {
    const lieu = uses.possible.get(key);
    return lieu ? { lieu, certitude: 'POSSIBLE' } : null;
  };
  const parent = coordonnee.slice(0, Math.max(coordonnee.indexOf('.'), 0));
  switch (change.code) {
    case 'CHAMP_RETIRE':
    case 'CHAMP_TYPE_CHANGE':
    case 'CHAMP_DEVENU_NULLABLE':
    case 'ARGUMENT_RETIRE':
    case 'DIRECTIVE_RETIREE':
      return written(coordonnee);
    case 'TYPE_RETIRE':
    case 'TYPE_NATURE_CHANGEE':
    case 'CHAMP_ENTREE_RETIRE':
    case 'ENTREE_DEVENUE_EXCLUSIVE':
    case 'VALEUR_RETIREE':
      return written(coordonnee) ?? possible(coordonnee);
    case 'ARGUMENT_OBLIGATOIRE_AJOUTE':
      return written(calledOf(coordonnee));
    case 'CHAMP_ENTREE_OBLIGATOIRE_AJOUTE':
      return written(parent) ?? possible(parent);
    case 'ARGUMENT_DEVENU_OBLIGATOIRE':
    case 'ARGUMENT_TYPE_CHANGE':
      return refusedCall(coordonnee, uses, after);
    case 'CHAMP_ENTREE_DEVENU_OBLIGATOIRE':
    case 'CHAMP_ENTREE_TYPE_CHANGE':
      return refusedObject(coordonnee, parent, uses, after) ?? possible(parent);
    case 'MEMBRE_UNION_RETIRE':
    case 'INTERFACE_RETIREE':
      return (
        written(`${coordonnee} > ${change.avant}`) ?? written(`${change.avant} > ${coordonnee}`)
      );
    case 'DIRECTIVE_EMPLACEMENT_RETIRE':
      return written(`${coordonnee} > ${change.avant}`);
    case 'TYPE_AJOUTE':
    case 'CHAMP_AJOUTE':
    case 'CHAMP_TYPE_PRECISE':
    case 'CHAMP_DEVENU_NON_NUL':
    case 'ARGUMENT_AJOUTE':
    case 'ARGUMENT_TYPE_ELARGI':
    case 'ARGUMENT_DEFAUT_CHANGE':
    case 'CHAMP_ENTREE_AJOUTE':
    case 'CHAMP_ENTREE_TYPE_ELARGI':
    case 'CHAMP_ENTREE_DEFAUT_CHANGE':
    case 'ENTREE_PLUS_EXCLUSIVE':
    case 'VALEUR_AJOUTEE':
    case 'MEMBRE_UNION_AJOUTE':
    case 'INTERFACE_AJOUTEE':
    case 'SCALAIRE_SPECIFICATION_CHANGEE':
    case 'DIRECTIVE_AJOUTEE':
    case 'DIRECTIVE_EMPLACEMENT_AJOUTE':
    case 'DEPRECIATION_AJOUTEE':
    case 'DEPRECIATION_CHANGEE':
    case 'DATE_DE_RETRAIT_AVANCEE':
    case 'DEPRECIATION_RETIREE':
    case 'DESCRIPTION_CHANGEE':
    case 'OPERATION_INVALIDE':
      return null;
  }
}

/** `Query.formations(first:)` -> `Query.formations`. */
function calledOf(coordonnee: string): string {
  return coordonnee.slice(0, coordonnee.indexOf('('));
}

function refusedCall(
  coordonnee: string,
  uses: OperationUses,
  after: GraphQLSchema,
): Meeting | null {
  const called = calledOf(coordonnee);
  const name = coordonnee.slice(called.length + 1, -2);
  const location = argumentOf(after, called, name);
  if (location === undefined) return null;
  for (const call of uses.calls.get(called) ?? []) {
    const argument = call.args.get(name);
    const variables = { schema: after, definitions: uses.variables };
    if (!fitsLocation(argument?.value, location, variables)) {
      return { lieu: argument ? lieuOf(argument) : call.lieu, certitude: 'CERTAINE' };
    }
  }
  return null;
}

function refusedObject(
  coordonnee: string,
  parent: string,
  uses: OperationUses,
  after: GraphQLSchema,
): Meeting | null {
  const type = after.getType(parent);
  if (!isInputObjectType(type)) return null;
  const name = coordonnee.slice(parent.length + 1);
  const location = type.getFields()[name];
  if (location === undefined) return null;
  for (const object of uses.objects.get(parent) ?? []) {
    const field = object.fields.find((each) => each.name.value === name);
    const variables = { schema: after, definitions: uses.variables };
    if (!fitsLocation(field?.value, location, variables)) {
      return { lieu: lieuOf(field ?? object), certitude: 'CERTAINE' };
    }
  }
  return null;
}

function argumentOf(schema: GraphQLSchema, called: string, name: string): InputValue | undefined {
  if (called.startsWith('@')) {
    return schema.getDirective(called.slice(1))?.args.find((each) => each.name === name);
  }
  const [typeName = '', fieldName = ''] = called.split('.');
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  return type.getFields()[fieldName]?.args.find((each) => each.name === name);
}
