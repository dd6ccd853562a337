import type { Config } from './config.js';
import { formatSeconds } from './progress.js';
import type { CompteAvecMotDePasse, Secrets } from './secrets.js';

/** What a newcomer reads when all is ready: where to go, who to be, what to try. */
export function summary(config: Config, secrets: Secrets, durationMs: number): string {
  const adresse = config.adressePublique;
  const lines = [
    '',
    `Passerelle est prête en ${formatSeconds(durationMs)} : ${adresse}`,
    '',
    ...people(config, secrets),
    '',
    "À essayer d'abord :",
    `  1. Ouvrez ${adresse} et connectez-vous avec region.charge-de-mission.`,
    '  2. Protocole, engagement E07 : rédigez la contribution de la Région, validez-la, publiez-la.',
    '  3. Dans un autre navigateur, connectez-vous avec pole-emploi.conseiller : elle y paraît sans recharger.',
    '  4. Dans un autre terminal : npm run partenaire -- arreter region (puis demarrer region).',
    '',
    `Ces accès sont aussi dans ${config.dossier}/acces.json, les journaux dans ${config.dossier}/logs.`,
    'Arrêter : Ctrl-C. Repartir de zéro : npm start -- --reinitialiser.',
    '',
  ];
  return lines.join('\n');
}

function people(config: Config, secrets: Secrets): string[] {
  if (config.emetteurExterne !== null) {
    return [`Les agents se connectent chez ${config.emetteurExterne}.`];
  }
  return [
    'Comptes de démonstration (personnes et données fictives ; * : second facteur, simulé) :',
    ...table(secrets.comptes).map((line) => `  ${line}`),
  ];
}

function table(comptes: readonly CompteAvecMotDePasse[]): string[] {
  const rows = [
    ['identifiant', 'mot de passe', 'organisation', 'rôle'],
    ...comptes.map((compte) => [
      compte.identifiant,
      compte.motDePasse,
      compte.organisation,
      compte.amr.includes('mfa') ? `${compte.fonction} *` : compte.fonction,
    ]),
  ];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
