import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { requireRight } from '../../identity/guards.js';
import type { RequestContext } from '../../request/request-context.js';
import type { Territoire, TerritoireReader } from '../../territoires/index.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { Annulation, DemandeDAnnulation } from '../use-cases/annuler-import.js';
import type { DemandeDImport, Import } from '../use-cases/importer-mesures.js';
import { importTypes } from './import.types.js';

/** What one answer shows of a long list: enough to see what is wrong. */
const MONTRES = 100;

/** The import of a published file, with its preview. */
export function importMutation(
  deps: {
    readonly maison: Maison;
    readonly territoires: TerritoireReader;
    readonly importer: (
      identite: RequestContext['identite'],
      demande: DemandeDImport,
    ) => Promise<Import>;
    readonly annuler: (
      identite: RequestContext['identite'],
      demande: DemandeDAnnulation,
    ) => Promise<Annulation>;
  },
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): Function {
  const { maison, territoires, importer, annuler } = deps;
  const { partenaire, suffixe, complement } = maison;
  const types = importTypes(maison);

  @Resolver()
  class ImportMesuresMutation {
    @Mutation(() => types.payload, {
      name: `importerMesures${suffixe}`,
      nullable: true,
      description: `Lit un fichier CSV de valeurs d’un indicateur ${complement} ; par défaut, dit seulement ce qui changerait.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:indicateur:publier"]])`)
    async importer(
      @Ctx() context: RequestContext,
      @Arg('input', () => types.input, { description: 'Fichier et sa source.' })
      input: DemandeDImport,
    ): Promise<object> {
      requireRight(context, partenaire, 'indicateur:publier');
      const fait = await importer(context.identite, input);
      await context.reads.renew();
      return {
        ...fait,
        nombreErreurs: fait.erreurs.length,
        erreurs: fait.erreurs.slice(0, MONTRES),
        inconnus: fait.inconnus
          .slice(0, MONTRES)
          .map((inconnu) => ({ ...inconnu, lignes: inconnu.lignes.length })),
        changements: await Promise.all(
          fait.changements.slice(0, MONTRES).map(async ({ mesure, avant }) => ({
            maille: mesure.maille,
            code: mesure.territoire,
            nom: (await lieu(context, mesure))?.nom ?? mesure.territoire,
            periode: mesure.periode,
            dimension: mesure.dimension,
            modalite: mesure.modalite,
            avant,
            apres: mesure.valeur,
          })),
        ),
      };
    }

    @Mutation(() => types.annulation, {
      name: `annulerImportMesures${suffixe}`,
      nullable: true,
      description: `Rend aux cases d’un import les valeurs d’avant ; ce qu’il a fait masquer le reste.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:indicateur:publier"]])`)
    async annuler(
      @Ctx() context: RequestContext,
      @Arg('input', () => types.annulationInput, { description: 'Import à annuler.' })
      input: DemandeDAnnulation,
    ): Promise<Annulation> {
      requireRight(context, partenaire, 'indicateur:publier');
      const fait = await annuler(context.identite, input);
      await context.reads.renew();
      return fait;
    }
  }

  function lieu(
    { reads }: RequestContext,
    { maille, territoire }: Import['changements'][number]['mesure'],
  ): Promise<Territoire | null> {
    return reads.load(territoires.parCle, { maille, code: territoire });
  }

  return ImportMesuresMutation;
}
