import { PARTENAIRES, type Partenaire } from '@passerelle/identity';
import { empreinteDuSchema } from '@passerelle/publication';
import { type Published, publishSchema } from './publisher.js';
import { changedSchemas } from './schemas.js';
import type { Stage } from './stage.js';

/** What a partner's team brings: a schema, and the service that serves it. */
export interface Deployment {
  readonly partenaire: Partenaire;
  readonly schema: string;
  readonly empreinte: string;
}

/** The partners in turn, as many deployments as asked, each different from all before. */
export function prepareDeployments(
  { schemas }: Pick<Stage, 'schemas'>,
  count: number,
): readonly Deployment[] {
  const turns = Array.from({ length: count }, (_, turn) => turn);
  const partnerOf = (turn: number): Partenaire =>
    PARTENAIRES[turn % PARTENAIRES.length] ?? 'region';
  const changed = new Map(
    PARTENAIRES.map((partenaire) => [
      partenaire,
      changedSchemas(
        partenaire,
        schemas[partenaire],
        turns.filter((turn) => partnerOf(turn) === partenaire).map((turn) => turn + 1),
      ),
    ]),
  );
  return turns.map((turn) => {
    const partenaire = partnerOf(turn);
    const schema = changed.get(partenaire)?.get(turn + 1) ?? schemas[partenaire];
    return { partenaire, schema, empreinte: empreinteDuSchema(schema) };
  });
}

/** The partner's service serves it from now on, then the partner publishes it. */
export async function deploy(
  { platform, partners, origines }: Stage,
  { partenaire, schema, empreinte }: Deployment,
): Promise<Published> {
  await partners.ask({ quoi: 'servir', partenaire, empreinte });
  const { registre, jetons } = platform;
  return publishSchema(registre, jetons, partenaire, schema, origines[partenaire]);
}
