/** The token is not ours, not for this audience, malformed or signed by an unknown key. */
export class JetonInvalide extends Error {
  readonly code = 'JETON_INVALIDE';

  constructor(options?: ErrorOptions) {
    super('Le jeton présenté n’est pas valide. Reconnectez-vous, puis recommencez.', options);
    this.name = 'JetonInvalide';
  }
}

/** The token was ours; its time has passed. */
export class JetonExpire extends Error {
  readonly code = 'JETON_EXPIRE';

  constructor(options?: ErrorOptions) {
    super('Le jeton présenté a expiré. Demandez-en un nouveau, puis recommencez.', options);
    this.name = 'JetonExpire';
  }
}
