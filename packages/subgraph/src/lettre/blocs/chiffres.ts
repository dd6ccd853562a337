import { z } from 'zod';
import type { LecteurDeBloc } from '../domain/lecteur.js';
import type { LigneDeLettre } from '../domain/lettre.js';

const MAX_LIGNES = 8;

const valeurs = z
  .array(
    z.object({
      periode: z.string(),
      valeur: z.number().nullable(),
      masque: z.boolean(),
      variation: z.number().nullable(),
      dateValeur: z.string(),
      source: z.string(),
      indicateur: z.object({ libelle: z.string(), unite: z.string() }),
    }),
  )
  .nullish();
const reponse = z.object({
  territoire: z
    .object({ nom: z.string(), etat: valeurs, region: valeurs, poleEmploi: valeurs })
    .nullable(),
});

const CHAMPS = '{ periode valeur masque variation dateValeur source indicateur { libelle unite } }';
const DOCUMENT = `query LettreChiffres($code: ID!, $maille: Maille!, $le: Date!) {
  territoire(code: $code, maille: $maille) { nom
    etat: indicateursEtat(le: $le) ${CHAMPS}
    region: indicateursRegion(le: $le) ${CHAMPS}
    poleEmploi: indicateursPoleEmploi(le: $le) ${CHAMPS} } }`;

const NOMBRE = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
const ECART = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1, signDisplay: 'always' });

/** The figures of the agent's territory that changed; each with its source and its date. */
export const chiffresDuTerritoire: LecteurDeBloc = {
  titre: 'Les chiffres de votre territoire',
  async lire({ abonne, jour, demander }) {
    if (abonne.territoire === null) return null;
    const { code, maille } = abonne.territoire;
    const { territoire } = reponse.parse(await demander(DOCUMENT, { code, maille, le: jour }));
    if (territoire === null) throw new Error('the territory of an agent is unknown');
    const { nom, etat, region, poleEmploi } = territoire;
    const change = [...(etat ?? []), ...(region ?? []), ...(poleEmploi ?? [])].filter(
      ({ variation, masque }) => !masque && variation !== null && variation !== 0,
    );
    const chemin = `/territoires/${maille.toLowerCase()}/${encodeURIComponent(code)}`;
    return {
      lignes: change.slice(0, MAX_LIGNES).map(
        ({ indicateur, periode, valeur, variation, source, dateValeur }): LigneDeLettre => ({
          texte: `${indicateur.libelle}, ${periode} : ${NOMBRE.format(valeur ?? 0)} ${indicateur.unite} (${ECART.format(variation ?? 0)})`,
          detail: `${source}, valeur du ${dateValeur}`,
          chemin,
        }),
      ),
      rien: change.length === 0 ? `Aucun chiffre n’a changé : ${nom}.` : null,
      suite: { texte: `Tous les chiffres : ${nom}`, chemin },
    };
  },
};
