import type { ReferenceResolver } from '../../schema/build-federated-schema.js';
import { Maille } from '../../vocabulaire/codes.js';
import type { TerritoireReader } from '../domain/territoire.reader.js';

export function territoireReferences(
  reader: TerritoireReader,
): Readonly<Record<string, ReferenceResolver>> {
  return {
    Territoire: ({ code, maille }, { reads }) =>
      typeof code === 'string' && isMaille(maille)
        ? reads.load(reader.parCle, { code, maille })
        : null,
  };
}

function isMaille(value: unknown): value is Maille {
  return typeof value === 'string' && Object.hasOwn(Maille, value);
}
