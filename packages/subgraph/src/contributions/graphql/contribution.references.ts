import type { ReferenceResolver } from '../../schema/build-federated-schema.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { ContributionReader } from '../domain/contribution.reader.js';
import { parseContributionId } from '../domain/contribution-id.js';

export function contributionReferences(
  { partenaire, suffixe }: Maison,
  reader: ContributionReader,
): Readonly<Record<string, ReferenceResolver>> {
  return {
    [`Contribution${suffixe}`]: ({ id }, { reads }) => {
      const cle = typeof id === 'string' ? parseContributionId(partenaire, id) : null;
      return cle ? reads.load(reader.parCle, cle) : null;
    },
  };
}
