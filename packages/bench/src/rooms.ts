import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);

/** Files of the product that are measured as they are: named here, imported nowhere. */
export const PRODUCT = {
  gateway: new URL('gateway/dist/standalone.js', root).href,
  protocolPage: fileURLToPath(new URL('frontends/shell/src/protocole/protocole.graphql', root)),
  schemaOf: (partenaire: string): string =>
    fileURLToPath(new URL(`services/${partenaire}/schema.graphql`, root)),
} as const;

/** Operations of our own. */
export const SCENARIOS = new URL('../scenarios/', import.meta.url);

/** The portal's front ends, whose pages are measured. */
export const FRONTENDS = fileURLToPath(new URL('frontends/', root));

/** What their houses ask alike. */
export const MODELES = fileURLToPath(new URL('packages/portal-kit/modeles/', root));
