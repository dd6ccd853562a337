import type { ChampUtilise, OperationVue } from '../registre/lire-usages.js';

/** Spreadsheets run what begins like a formula: an apostrophe keeps it a text. */
function cellule(valeur: string | number): string {
  if (typeof valeur === 'number') return String(valeur);
  const inerte = /^[=+\-@\t\r]/.test(valeur) ? `'${valeur}` : valeur;
  return /[";\r\n]/.test(inerte) ? `"${inerte.replaceAll('"', '""')}"` : inerte;
}

/** As French spreadsheets open it: semicolons, and the mark that says UTF-8. */
function enCsv(entetes: readonly string[], lignes: readonly (string | number)[][]): string {
  const texte = [entetes, ...lignes].map((ligne) => ligne.map(cellule).join(';')).join('\r\n');
  return `\uFEFF${texte}\r\n`;
}

/** One line per field and client. */
export function champsEnCsv(champs: readonly ChampUtilise[]): string {
  return enCsv(
    ['Coordonnée', 'Client', 'Version', 'Envois du champ', 'Dernière fois'],
    champs.flatMap(({ coordonnee, clients, nombre, derniereFoisLe }) =>
      clients.map(({ client, version }) => [coordonnee, client, version, nombre, derniereFoisLe]),
    ),
  );
}

export function operationsEnCsv(operations: readonly OperationVue[]): string {
  return enCsv(
    [
      'Opération',
      'Client',
      'Version',
      'Envois',
      'Première fois',
      'Dernière fois',
      'Empreinte',
      'Texte',
    ],
    operations.map((operation) => [
      operation.nom ?? 'sans nom',
      operation.client,
      operation.version,
      operation.nombre,
      operation.premiereFoisLe,
      operation.derniereFoisLe,
      operation.empreinte,
      operation.document,
    ]),
  );
}
