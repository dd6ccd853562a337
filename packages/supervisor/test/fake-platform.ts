// `npm start` with fake services: same supervisor, same options, same environment.
// FAUX=region:sourd,gateway:tombe gives some of them a bad behaviour.
import { fileURLToPath } from 'node:url';
import { describeProcesses, type ProcessDefinition, runCommand } from '@passerelle/supervisor';

const script = fileURLToPath(new URL('./fake-service.ts', import.meta.url));
const behaviours = new Map(
  (process.env['FAUX'] ?? '').split(',').map((pair) => {
    const [nom = '', behaviour = ''] = pair.split(':');
    return [nom, behaviour];
  }),
);

function fake(definition: ProcessDefinition): ProcessDefinition {
  return {
    ...definition,
    script,
    env: {
      ...definition.env,
      FAUX_NOM: definition.nom,
      FAUX_PORT: String(definition.port),
      FAUX_COMPORTEMENT: behaviours.get(definition.nom) ?? '',
    },
  };
}

await runCommand({
  env: process.env,
  args: process.argv.slice(2),
  racine: process.env['FAUSSE_COPIE'] ?? '',
  describe: (config, demonstration, databaseUrl) => {
    const { identite, registre, partenaires, gateway } = describeProcesses(
      config,
      demonstration,
      databaseUrl,
    );
    return {
      identite: identite === null ? null : fake(identite),
      registre: fake(registre),
      partenaires: {
        etat: fake(partenaires.etat),
        region: fake(partenaires.region),
        'pole-emploi': fake(partenaires['pole-emploi']),
      },
      gateway: fake(gateway),
    };
  },
});
