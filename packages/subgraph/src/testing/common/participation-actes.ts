import type { Identite } from '@passerelle/identity';
import { expect } from 'vitest';
import { unAgent, uneAutreMaison, unResponsable } from '../identities.js';
import type { GraphqlAnswer } from '../test-subgraph.js';
import type { CommonContext } from './context.js';

// Sessions and decisions of the demonstration, which the État keeps and the others take by their key.
/** To come: its agenda may still change. */
export const SEANCE = 'spel-596:2024-01-10';
export const DECISION = 'spel-596:2023-11-20:1';
export const EMPREINTE = 'a'.repeat(64);

/** What a house does about a session and its decisions, and what is read of it afterwards. */
export function participationActs({ partenaire, maison, subgraph }: CommonContext) {
  const { suffixe } = maison;
  const valide = partenaire !== 'pole-emploi';
  const responsable = unAgent(partenaire, unResponsable(partenaire).roles[0] ?? 'dpo', {
    territoire: partenaire === 'pole-emploi' ? { code: '59', maille: 'DEPARTEMENT' } : null,
  });
  const lecteur = unResponsable(uneAutreMaison(partenaire));

  const champ = `participation${suffixe}`;
  const PARTICIPATION = `points { id titre duree auteur } accordOrdreDuJour { titre empreinte auteur }
    ${valide ? 'validationReleve { empreinte }' : ''}`;
  const SUITE = 'version avancement texte auteur';

  async function act(
    identite: Identite,
    name: string,
    input: string,
    values: object,
    selection: string,
  ): Promise<GraphqlAnswer & { refus: string | null; resultat: Resultat }> {
    const nom = `${name}${suffixe}`;
    const answer = await subgraph().query(
      identite,
      `mutation ($input: ${input}!) { ${nom}(input: $input) { ${selection} refus { code message } } }`,
      { input: values },
    );
    const payload = answer.data?.[nom];
    return { ...answer, refus: payload?.refus?.code ?? null, resultat: payload };
  }
  const proposer = (identite: Identite, values: object) =>
    act(
      identite,
      'proposerPoint',
      `ProposerPoint${suffixe}Input`,
      { seance: SEANCE, titre: 'Apprentissage dans l’industrie', duree: 20, ...values },
      `participation { ${PARTICIPATION} }`,
    );
  const accorder = (identite: Identite, values: object = {}) =>
    act(
      identite,
      'accorderOrdreDuJour',
      `AccordSeance${suffixe}Input`,
      { seance: SEANCE, empreinte: EMPREINTE, ...values },
      `participation { ${PARTICIPATION} }`,
    );
  const suivre = (identite: Identite, values: object = {}) =>
    act(
      identite,
      'enregistrerSuite',
      `EnregistrerSuite${suffixe}Input`,
      { decision: DECISION, avancement: 'EN_COURS', texte: 'Deux ateliers tenus.', ...values },
      `decision { id suite { ${SUITE} } }`,
    );
  const valider = (identite: Identite, values: object = {}) =>
    act(
      identite,
      'validerDecision',
      `ValiderDecision${suffixe}Input`,
      { decision: DECISION, empreinte: EMPREINTE, ...values },
      'decision { id validation { titre empreinte auteur } }',
    );

  const retirer = async (identite: Identite, point: string, cle?: string) => {
    const { refus } = await act(
      identite,
      'retirerPoint',
      `RetirerPoint${suffixe}Input`,
      { seance: SEANCE, point, cleIdempotence: cle },
      `participation { ${PARTICIPATION} }`,
    );
    return refus;
  };

  async function lire(identite: Identite): Promise<Lecture> {
    const { data, errors } = await subgraph().query(
      identite,
      `query ($r: [_Any!]!) { _entities(representations: $r) {
         ... on Seance { ${champ} { ${PARTICIPATION} } }
         ... on Decision { suite${suffixe} { ${SUITE} historique(first: 2) {
           nodes { version } pageInfo { hasNextPage } } } } } }`,
      {
        r: [
          { __typename: 'Seance', id: SEANCE },
          { __typename: 'Decision', id: DECISION },
        ],
      },
    );
    expect(errors).toEqual([]);
    return {
      participation: data._entities[0]?.[champ] ?? null,
      suite: data._entities[1]?.[`suite${suffixe}`] ?? null,
    };
  }

  /** Acts of the house, newest first; read as the service itself, that alone sees them all. */
  async function actes(nature: string | null = null): Promise<readonly ActeLu[]> {
    const { database } = subgraph();
    const enSysteme = (valeur: string) =>
      database.sql(`SELECT set_config('passerelle.systeme', $1, false)`, [valeur]);
    await enSysteme('oui');
    try {
      return await database.sql<ActeLu>(
        `SELECT sujet, charge, auteur FROM acte
         WHERE partenaire = $1 AND ($2::text IS NULL OR nature = $2) ORDER BY numero DESC`,
        [partenaire, nature],
      );
    } finally {
      await enSysteme('');
    }
  }

  return {
    PARTICIPATION,
    accorder,
    act,
    actes,
    champ,
    lecteur,
    lire,
    proposer,
    responsable,
    retirer,
    suivre,
    valide,
    valider,
  };
}

interface ActeLu {
  sujet: string;
  charge: Record<string, unknown>;
  auteur: string;
}

interface Participation {
  points: { id: string; titre: string; duree: number | null; auteur: string }[];
  accordOrdreDuJour: { titre: string | null; empreinte: string; auteur: string } | null;
  validationReleve?: { empreinte: string } | null;
}

interface SuiteLue {
  version: number;
  avancement: string;
  texte: string | null;
  auteur: string;
  historique?: { nodes: { version: number }[] };
}

interface Resultat {
  participation?: Participation | null;
  decision?: {
    id: string;
    suite?: SuiteLue | null;
    validation?: { titre: string; empreinte: string } | null;
  } | null;
}

interface Lecture {
  participation: Participation | null;
  suite: SuiteLue | null;
}
