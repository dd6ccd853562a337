/** How far the acts of another house are known here. */
export type EtatDuSuivi =
  | { readonly etat: 'A_JOUR'; readonly jusquAu: number }
  /** The house, the gateway or the identity provider is away: it will come back. */
  | { readonly etat: 'EN_ATTENTE'; readonly jusquAu: number; readonly raison: string }
  /** Someone has to look: an act that is refused, missing, or whose reaction fails here. */
  | { readonly etat: 'ARRETE'; readonly jusquAu: number; readonly raison: string };

/** For the health page: « à jour jusqu’au n° 12 ». */
export function direLeSuivi(suivi: EtatDuSuivi): string {
  switch (suivi.etat) {
    case 'A_JOUR':
      return `à jour jusqu’au n° ${suivi.jusquAu}`;
    case 'EN_ATTENTE':
      return `en attente après le n° ${suivi.jusquAu} : ${suivi.raison}`;
    case 'ARRETE':
      return `arrêté après le n° ${suivi.jusquAu} : ${suivi.raison}`;
  }
}

/** The stream of a house can't be followed further without somebody's help; nothing is skipped. */
export class SuiviArrete extends Error {
  /** @param raison - in French, without a full stop */
  constructor(
    readonly raison: string,
    options?: ErrorOptions,
  ) {
    super(raison, options);
    this.name = 'SuiviArrete';
  }
}
