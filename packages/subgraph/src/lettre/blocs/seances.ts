import { z } from 'zod';
import { jourEnMots } from '../domain/ecrire-lettre.js';
import type { LecteurDeBloc } from '../domain/lecteur.js';
import { joursApres, lundiDe } from '../domain/lundi.js';
import { territoireDe } from './peut.js';

const reponse = z.object({
  seances: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        jour: z.string(),
        lieu: z.string().nullable(),
        objet: z.string().nullable(),
        statut: z.string(),
        instance: z.object({ nom: z.string() }),
      }),
    ),
  }),
});

const DOCUMENT = `query LettreSeances($du: Date!, $au: Date!, $territoire: CleTerritoire) {
  seances(du: $du, au: $au, territoire: $territoire, first: 20) {
    nodes { id jour lieu objet statut instance { nom } } } }`;

/** The sessions of the week on the agent's territory, each with its dossier ready. */
export const seancesDeLaSemaine: LecteurDeBloc = {
  titre: 'Vos séances cette semaine',
  async lire({ abonne, jour, demander }) {
    const du = lundiDe(jour);
    const variables = { du, au: joursApres(du, 6), territoire: territoireDe(abonne) };
    const { seances } = reponse.parse(await demander(DOCUMENT, variables));
    const tenues = seances.nodes.filter(({ statut }) => statut !== 'ANNULEE');
    return {
      lignes: tenues.map(({ id, jour: le, lieu, objet, instance }) => ({
        texte: `${instance.nom}, ${jourEnMots(le)} : ouvrir le dossier`,
        detail: [lieu, objet].filter((mot) => mot !== null && mot !== '').join(', ') || null,
        chemin: `/seances/${id}/dossier`,
      })),
      rien: tenues.length === 0 ? 'Aucune séance sur votre territoire.' : null,
      suite: { texte: 'Toutes les séances', chemin: '/seances' },
    };
  },
};
