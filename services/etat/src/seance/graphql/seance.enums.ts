import { registerEnumType } from 'type-graphql';
import { SensVote, StatutDecision, SujetDecision } from '../domain/decision.js';
import { ObjetVersionne, OrdreChronologique, StatutSeance } from '../domain/seance.js';

registerEnumType(StatutSeance, {
  name: 'StatutSeance',
  description: 'Où en est une séance.',
  valuesConfig: {
    PREVUE: { description: 'À venir : son ordre du jour se prépare.' },
    TENUE: { description: 'Tenue : les présences sont notées, le relevé s’écrit.' },
    CLOSE: { description: 'Close : le relevé est validé par les copilotes et figé.' },
    ANNULEE: { description: 'Annulée.' },
  },
});

registerEnumType(OrdreChronologique, {
  name: 'OrdreChronologique',
  description: 'Sens d’une liste par date.',
  valuesConfig: {
    ANCIENNES_D_ABORD: { description: 'De la plus ancienne à la plus récente.' },
    RECENTES_D_ABORD: { description: 'De la plus récente à la plus ancienne.' },
  },
});

registerEnumType(StatutDecision, {
  name: 'StatutDecision',
  description: 'Où en est une décision.',
  valuesConfig: {
    EN_ATTENTE: { description: 'Enregistrée : des validations, ou un vote, manquent.' },
    ADOPTEE: { description: 'Adoptée par les validations requises ou par un vote.' },
    REJETEE: { description: 'Rejetée par un vote.' },
    ANNULEE: { description: 'Annulée.' },
  },
});

registerEnumType(SujetDecision, {
  name: 'SujetDecision',
  description: 'Sujet d’une décision ; il dit quelles validations elle demande.',
  valuesConfig: {
    ORIENTATION: { description: 'Orientation : le recteur valide aussi.' },
    FORMATION_INITIALE: { description: 'Formation initiale : le recteur valide aussi.' },
    APPRENTISSAGE: { description: 'Apprentissage : le recteur valide aussi.' },
    FORMATION_CONTINUE: { description: 'Formation des demandeurs d’emploi et des salariés.' },
    ENTREPRISES: { description: 'Relation avec les entreprises et recrutement.' },
    MOBILITE: { description: 'Mobilité, garde d’enfants et autres freins.' },
    AUTRE: { description: 'Autre sujet.' },
  },
});

registerEnumType(SensVote, {
  name: 'SensVote',
  description: 'Sens d’une voix.',
  valuesConfig: { POUR: { description: 'Pour.' }, CONTRE: { description: 'Contre.' } },
});

registerEnumType(ObjetVersionne, {
  name: 'ObjetVersionne',
  description: 'Ce dont une version antérieure se rétablit.',
  valuesConfig: {
    SEANCE: { description: 'Une séance et ses présences.' },
    ORDRE_DU_JOUR: { description: 'L’ordre des points d’une séance à venir.' },
    RELEVE: { description: 'Un relevé.' },
    DECISION: { description: 'Une décision.' },
  },
});

export {
  ObjetVersionne,
  OrdreChronologique,
  SensVote,
  StatutDecision,
  StatutSeance,
  SujetDecision,
};
