import type { SensVote } from '../../generated/graphql.js';

export interface QuorumLu {
  membres: number;
  presents: number;
  requis: number;
  atteint: boolean;
  exige: boolean;
}

/** What a count gives as it is being typed; `null` where a number is still missing or is none. */
export type IssueDuVote =
  | { sorte: 'incomplet' }
  | { sorte: 'trop'; voix: number }
  | { sorte: 'sans-voix' }
  | { sorte: 'egalite' }
  | { sorte: 'adoptee' | 'rejetee'; departagee: boolean };

export interface CompteSaisi {
  pour: number | null;
  contre: number | null;
  abstentions: number | null;
  voixRepresentantEtat: SensVote | null;
}

/** The same rule as its owner's, who decides: this only says beforehand what a count will give. */
export function issueDuVote(
  { pour, contre, abstentions, voixRepresentantEtat }: CompteSaisi,
  quorum: Pick<QuorumLu, 'presents'>,
): IssueDuVote {
  if (pour === null || contre === null || abstentions === null) return { sorte: 'incomplet' };
  const voix = pour + contre + abstentions;
  if (voix > quorum.presents) return { sorte: 'trop', voix };
  if (pour + contre === 0) return { sorte: 'sans-voix' };
  if (pour !== contre) return { sorte: pour > contre ? 'adoptee' : 'rejetee', departagee: false };
  if (voixRepresentantEtat === null) return { sorte: 'egalite' };
  return { sorte: voixRepresentantEtat === 'POUR' ? 'adoptee' : 'rejetee', departagee: true };
}

/** @returns null for anything that is not a whole number of votes */
export function lireVoix(saisi: string): number | null {
  return /^\d{1,3}$/.test(saisi.trim()) ? Number(saisi) : null;
}

export function direIssue(issue: IssueDuVote, { presents }: Pick<QuorumLu, 'presents'>): string {
  switch (issue.sorte) {
    case 'incomplet':
      return 'Comptez les voix pour, les voix contre et les abstentions.';
    case 'trop':
      return `${issue.voix} voix pour ${presents} votants présents : recomptez.`;
    case 'sans-voix':
      return 'Aucune voix n’est exprimée : une majorité se compte sans les abstentions.';
    case 'egalite':
      return 'Les voix sont à égalité : le représentant de l’État départage.';
    case 'adoptee':
      return issue.departagee
        ? 'À égalité, la voix prépondérante du représentant de l’État est pour : la décision est adoptée.'
        : 'Plus de voix pour que de voix contre : la décision est adoptée.';
    case 'rejetee':
      return issue.departagee
        ? 'À égalité, la voix prépondérante du représentant de l’État est contre : la décision est rejetée.'
        : 'Plus de voix contre que de voix pour : la décision est rejetée.';
  }
}

/** « 2 présents ayant voix sur 6 membres ; 3 requis, la moitié des membres ayant voix. » */
export function direQuorum({ membres, presents, requis, atteint, exige }: QuorumLu): string {
  const compte = `Quorum : ${presents} ${presents > 1 ? 'présents' : 'présent'} ayant voix sur ${membres}`;
  if (!exige) {
    return `${compte} ; seconde convocation, sans condition de quorum selon la règle de l’instance. ${
      atteint ? 'Elle peut voter.' : 'Personne ayant voix n’est là : elle ne peut pas voter.'
    }`;
  }
  return `${compte} ; ${requis} requis, la moitié des membres ayant voix. ${
    atteint ? 'Il est atteint.' : 'Il n’est pas atteint.'
  }`;
}

export const REGLE_DU_VOTE =
  'Règle : la moitié des membres ayant voix présents, puis la majorité des voix exprimées, abstentions à part ; à égalité, la voix du représentant de l’État départage (décret n° 2024-560).';
