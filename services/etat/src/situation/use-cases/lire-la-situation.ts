import type { GrapheDeService } from '@passerelle/subgraph';

export interface SituationLue {
  readonly data: Readonly<Record<string, unknown>>;
  readonly manquants: readonly string[];
}

/** Pages of decisions that an arrêté may hold; more would be another document. */
const PAGES_MAX = 60;

const ENGAGEMENTS = `query ArreteDeSituation {
  protocole {
    id intitule signeLe texteOfficiel source
    originalEtat { empreinte } originalRegion { empreinte } originalPoleEmploi { empreinte }
  }
  engagements {
    code libelle texteOfficiel pilote copilotes echeance
    enjeu { numero libelle }
    contributionEtat { versionPubliee { version avancement meteo commentaire modifieLe publieLe } }
    contributionRegion { versionPubliee { version avancement meteo commentaire modifieLe publieLe } }
    contributionPoleEmploi {
      versionPubliee { version avancement meteo commentaire modifieLe publieLe }
    }
  }
}`;

const DECISIONS = `query DecisionsDeLArrete($after: String) {
  decisions(first: 100, after: $after) {
    nodes { id texte responsable echeance statut avancement adopteeLe engagement { code } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Everything that the three houses have published, read by the État's own service. */
export async function lireLaSituation(graphe: GrapheDeService): Promise<SituationLue | null> {
  const manquants = new Set<string>();
  const ask = async (document: string, variables: Readonly<Record<string, unknown>>) => {
    const { data, erreurs } = await graphe.demander(document, variables);
    for (const { partenaire } of erreurs) if (partenaire) manquants.add(partenaire);
    return isRecord(data) ? data : null;
  };
  const protocole = await ask(ENGAGEMENTS, {});
  if (protocole === null || protocole['engagements'] == null) return null;
  const decisions: unknown[] = [];
  let after: unknown = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const found = await ask(DECISIONS, { after });
    const list = found?.['decisions'];
    if (!isRecord(list) || !Array.isArray(list['nodes'])) return null;
    decisions.push(...list['nodes']);
    const info = list['pageInfo'];
    if (!isRecord(info) || info['hasNextPage'] !== true) break;
    after = info['endCursor'];
  }
  return { data: { ...protocole, decisions }, manquants: [...manquants].sort() };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
