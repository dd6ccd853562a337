import { CHANGEMENTS_DE_NOM, nomPartenaireLe } from '@passerelle/portal-ui';

/** Days worth looking at the portal from, oldest first: what changed names, bodies or the text. */
export const JOURS_REPERES: readonly { le: string; evenement: string }[] = [
  { le: '2023-06-08', evenement: 'signature du protocole' },
  ...CHANGEMENTS_DE_NOM.map(({ partenaire, le, nom }) => ({
    le,
    evenement: `${nomPartenaireLe(partenaire, null)} devient ${nom}`,
  })),
  { le: '2024-06-18', evenement: 'décret sur les comités pour l’emploi' },
];
