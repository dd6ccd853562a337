import type { AnyVariables, Client, OperationContext } from '@urql/core';
import { lireRegistre } from '../modules/registre.js';
import type { ModuleCompte } from '../sante/sante-des-modules.js';

/** Who asks, for the gateway's report of what is really used: never who the agent is. */
export function entetesDe(module: ModuleCompte | null): Record<string, string> {
  if (module) {
    return {
      'x-passerelle-client': `module-${module.partenaire}`,
      // What is tried on one machine must be told from what is published.
      'x-passerelle-version': module.revision > 0 ? String(module.revision) : 'locale',
    };
  }
  const coquille = typeof document === 'undefined' ? null : lireRegistre().publication?.coquille;
  return {
    'x-passerelle-client': 'portail',
    'x-passerelle-version': coquille ? String(coquille) : '-',
  };
}

const clients = new WeakMap<Client, Map<string, Client>>();

/** The same client, cache included, whose questions carry a module's name. */
export function clientDe(base: Client, module: ModuleCompte): Client {
  const cle = `${module.partenaire}:${module.revision}`;
  const connus = clients.get(base) ?? new Map<string, Client>();
  clients.set(base, connus);
  const connu = connus.get(cle);
  if (connu) return connu;
  const fetchOptions = { credentials: 'same-origin', headers: entetesDe(module) } as const;
  const contexte = (autre?: Partial<OperationContext>): Partial<OperationContext> => ({
    fetchOptions,
    ...autre,
  });
  const facade: Client = Object.create(base, {
    executeQuery: methode<Client['executeQuery']>((requete, options) =>
      base.executeQuery(requete, contexte(options)),
    ),
    executeMutation: methode<Client['executeMutation']>((requete, options) =>
      base.executeMutation(requete, contexte(options)),
    ),
    executeSubscription: methode<Client['executeSubscription']>((requete, options) =>
      base.executeSubscription(requete, contexte(options)),
    ),
    query: methode(
      (
        question: Parameters<Client['query']>[0],
        variables: AnyVariables,
        options?: Partial<OperationContext>,
      ) => base.query(question, variables, contexte(options)),
    ),
    mutation: methode(
      (
        question: Parameters<Client['mutation']>[0],
        variables: AnyVariables,
        options?: Partial<OperationContext>,
      ) => base.mutation(question, variables, contexte(options)),
    ),
  });
  connus.set(cle, facade);
  return facade;
}

function methode<M>(value: M): PropertyDescriptor {
  return { value };
}
