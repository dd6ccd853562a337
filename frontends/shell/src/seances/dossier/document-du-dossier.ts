import type { Bloc, DocumentTexte } from '@passerelle/portal-files';
import {
  formaterDate,
  nomPartenaire,
  partenaireDuGraphe,
  phrasesPartenaire,
} from '@passerelle/portal-kit';
import type { Partenaire } from '@passerelle/portal-ui';
import type { DecisionDuDossierFragment, DossierDeSeanceQuery } from '../../generated/graphql.js';
import { horaireDe } from '../heures.js';
import { AVANCEMENTS, nomDInstance, STATUTS_DECISION } from '../libelles.js';
import { type ChiffreDuDossier, type EngagementDuDossier, phraseDeDecision } from './dossier.js';

export interface ContenuDuDossier {
  seance: NonNullable<DossierDeSeanceQuery['seance']>;
  /** Civil date of what is said. */
  le: string;
  chiffres: readonly ChiffreDuDossier[];
  retards: readonly DecisionDuDossierFragment[];
  engagements: readonly EngagementDuDossier[];
  absents: readonly Partenaire[];
}

/** The dossier as a file: the same facts as on screen, each with its source and its date. */
export function documentDuDossier(contenu: ContenuDuDossier): DocumentTexte {
  const { seance, le, absents } = contenu;
  const { instance, jour, lieu } = seance;
  const horaire = horaireDe(seance.debut ?? null, seance.fin ?? null);
  return {
    titre: `Dossier : ${nomDInstance(instance)}`,
    soustitre: [
      `Séance du ${formaterDate(jour)}`,
      horaire,
      lieu ?? '',
      seance.demonstration ? 'données de démonstration' : '',
    ]
      .filter(Boolean)
      .join(', '),
    auteur: `Passerelle, pour l’État, la Région et ${nomPartenaire('pole-emploi')}`,
    blocs: [
      ...absents.map(
        (maison): Bloc => ({
          nature: 'paragraphe',
          texte: `${phrasesPartenaire(maison).sujet} ne répondait pas quand ce dossier a été établi : sa part y manque.`,
        }),
      ),
      ...ordreDuJour(contenu),
      ...chiffres(contenu),
      ...retards(contenu),
      ...engagements(contenu),
      ...precedente(contenu),
    ],
    pied: `${nomDInstance(instance)}, ${formaterDate(jour)}. Établi par Passerelle, état au ${formaterDate(le)}`,
  };
}

const titre = (texte: string): Bloc => ({ nature: 'titre', niveau: 1, texte });
const rien = (texte: string): Bloc => ({ nature: 'paragraphe', texte });

function ordreDuJour({ seance }: ContenuDuDossier): Bloc[] {
  const points = [...seance.points].sort((a, b) => a.rang - b.rang);
  return [
    titre('Ordre du jour'),
    points.length === 0
      ? rien('Aucun point n’est encore proposé.')
      : {
          nature: 'tableau',
          colonnes: ['Point', 'Proposé par', 'Durée'],
          lignes: points.map(({ titre: intitule, partenaire, duree, rang }) => [
            `${rang}. ${intitule}`,
            nomPartenaire(partenaireDuGraphe(partenaire)),
            duree ? `${duree} min` : '',
          ]),
        },
    {
      nature: 'paragraphe',
      discret: true,
      texte: seance.ordreDuJourArrete
        ? 'Ordre du jour arrêté par les copilotes.'
        : 'Projet : l’accord des copilotes manque encore.',
    },
  ];
}

function chiffres(contenu: ContenuDuDossier): Bloc[] {
  return [
    titre('Chiffres de l’arrondissement'),
    contenu.chiffres.length === 0
      ? rien('Aucun chiffre n’est communiqué pour ce territoire.')
      : {
          nature: 'tableau',
          colonnes: ['Chiffre', 'Valeur', 'Source, méthode et date'],
          lignes: contenu.chiffres.map((chiffre) => [
            chiffre.libelle,
            chiffre.valeur ?? 'non communiqué',
            `${nomPartenaire(chiffre.partenaire)}. ${chiffre.methode} Arrêté au ${formaterDate(chiffre.arreteLe)}.${chiffre.demonstration ? ' Valeur de démonstration.' : ''}`,
          ]),
        },
  ];
}

function retards(contenu: ContenuDuDossier): Bloc[] {
  return [
    titre('Décisions en retard'),
    contenu.retards.length === 0
      ? rien('Aucune.')
      : {
          nature: 'tableau',
          colonnes: ['Décision', 'Séance', 'Responsable et échéance', 'Avancement'],
          lignes: contenu.retards.map((decision) => [
            decision.texte,
            formaterDate(decision.seance.jour),
            phraseDeDecision(decision),
            decision.avancement ? AVANCEMENTS[decision.avancement] : 'rien n’est dit',
          ]),
        },
    {
      nature: 'paragraphe',
      discret: true,
      texte: `Source : État, au ${formaterDate(contenu.le)}.`,
    },
  ];
}

function engagements(contenu: ContenuDuDossier): Bloc[] {
  return [
    titre('Engagements qui concernent ce territoire'),
    contenu.engagements.length === 0
      ? rien('Aucune décision ouverte ni aucun point ne s’y rattache.')
      : {
          nature: 'tableau',
          colonnes: ['Engagement', 'Décisions ouvertes', 'Ce que chaque maison a publié'],
          lignes: contenu.engagements.map(({ code, libelle, decisions, enRetard, avancements }) => [
            `${code} ${libelle}`,
            `${decisions}${enRetard > 0 ? `, dont ${enRetard} en retard` : ''}`,
            avancements
              .map(({ partenaire, phrase }) => `${nomPartenaire(partenaire)} : ${phrase}`)
              .join('\n'),
          ]),
        },
  ];
}

function precedente({ seance: { precedente: avant } }: ContenuDuDossier): Bloc[] {
  if (!avant) return [titre('Séance précédente'), rien('Aucune séance n’a encore été tenue.')];
  return [
    titre(`Relevé de la séance du ${formaterDate(avant.jour)}`),
    ...(avant.releve
      ? avant.releve.texte
          .split(/\n+/)
          .filter((ligne) => ligne.trim() !== '')
          .map((ligne): Bloc => ({ nature: 'paragraphe', texte: ligne.trim() }))
      : [rien('Ce relevé n’est pas encore écrit.')]),
    {
      nature: 'paragraphe',
      discret: true,
      texte: avant.releve?.figeLe
        ? `Figé le ${formaterDate(avant.releve.figeLe)}.`
        : 'Ce relevé n’est pas figé.',
    },
    ...(avant.decisions.nodes.length > 0
      ? [
          {
            nature: 'tableau' as const,
            colonnes: ['Décision', 'Responsable et échéance', 'Où elle en est'],
            lignes: avant.decisions.nodes.map((decision) => [
              `${decision.numero}. ${decision.texte}`,
              phraseDeDecision(decision),
              `${STATUTS_DECISION[decision.statut]}${decision.avancement ? `, ${AVANCEMENTS[decision.avancement]}` : ''}${decision.enRetard ? ', en retard' : ''}`,
            ]),
          },
        ]
      : []),
  ];
}
