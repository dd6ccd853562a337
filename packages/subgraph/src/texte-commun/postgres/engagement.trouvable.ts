import { normaliserNom } from '@passerelle/reference-data';
import type { Trouvable } from '../../trouvailles/index.js';

/** `7`, `e7` and `E07` are the same engagement. */
const NUMERO = /^E?0?(\d{1,2})$/;

/**
 * Engagements by their number or the words of their wording. A protocol has a few tens of them:
 * all are read, and compared as the names of the other rooms are.
 */
export const engagementTrouvable: Trouvable = {
  genre: 'ENGAGEMENT',
  async trouver(sql, { code, mots }, first) {
    const rows = await sql.query<{ code: string; libelle: string }>({
      name: 'trouver-engagement',
      text: `SELECT code, libelle FROM engagement_version
             WHERE version = (SELECT max(version) FROM texte_version) ORDER BY numero`,
      values: [],
    });
    const numero = NUMERO.exec(code)?.[1];
    const designe = rows.filter((row) => row.code === `E${numero?.padStart(2, '0')}`);
    const trouves =
      designe.length > 0
        ? designe
        : rows.filter(({ libelle }) => {
            const cle = ` ${normaliserNom(libelle)}`;
            return mots.some((variant) => variant.every((mot) => cle.includes(` ${mot}`)));
          });
    return trouves.slice(0, first).map((row) => ({
      titre: `${row.code} ${row.libelle}`,
      sousTitre: 'Engagement du protocole',
      chemin: `/protocole/${row.code}`,
    }));
  },
};
