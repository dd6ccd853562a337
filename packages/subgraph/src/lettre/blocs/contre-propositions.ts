import { type Partenaire, sujetPartenaireLe } from '@passerelle/identity';
import { z } from 'zod';
import { MAISONS } from '../../vocabulaire/maison.js';
import type { LecteurDeBloc } from '../domain/lecteur.js';
import type { LigneDeLettre } from '../domain/lettre.js';
import { peut } from './peut.js';

const MAX_LIGNES = 8;

const reponse = z.object({
  recues: z.object({
    nodes: z.array(
      z.object({
        maison: z.enum(['ETAT', 'REGION', 'POLE_EMPLOI']),
        valeur: z
          .object({
            periode: z.string(),
            indicateur: z.object({ code: z.string(), libelle: z.string() }),
            territoire: z.object({ code: z.string(), maille: z.string(), nom: z.string() }),
          })
          .nullable(),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean() }),
  }),
});

const CODES = { ETAT: 'etat', REGION: 'region', POLE_EMPLOI: 'pole-emploi' } as const;

/** Other figures that other houses propose beside the house's own, which wait for its answer. */
export function contrePropositionsEnAttente(maison: Partenaire): LecteurDeBloc {
  const document = `query LettreContrePropositions {
    recues: contrePropositionsRecues${MAISONS[maison].suffixe}(first: ${MAX_LIGNES}) {
      nodes { maison valeur { periode indicateur { code libelle } territoire { code maille nom } } }
      pageInfo { hasNextPage } } }`;
  return {
    titre: 'Contre-propositions à vos chiffres',
    async lire({ abonne, jour, demander }) {
      if (!peut(abonne, maison, 'indicateur:publier')) return null;
      const { nodes, pageInfo } = reponse.parse(await demander(document, {})).recues;
      const lignes = nodes.flatMap(({ maison: proposante, valeur }): LigneDeLettre[] => {
        if (valeur === null) return [];
        const { indicateur, periode, territoire } = valeur;
        const lieu = `${territoire.maille.toLowerCase()}:${territoire.code}`;
        return [
          {
            texte: `${sujetPartenaireLe(CODES[proposante], jour)} propose un autre chiffre : ${indicateur.libelle}, ${periode}`,
            detail: territoire.nom,
            chemin: `/indicateurs/${maison}/${indicateur.code}?territoire=${lieu}#valeur-${periode}`,
          },
        ];
      });
      return {
        lignes,
        rien: lignes.length === 0 ? 'Aucune n’attend de réponse.' : null,
        suite: pageInfo.hasNextPage
          ? { texte: 'Voir les indicateurs', chemin: '/indicateurs' }
          : null,
      };
    },
  };
}
