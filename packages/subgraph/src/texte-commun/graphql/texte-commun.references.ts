import type { ReferenceResolver } from '../../schema/build-federated-schema.js';
import { isInt32 } from '../../schema/int32.js';
import type { TexteCommunReader } from '../domain/texte-commun.reader.js';

export function texteCommunReferences(
  reader: TexteCommunReader,
): Readonly<Record<string, ReferenceResolver>> {
  return {
    Protocole: async ({ id }, { reads }) => {
      const protocole = await reader.protocole(reads.sql);
      return protocole?.id === id ? protocole : null;
    },
    Enjeu: ({ numero }, { reads }) =>
      isInt32(numero) ? reads.load(reader.enjeuParNumero, numero) : null,
    Engagement: ({ code }, { reads }) =>
      typeof code === 'string' ? reads.load(reader.engagementParCode, code) : null,
  };
}
