import { PublicationRefusee } from '@passerelle/publication';
import { ContenuRefuse } from './check-publication.js';

/** What the registry and the alarm are told of a refusal. */
export function wordsOf(error: unknown): { code: string; message: string } {
  if (error instanceof PublicationRefusee || error instanceof ContenuRefuse) {
    return { code: error.code, message: error.message };
  }
  return { code: 'ERREUR_INTERNE', message: 'La passerelle n’a pas su servir cette publication.' };
}

/** The number that a refused text claims, for whoever reads the alarm; nothing relies on it. */
export function announcedNumber(jws: string): number {
  try {
    const [, payload = ''] = jws.split('.');
    const json: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const numero: unknown =
      typeof json === 'object' && json !== null && 'numero' in json ? json.numero : 0;
    return Number.isSafeInteger(numero) && Number(numero) > 0 ? Number(numero) : 0;
  } catch {
    return 0;
  }
}
