import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { requireContributionRight } from '../../identity/guards.js';
import type { RequestContext } from '../../request/request-context.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { Refus } from '../domain/contribution.errors.js';
import type { Contribution } from '../domain/contribution.js';
import type { ContributionReader } from '../domain/contribution.reader.js';
import type { ContributionImportReader } from '../domain/contribution-import.reader.js';
import type { ImportContributions } from '../domain/import.js';
import type {
  ContributionActsEnsemble,
  DemandeEnsemble,
  EngagementRefuse,
  IssueEnsemble,
} from '../use-cases/agir-ensemble.js';
import type { ContributionImports, DemandeImport, IssueImport } from '../use-cases/importer.js';
import { importTypes } from './import.types.js';

export interface ImportResolversDeps {
  readonly maison: Maison;
  readonly reader: ContributionReader;
  readonly imports: ContributionImports;
  readonly importReader: ContributionImportReader;
  readonly ensemble: ContributionActsEnsemble;
}

type ImportLu = Omit<ImportContributions, 'versions'> & { engagements: readonly string[] };

interface EnsemblePayload {
  contributions: readonly Contribution[];
  refuses: readonly EngagementRefuse[];
  refus: Refus | null;
}

/** A house's contributions moved together: from a spreadsheet, then validated and published. */
export function importResolvers(
  deps: ImportResolversDeps,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { maison, reader, imports, importReader, ensemble } = deps;
  const { partenaire, suffixe, complement } = maison;
  const types = importTypes(maison);

  async function lire({ reads }: RequestContext, id: string): Promise<ImportLu | null> {
    await reads.renew();
    return montrer(await reads.load(importReader.parId, id));
  }

  async function avancer(
    context: RequestContext,
    droit: 'valider' | 'publier',
    demande: DemandeEnsemble,
  ): Promise<EnsemblePayload> {
    requireContributionRight(context, partenaire, droit);
    const issue: IssueEnsemble = await ensemble[droit](context.identite, demande);
    if (issue.refus) return { contributions: [], refuses: issue.refuses, refus: issue.refus };
    await context.reads.renew();
    const lues = await Promise.all(
      issue.contributions.map((cle) => context.reads.load(reader.parCle, cle)),
    );
    return { contributions: lues.filter((lue) => lue !== null), refuses: [], refus: null };
  }

  @Resolver()
  class ImportResolver {
    @Query(() => types.importation, {
      name: `dernierImportContributions${suffixe}`,
      nullable: true,
      description: `Dernier import de contributions de la maison ${complement} ; ses agents seuls le voient.`,
    })
    async dernier(@Ctx() { reads }: RequestContext): Promise<ImportLu | null> {
      return montrer(await importReader.dernier(reads.sql));
    }

    @Mutation(() => types.payload, {
      name: `importerContributions${suffixe}`,
      nullable: true,
      description:
        'Écrit un brouillon par ligne qui change quelque chose : toutes les lignes, ou aucune.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:contribution:modifier"]])`)
    async importer(
      @Ctx() context: RequestContext,
      @Arg('input', () => types.importer, { description: 'Lignes du fichier.' })
      input: DemandeImport,
    ): Promise<Omit<IssueImport, 'importe'> & { importe: ImportLu | null }> {
      requireContributionRight(context, partenaire, 'modifier');
      const issue = await imports.importer(context.identite, input);
      return {
        ...issue,
        importe: issue.importe === null ? null : await lire(context, issue.importe),
      };
    }

    @Mutation(() => types.annulation, {
      name: `annulerImportContributions${suffixe}`,
      nullable: true,
      description:
        'Écarte les brouillons d’un import ; refusé si quelqu’un a travaillé dessus depuis.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:contribution:modifier"]])`)
    async annuler(
      @Ctx() context: RequestContext,
      @Arg('input', () => types.annuler, { description: 'Import à annuler.' })
      input: { import: string },
    ): Promise<{ importe: ImportLu | null; refus: Refus | null }> {
      requireContributionRight(context, partenaire, 'modifier');
      const issue = await imports.annuler(context.identite, input.import);
      return issue.ok
        ? { importe: await lire(context, issue.importe), refus: null }
        : { importe: null, refus: issue.refus };
    }

    @Mutation(() => types.ensemble, {
      name: `validerContributions${suffixe}`,
      nullable: true,
      description: 'Valide plusieurs brouillons : tous, ou aucun.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:contribution:valider"]])`)
    valider(
      @Ctx() context: RequestContext,
      @Arg('input', () => types.agir, { description: 'Contributions à valider.' })
      input: DemandeEnsemble,
    ): Promise<EnsemblePayload> {
      return avancer(context, 'valider', input);
    }

    @Mutation(() => types.ensemble, {
      name: `publierContributions${suffixe}`,
      nullable: true,
      description: 'Publie plusieurs versions validées : toutes, ou aucune.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:contribution:publier"]])`)
    publier(
      @Ctx() context: RequestContext,
      @Arg('input', () => types.agir, { description: 'Contributions à publier.' })
      input: DemandeEnsemble,
    ): Promise<EnsemblePayload> {
      return avancer(context, 'publier', input);
    }
  }

  return [ImportResolver];
}

function montrer(lu: ImportContributions | null): ImportLu | null {
  if (lu === null) return null;
  const { versions, ...reste } = lu;
  return { ...reste, engagements: versions.map(({ engagement }) => engagement) };
}
