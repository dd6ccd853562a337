import {
  cheminIndicateur,
  direPeriode,
  ecrireTerritoire,
  formaterDate,
  partenaireDuGraphe,
  phrasesPartenaire,
} from '@passerelle/portal-kit';
import type { LundiQuery, TitreValidation } from '../generated/graphql.js';

/** Something that awaits the reader, and the page that opens it. */
export interface AttenteDuLundi {
  cle: string;
  texte: string;
  detail: string;
  chemin: string;
  /** Civil date for which it was due. */
  echeance: string | null;
}

export interface GroupeDAttentes {
  titre: string;
  attentes: AttenteDuLundi[];
  /** The list that holds the others. */
  suite: string | null;
}

type Decisions = LundiQuery['aValider'];
type Seance = NonNullable<LundiQuery['seances']>['nodes'][number];

/** What is shown of each kind: the rest is one press away. */
const MONTREES = 4;
const TOUTES: Readonly<Record<string, string>> = {
  'Ordres du jour à accorder': '/seances',
  'Évaluations attendues': '/fiches',
  'Contre-propositions à vos chiffres': '/indicateurs',
};

const enAdresse = (code: string): string => code.toLowerCase().replace('_', '-');

/** What awaits the reader's validation, agreement or follow-up, the most pressing kind first. */
export function attentesDuLundi(
  lundi: LundiQuery | undefined,
  pour: {
    accord: TitreValidation | null;
    attend: TitreValidation | null | undefined;
    responsable: string | null | undefined;
    le: string;
  },
): GroupeDAttentes[] {
  if (lundi === undefined) return [];
  const { accord, attend, responsable, le } = pour;
  const groupes: GroupeDAttentes[] = [
    groupeDeDecisions(
      'Décisions à valider',
      lundi.aValider,
      attend ? `/decisions?vue=en-attente&attend=${enAdresse(attend)}` : null,
    ),
    groupeDeDecisions(
      'Décisions de votre maison en retard',
      lundi.enRetard,
      responsable ? `/decisions?responsable=${enAdresse(responsable)}` : null,
    ),
    {
      titre: 'Ordres du jour à accorder',
      attentes: (lundi.seances?.nodes ?? [])
        .filter((seance) => accord !== null && attendAccord(seance, accord, le))
        .map(({ id, jour, instance, points }) => ({
          cle: id,
          texte: `${instance.nom}, ordre du jour de ${points.length} ${points.length > 1 ? 'points' : 'point'}`,
          detail: 'Votre maison n’a pas encore donné son accord.',
          chemin: `/seances/${id}`,
          echeance: jour,
        })),
      suite: null,
    },
    {
      titre: 'Évaluations attendues',
      attentes: fichesDe(lundi).map(({ id, titre, fin }) => ({
        cle: id,
        texte: titre,
        detail: 'Expérimentation finie, sans évaluation.',
        chemin: `/fiches/${id.replace(':', '/')}`,
        echeance: fin,
      })),
      suite: null,
    },
    {
      titre: 'Contre-propositions à vos chiffres',
      attentes: contrePropositionsDuLundi(lundi),
      suite: null,
    },
  ];
  return groupes
    .filter(({ attentes }) => attentes.length > 0)
    .map(({ titre, attentes, suite }) => ({
      titre,
      attentes: attentes.slice(0, MONTREES),
      suite: attentes.length > MONTREES ? (suite ?? TOUTES[titre] ?? null) : suite,
    }));
}

function attendAccord(
  { statut, jour, points, ordreDuJourArrete, accordsOrdreDuJour }: Seance,
  titre: TitreValidation,
  le: string,
): boolean {
  return (
    statut === 'PREVUE' &&
    jour >= le &&
    points.length > 0 &&
    !ordreDuJourArrete &&
    !accordsOrdreDuJour.some((accord) => accord.titre === titre)
  );
}

function groupeDeDecisions(
  titre: string,
  decisions: Decisions,
  suite: string | null,
): GroupeDAttentes {
  return {
    titre,
    attentes: (decisions?.nodes ?? []).map(({ id, numero, texte, echeance, seance }) => ({
      cle: id,
      texte,
      detail: `${seance.instance.nom}, décision ${numero}.`,
      chemin: `/seances/${seance.id}#decision-${numero}`,
      echeance,
    })),
    suite: decisions?.pageInfo.hasNextPage ? suite : null,
  };
}

function fichesDe(lundi: LundiQuery): readonly { id: string; titre: string; fin: string | null }[] {
  return [
    ...(lundi.fichesActionEtat?.nodes ?? []),
    ...(lundi.fichesActionRegion?.nodes ?? []),
    ...(lundi.fichesActionPoleEmploi?.nodes ?? []),
  ];
}

function contrePropositionsDuLundi(lundi: LundiQuery): AttenteDuLundi[] {
  const recues = [
    ['etat', lundi.contrePropositionsRecuesEtat],
    ['region', lundi.contrePropositionsRecuesRegion],
    ['pole-emploi', lundi.contrePropositionsRecuesPoleEmploi],
  ] as const;
  return recues.flatMap(([proprietaire, lues]) =>
    (lues?.nodes ?? []).flatMap(({ id, maison, faiteLe, valeur }) => {
      // The table may have been published anew without it: there is nothing left to answer about.
      if (!valeur) return [];
      const { indicateur, periode, territoire } = valeur;
      const adresse = `${cheminIndicateur(proprietaire, indicateur.code)}?territoire=${ecrireTerritoire(territoire)}`;
      return [
        {
          cle: id,
          texte: `${indicateur.libelle}, ${direPeriode(periode)}, ${territoire.nom}`,
          detail: `${phrasesPartenaire(partenaireDuGraphe(maison)).sujet} propose un autre chiffre depuis le ${formaterDate(faiteLe)}.`,
          chemin: `${adresse}#valeur-${periode}`,
          echeance: null,
        },
      ];
    }),
  );
}
