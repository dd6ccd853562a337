import type { Partenaire } from '@passerelle/identity';
import { z } from 'zod';
import { MAISONS } from '../../vocabulaire/maison.js';
import type { Abonne } from '../domain/abonne.js';
import { jourEnMots } from '../domain/ecrire-lettre.js';
import type { LecteurDeBloc } from '../domain/lecteur.js';
import type { LigneDeLettre } from '../domain/lettre.js';
import { peut, territoireDe } from './peut.js';

const MAX_LIGNES = 8;

const reponse = z.object({
  decisions: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        numero: z.number(),
        texte: z.string(),
        echeance: z.string().nullable(),
        seance: z.object({ id: z.string(), instance: z.object({ nom: z.string() }) }),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean() }),
  }),
});

const NOEUDS = `nodes { id numero texte echeance seance { id instance { nom } } }
  pageInfo { hasNextPage }`;
const EN_RETARD = `query LettreDecisionsEnRetard(
  $responsable: Partenaire!, $le: Date!, $territoire: CleTerritoire) {
  decisions(responsable: $responsable, enRetardLe: $le, territoire: $territoire, first: ${MAX_LIGNES}) {
    ${NOEUDS} } }`;
const A_VALIDER = `query LettreDecisionsAValider($attend: TitreValidation!, $territoire: CleTerritoire) {
  decisions(attend: $attend, territoire: $territoire, first: ${MAX_LIGNES}) { ${NOEUDS} } }`;

/** Decisions that the agent's house had to carry out by now. */
export function decisionsEnRetard(maison: Partenaire): LecteurDeBloc {
  return {
    titre: 'Décisions de votre maison en retard',
    async lire({ abonne, jour, demander }) {
      if (!peut(abonne, maison, 'seance:participer')) return null;
      const responsable = MAISONS[maison].symbole;
      const lues = await demander(EN_RETARD, {
        responsable,
        le: jour,
        territoire: territoireDe(abonne),
      });
      return blocOf(lues, 'Aucune.', `/decisions?responsable=${enAdresse(responsable)}`);
    },
  };
}

/** Decisions that wait for the validation that the agent may give. */
export function decisionsAValider(maison: Partenaire): LecteurDeBloc {
  return {
    titre: 'Décisions à valider',
    async lire({ abonne, demander }) {
      const attend = titreDe(abonne, maison);
      if (attend === null) return null;
      const lues = await demander(A_VALIDER, { attend, territoire: territoireDe(abonne) });
      return blocOf(
        lues,
        'Aucune n’attend votre validation.',
        `/decisions?vue=en-attente&attend=${enAdresse(attend)}`,
      );
    },
  };
}

/** As the page of decisions writes its filters. */
function enAdresse(code: string): string {
  return code.toLowerCase().replace('_', '-');
}

function titreDe(abonne: Abonne, maison: Partenaire): 'ETAT' | 'REGION' | 'RECTEUR' | null {
  if (maison === 'etat' && peut(abonne, maison, 'decision:valider-recteur')) return 'RECTEUR';
  if (!peut(abonne, maison, 'decision:valider')) return null;
  return maison === 'etat' ? 'ETAT' : maison === 'region' ? 'REGION' : null;
}

function blocOf(lues: unknown, rien: string, chemin: string) {
  const { nodes, pageInfo } = reponse.parse(lues).decisions;
  return {
    lignes: nodes.map(
      ({ numero, texte, echeance, seance }): LigneDeLettre => ({
        texte,
        detail: [
          `${seance.instance.nom}, décision ${numero}`,
          ...(echeance === null ? [] : [`attendue le ${jourEnMots(echeance)}`]),
        ].join(', '),
        chemin: `/seances/${seance.id}#decision-${numero}`,
      }),
    ),
    rien: nodes.length === 0 ? rien : null,
    suite: pageInfo.hasNextPage ? { texte: 'Voir les suivantes', chemin } : null,
  };
}
