import { type Logger, pino } from 'pino';
import type { AnswerTrace } from '../http/graphql-endpoint.js';

export type Journal = Logger;

/** JSON lines on standard output. Identifiers only: never a name, an e-mail, a token, a variable. */
export function createJournal(niveau: string): Journal {
  return pino({ level: niveau, base: { service: 'gateway' } });
}

/** One line per GraphQL request. */
export function logAnswer(journal: Journal, trace: AnswerTrace): void {
  const { bug, dureeMs, ...rest } = trace;
  const line = { ...rest, dureeMs: Math.round(dureeMs * 10) / 10 };
  if (bug === undefined) journal.info(line, 'request');
  else journal.error({ ...line, err: bug }, 'request failed by a bug');
}
