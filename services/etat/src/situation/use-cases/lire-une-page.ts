import type { GrapheDeService } from '@passerelle/subgraph';
import { z } from 'zod';
import type { Etape, PageLue } from '../domain/travail.js';

const PUBLIEE = '{ versionPubliee { version avancement meteo commentaire modifieLe publieLe } }';
const ENGAGEMENTS = `query ArreteDeSituation {
  protocole {
    id intitule signeLe texteOfficiel source
    originalEtat { empreinte } originalRegion { empreinte } originalPoleEmploi { empreinte }
  }
  engagements {
    code libelle texteOfficiel pilote copilotes echeance
    enjeu { numero libelle }
    contributionEtat ${PUBLIEE}
    contributionRegion ${PUBLIEE}
    contributionPoleEmploi ${PUBLIEE}
  }
}`;

const VALEUR = `{ id periode valeur masque calculee dateValeur source
  indicateur { code libelle unite methode } }`;
const INDICATEURS = `query IndicateursDeLArrete($region: ID!, $le: Date!) {
  territoire(code: $region, maille: REGION) {
    code nom
    indicateursEtat(le: $le) ${VALEUR}
    indicateursRegion(le: $le) ${VALEUR}
    indicateursPoleEmploi(le: $le) ${VALEUR}
  }
}`;

const DECISIONS = `query DecisionsDeLArrete($after: String) {
  liste: decisions(first: 100, after: $after) {
    nodes { id texte responsable echeance statut avancement adopteeLe engagement { code } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** As last published: what a house is writing is not part of anything frozen. */
const fiches = (suffixe: string): string => `query FichesDeLArrete($after: String) {
  liste: fichesAction${suffixe}(le: "9999-12-31", first: 100, after: $after) {
    nodes {
      id version titre statut debut fin experimental issue publieLe engagement { code }
      territoires { code maille }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const LISTES = {
  DECISIONS: { partie: 'decisions', document: DECISIONS, maison: 'etat' },
  FICHES_ETAT: { partie: 'fiches', document: fiches('Etat'), maison: 'etat' },
  FICHES_REGION: { partie: 'fiches', document: fiches('Region'), maison: 'region' },
  FICHES_POLE_EMPLOI: { partie: 'fiches', document: fiches('PoleEmploi'), maison: 'pole-emploi' },
} as const;

const protocole = z.looseObject({ engagements: z.array(z.unknown()) });
const chiffres = z.object({
  territoire: z.looseObject({
    indicateursEtat: z.array(z.unknown()).nullable(),
    indicateursRegion: z.array(z.unknown()).nullable(),
    indicateursPoleEmploi: z.array(z.unknown()).nullable(),
  }),
});
const liste = z.object({
  liste: z.object({
    nodes: z.array(z.unknown()),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

/**
 * One page of what the houses have published, by the graph, in the État's own service's name.
 *
 * @returns null when the graph's answer cannot be read, though every house answered
 * @throws GrapheInjoignable
 */
export async function lireUnePage(
  graphe: GrapheDeService,
  { etape, apres, le, region }: { etape: Etape; apres: string | null; le: string; region: string },
  signal?: AbortSignal,
): Promise<PageLue | null> {
  const manquants = new Set<string>();
  const demander = async (document: string, variables: Readonly<Record<string, unknown>>) => {
    const { data, erreurs } = await graphe.demander(document, variables, signal);
    for (const { partenaire } of erreurs) if (partenaire) manquants.add(partenaire);
    return data;
  };
  const page = (lue: Omit<PageLue, 'manquants'>): PageLue => ({
    ...lue,
    manquants: [...manquants].sort(),
  });

  if (etape === 'ENGAGEMENTS') {
    const lu = protocole.safeParse(await demander(ENGAGEMENTS, {}));
    if (!lu.success) return null;
    const { data } = lu;
    return page({
      partie: 'protocole',
      contenu: data,
      elements: data.engagements.length,
      suite: null,
    });
  }
  if (etape === 'INDICATEURS') {
    const lu = chiffres.safeParse(await demander(INDICATEURS, { region, le }));
    if (!lu.success) return null;
    const { territoire } = lu.data;
    const { indicateursEtat, indicateursRegion, indicateursPoleEmploi } = territoire;
    const elements = [indicateursEtat, indicateursRegion, indicateursPoleEmploi].reduce(
      (total, lus) => total + (lus?.length ?? 0),
      0,
    );
    return page({ partie: 'indicateurs', contenu: territoire, elements, suite: null });
  }
  const { partie, document, maison } = LISTES[etape];
  const lue = liste.safeParse(await demander(document, { after: apres }));
  if (lue.success) {
    const { nodes, pageInfo } = lue.data.liste;
    const suite = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    return page({ partie, contenu: nodes, elements: nodes.length, suite });
  }
  // The house itself is away: the list is missing, and it is said which house's.
  return manquants.has(maison) ? page({ partie, contenu: [], elements: 0, suite: null }) : null;
}
