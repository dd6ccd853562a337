import { diffGraphs, ownerOf } from '@passerelle/composition';
import type { Constat, Rapport, SousGraphePublie } from '@passerelle/publication';
import { buildSchema } from 'graphql';
import type { CanalVivant, ModuleVivant } from '../canal-vivant.js';
import type { VerificationDeps } from './deps.js';
import { apiVivante, composer } from './graphe-vivant.js';
import { constatDeModule } from './module/constat-de-module.js';
import { erreursDe } from './module/documents.js';
import { conflitsDeRoute } from './module/place-au-portail.js';
import { rapportDe } from './rapport.js';
import { constatsDAdresse } from './schema/adresses.js';
import { constatsDeComposition } from './schema/composition.js';
import { constatsDeResponsabilite } from './schema/responsabilite.js';
import { constatsDeRupture } from './schema/ruptures.js';

/** What would be served once something is put back, or given to everyone. */
export interface EtatVise {
  readonly editeur: string;
  readonly sousGraphes: readonly SousGraphePublie[];
  readonly modules: readonly ModuleVivant[];
  readonly partages: CanalVivant['partages'];
  /** Refused when a client seen lately would break; else that is only said. */
  readonly severe: boolean;
}

export type RapportDeRetour = Rapport & { readonly supergraphe: string | null };

/**
 * May the channel become this? What it holds was accepted once, beside other neighbours. Modules
 * must still be answered; other clients too when it is severe, else they are only warned of.
 */
export async function verifierRetour(
  deps: VerificationDeps,
  vivant: CanalVivant,
  apres: EtatVise,
): Promise<RapportDeRetour> {
  const depuis = performance.now();
  const { editeur, sousGraphes, modules, severe } = apres;
  const { carte, hotes } = vivant.carte;
  const changes = sousGraphes.filter((each) => !vivant.sousGraphes.some((v) => memes(v, each)));
  const composed = sousGraphes.length === 0 ? null : composer(sousGraphes);
  const avant = apiVivante(vivant.sousGraphes);
  const apiSdl = composed?.ok ? composed.apiSdl : '';
  const changements =
    avant === '' || apiSdl === '' ? [] : diffGraphs(avant, apiSdl, (c) => ownerOf(carte, c));
  const constats: Constat[] = [
    ...changes.flatMap((each) => [
      ...constatsDeResponsabilite(carte, sousGraphes, each),
      ...constatsDAdresse(hotes, each, deps.production),
    ]),
    ...(composed === null ? [] : constatsDeComposition(composed, editeur, null)),
    ...documentsRompus(modules, apiSdl),
    ...partagesManquants(apres),
    ...conflitsDeRoute(modules),
    ...(
      await constatsDeRupture(
        deps,
        // The documents of modules are judged above, whole.
        { canal: vivant.canal, modules: modules.map((each) => ({ ...each, documents: [] })) },
        { editeur, avant, apres: apiSdl, changements, document: null, severe },
      )
    ).map(avecLaSortieDUnRetour),
  ];
  const rapport = rapportDe('retour', editeur, vivant, depuis, { constats, changements });
  return {
    ...rapport,
    supergraphe: rapport.accepte && composed?.ok ? composed.supergraphSdl : null,
  };
}

/** A client's query is no reason to keep in service what is broken: whoever says so goes on. */
function avecLaSortieDUnRetour(constat: Constat): Constat {
  if (constat.gravite !== 'REFUS') return constat;
  const remede =
    'Revenez à une publication plus récente, ou attendez que ces clients s’en passent. S’il le faut, demandez ce retour malgré tout (« --malgre-tout », « Revenir malgré tout ») : le journal le dira, avec le motif.';
  return { ...constat, remede };
}

function memes(a: SousGraphePublie, b: SousGraphePublie): boolean {
  return a.partenaire === b.partenaire && a.revision === b.revision;
}

/** The modules that would be deployed, canaries included, must still be answered. */
function documentsRompus(modules: readonly ModuleVivant[], apiSdl: string): Constat[] {
  const avecDocuments = modules.filter(({ documents }) => documents.length > 0);
  if (apiSdl === '' || avecDocuments.length === 0) return [];
  const schema = buildSchema(apiSdl, { assumeValid: true });
  return avecDocuments.flatMap(({ partenaire, revision, documents }) =>
    documents.flatMap(({ empreinte, texte }): Constat[] => {
      const [erreur] = erreursDe(texte, schema);
      if (erreur === undefined) return [];
      const nom = /\b(?:query|mutation|subscription)\s+(\w+)/.exec(texte)?.[1] ?? empreinte;
      return [
        constatDeModule(
          'DOCUMENT_INVALIDE',
          `« ${nom} » du module de « ${partenaire} » (révision ${revision}) ne serait plus répondue : ${erreur.message}`,
          `Revenez aussi au module d’alors, ou attendez que « ${partenaire} » publie un module qui s’en passe.`,
          { accordDe: partenaire, coordonnee: `${partenaire} ${revision} ${nom}` },
        ),
      ];
    }),
  );
}

function partagesManquants({ modules, partages }: EtatVise): Constat[] {
  if (partages === null) return [];
  return modules.flatMap(({ partenaire, revision, manifeste }) =>
    manifeste.requires
      .filter((nom) => !Object.hasOwn(partages.manifeste.imports, nom))
      .map((nom) =>
        constatDeModule(
          'PARTAGE_MANQUANT',
          `Le module de « ${partenaire} » (révision ${revision}) a besoin de « ${nom} », qui ne serait pas partagé.`,
          'Revenez à une révision qui s’en passe, ou partagez-le de nouveau.',
          { accordDe: partenaire },
        ),
      ),
  );
}
