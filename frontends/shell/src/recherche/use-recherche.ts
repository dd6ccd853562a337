import { type Lecture, phrasesPartenaire, useLecture } from '@passerelle/portal-kit';
import { PARTENAIRES } from '@passerelle/portal-ui';
import {
  EngagementsCherchesDocument,
  RechercherPartoutDocument,
  type RechercherPartoutQuery,
  TerritoiresCherchesDocument,
} from '../generated/graphql.js';
import { cheminEngagement, cheminTerritoire } from '../route.js';
import { situer } from '../territoires/mailles.js';
import { chercherEngagements } from './chercher-engagements.js';
import { type GroupeDeTrouvailles, grouper, type Trouvaille, trouvaillesDe } from './groupes.js';

const LONGUEUR_MIN = 2;
const LONGUEUR_MAX = 100;
const ENGAGEMENTS_MIN = 6;

export interface RechercheLue {
  groupes: readonly GroupeDeTrouvailles[];
  enCours: boolean;
  /** Which houses' things are missing, in a sentence; null when all answered. */
  note: string | null;
  lecture: Lecture<RechercherPartoutQuery>;
}

/**
 * What the three houses find of a text. Engagements and territories are read apart: each house
 * holds them, so they are found even while the State is away.
 */
export function useRecherche(texte: string, first: number): RechercheLue {
  const cherche = texte.slice(0, LONGUEUR_MAX);
  const vide = cherche === '';
  const pause = cherche.length < LONGUEUR_MIN;
  const engagements = useLecture(EngagementsCherchesDocument, {}, { pause: vide });
  const territoires = useLecture(
    TerritoiresCherchesDocument,
    { recherche: cherche, first },
    { pause },
  );
  const lecture = useLecture(RechercherPartoutDocument, { texte: cherche, first }, { pause });

  const connues: Trouvaille[] = vide
    ? []
    : chercherEngagements(
        engagements.donnees?.engagements ?? [],
        cherche,
        Math.max(first, ENGAGEMENTS_MIN),
      ).map(({ code, libelle }) => ({
        genre: 'ENGAGEMENT',
        titre: `${code} ${libelle}`,
        sousTitre: null,
        chemin: cheminEngagement(code),
        partenaire: 'etat',
      }));
  const lieux: Trouvaille[] = pause
    ? []
    : (territoires.donnees?.territoires?.nodes ?? []).map((territoire) => ({
        genre: 'TERRITOIRE',
        titre: territoire.nom,
        sousTitre: situer(territoire),
        chemin: cheminTerritoire(territoire),
        partenaire: 'etat',
      }));
  const absentes = pause
    ? []
    : PARTENAIRES.filter(
        (partenaire) =>
          lecture.manquants.includes(partenaire) ||
          lecture.manques.some((manque) => manque.partenaire === partenaire),
      );
  return {
    groupes: grouper([...connues, ...lieux], pause ? [] : trouvaillesDe(lecture.donnees)),
    enCours: engagements.enCours || territoires.enCours || lecture.enCours,
    note:
      absentes.length === 0
        ? null
        : `${absentes.map((partenaire) => phrasesPartenaire(partenaire).sujet).join(', ')} ${
            absentes.length > 1 ? 'ne répondent pas' : 'ne répond pas'
          } : ce que ${absentes.length > 1 ? 'ces maisons tiennent' : 'cette maison tient'} n’est pas cherché.`,
    lecture,
  };
}
