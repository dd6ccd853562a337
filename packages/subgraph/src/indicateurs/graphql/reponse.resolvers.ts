import type { Identite, Partenaire } from '@passerelle/identity';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { requireRight } from '../../identity/guards.js';
import { type Connection, toConnection } from '../../pagination/connection.js';
import { PageArgs } from '../../pagination/connection.types.js';
import { createCursorCodec } from '../../pagination/cursor.js';
import { parsePage } from '../../pagination/page.js';
import type { RequestContext } from '../../request/request-context.js';
import { Partenaire as Symbole } from '../../vocabulaire/enums.js';
import { MAISONS, type Maison } from '../../vocabulaire/maison.js';
import type { Refus } from '../domain/indicateur.errors.js';
import type { ValeurPubliee } from '../domain/indicateur.js';
import type { IndicateurReader } from '../domain/indicateur.reader.js';
import type { CleDeProposition, PropositionRecue, ReponseDeLaMaison } from '../domain/reponse.js';
import type { ReponseReader } from '../domain/reponse.store.js';
import { parseValeurId } from '../domain/valeur-id.js';
import type { DemandeDeReponse } from '../use-cases/repondre-contre-proposition.js';
import { indicateurTypes } from './indicateur.types.js';
import { RepondreContrePropositionInput, reponseTypes } from './reponse.types.js';

/** What other houses propose beside this house's figures, and what it answers. */
export function reponseResolvers(
  deps: {
    maison: Maison;
    reader: ReponseReader;
    indicateurs: IndicateurReader;
    repondre: (identite: Identite, demande: DemandeDeReponse) => Promise<Refus | null>;
  },
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { maison, reader, indicateurs, repondre } = deps;
  const { partenaire, suffixe, complement } = maison;
  const types = reponseTypes(maison);

  @Resolver(() => types.recue)
  class PropositionsRecuesResolver {
    @Query(() => types.connection, {
      name: `contrePropositionsRecues${suffixe}`,
      nullable: true,
      description: `Ce que les autres maisons proposent à côté des chiffres ${complement}, le plus récent d’abord.`,
    })
    async recues(
      @Ctx() { reads }: RequestContext,
      @Arg('enAttente', () => Boolean, {
        nullable: true,
        defaultValue: true,
        description: 'Vrai pour celles qui attendent une réponse seulement.',
      })
      enAttente: boolean | null,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<PropositionRecue>> {
      const filtre = { enAttente: enAttente ?? true };
      const codec = createCursorCodec(
        `contre-propositions ${partenaire} ${String(filtre.enAttente)}`,
        ['string', 'string', 'string'],
      );
      const slice = await reader.recues(reads.sql, filtre, parsePage(asked, codec));
      return toConnection(slice, codec, ({ tri }) => tri);
    }

    @FieldResolver(() => ID, { description: 'Identifiant de la valeur, puis maison qui propose.' })
    id(@Root() { valeur, maison: proposante }: PropositionRecue): string {
      return `${valeur}:${proposante}`;
    }

    @FieldResolver(() => Symbole, { description: 'Maison qui propose.' })
    maison(@Root() { maison: proposante }: PropositionRecue): Symbole {
      return MAISONS[proposante].symbole;
    }

    @FieldResolver(() => indicateurTypes(maison).valeur, {
      nullable: true,
      description: 'Valeur officielle ; ce qui est proposé se lit à côté d’elle.',
    })
    async valeur(
      @Root() { valeur }: PropositionRecue,
      @Ctx() { reads }: RequestContext,
    ): Promise<ValeurPubliee | null> {
      const cle = parseValeurId(partenaire, valeur);
      return cle ? reads.load(indicateurs.valeur, cle) : null;
    }

    @FieldResolver(() => types.reponse, {
      nullable: true,
      description: 'Réponse de la maison ; absente tant qu’elle n’en a pas donné.',
    })
    reponse(
      @Root() { valeur, maison: proposante, version }: PropositionRecue,
      @Ctx() { reads }: RequestContext,
    ): Promise<ReponseDeLaMaison | null> {
      return reads.load(reader.parCle, { valeur, maison: proposante, version });
    }

    @Mutation(() => types.payload, {
      name: `repondreContreProposition${suffixe}`,
      nullable: true,
      description: `Répond, au nom de la maison ${complement}, à un autre chiffre que le sien.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:indicateur:publier"]])`)
    async repondre(
      @Ctx() context: RequestContext,
      @Arg('input', () => RepondreContrePropositionInput, { description: 'La réponse.' })
      { maison: symbole, ...input }: RepondreContrePropositionInput,
    ): Promise<{ contreProposition: PropositionRecue | null; refus: Refus | null }> {
      requireRight(context, partenaire, 'indicateur:publier');
      const demande = { ...input, maison: maisonDe(symbole) };
      const refus = await repondre(context.identite, demande);
      await context.reads.renew();
      return { contreProposition: await context.reads.load(reader.recue, demande), refus };
    }
  }

  const contributions = types.propositionsDesAutres.map(({ maison: autre, type }) => {
    @Resolver(() => type)
    class PropositionDUneAutreMaisonResolver {
      @FieldResolver(() => types.reponse, {
        name: `reponse${suffixe}`,
        nullable: true,
        description: `Ce que la maison ${complement} y répond, quand le chiffre est le sien.`,
      })
      async reponse(
        @Root() { id }: { id: string },
        @Ctx() { reads }: RequestContext,
      ): Promise<ReponseDeLaMaison | null> {
        const cle = parsePropositionId(partenaire, autre.partenaire, id);
        return cle ? reads.load(reader.parCle, cle) : null;
      }
    }
    return PropositionDUneAutreMaisonResolver;
  });

  return [PropositionsRecuesResolver, ...contributions];
}

/** @returns null for anything that is not a proposal beside one of this house's values */
function parsePropositionId(
  maison: Partenaire,
  proposante: Partenaire,
  id: string,
): CleDeProposition | null {
  const [, valeur = '', version = ''] = /^(.{1,120}):([1-9]\d{0,8})$/.exec(id) ?? [];
  return parseValeurId(maison, valeur) === null
    ? null
    : { valeur, maison: proposante, version: Number(version) };
}

function maisonDe(symbole: Symbole): Partenaire {
  const found = Object.values(MAISONS).find((maison) => maison.symbole === symbole);
  if (!found) throw new Error(`no house is ${symbole}`);
  return found.partenaire;
}
