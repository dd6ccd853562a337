import type { Identite } from '@passerelle/identity';
import { parseCourriel } from '../domain/parse-courriel.js';
import { parseFiltre } from '../domain/parse-filtre.js';
import { type CodeRefus, type Refus, refus } from '../domain/suivi.errors.js';
import { estSujet, type FiltreEnregistre, type Sujet } from '../domain/suivi.js';
import type { SuiviWriter } from '../domain/suivi.store.js';

export type Issue<Valeur = null> =
  | { readonly ok: true; readonly valeur: Valeur }
  | { readonly ok: false; readonly refus: Refus };

export interface SuiviActs {
  suivre(identite: Identite, sujet: Sujet): Promise<Issue>;
  nePlusSuivre(identite: Identite, sujet: Sujet): Promise<Issue>;
  reglerLettre(
    identite: Identite,
    reglage: { lettre: boolean; courriel?: string | null | undefined },
  ): Promise<Issue>;
  noterVisite(identite: Identite, nouvelle: boolean): Promise<Issue>;
  marquerLues(
    identite: Identite,
    lues: { ids?: readonly string[] | null | undefined; jusqua?: string | null | undefined },
  ): Promise<Issue>;
  enregistrerFiltre(
    identite: Identite,
    filtre: { page: string; nom: string; recherche: string },
  ): Promise<Issue<FiltreEnregistre>>;
  supprimerFiltre(identite: Identite, id: string): Promise<Issue>;
}

const FAIT: Issue = { ok: true, valeur: null };
const NUMERO = /^\d{1,18}$/;
const MAX_LUES = 100;

/**
 * What an agent may settle of their own following.
 *
 * @param deps.domaines - domains to which the house's letters may leave
 */
export function createSuiviActs(deps: {
  writer: SuiviWriter;
  domaines: readonly string[];
}): SuiviActs {
  const { writer, domaines } = deps;

  return {
    async suivre(identite, sujet) {
      if (!estSujet(sujet)) return non('CLE_SUIVIE_INVALIDE');
      return (await writer.suivre(identite, sujet)) ? FAIT : non('TROP_DE_SUIVIS');
    },

    async nePlusSuivre(identite, sujet) {
      if (!estSujet(sujet)) return non('CLE_SUIVIE_INVALIDE');
      await writer.nePlusSuivre(identite, sujet);
      return FAIT;
    },

    async reglerLettre(identite, { lettre, courriel }) {
      const lu = lireAdresse(courriel, domaines);
      if (!lu.ok) return lu;
      const fait = await writer.reglerLettre(identite, { lettre, courriel: lu.valeur });
      return fait ? FAIT : non('LETTRE_SANS_ADRESSE');
    },

    async noterVisite(identite, nouvelle) {
      await writer.noterVisite(identite, nouvelle);
      return FAIT;
    },

    async marquerLues(identite, { ids, jusqua }) {
      if (jusqua && NUMERO.test(jusqua)) await writer.marquerLues(identite, { jusqua });
      const connues = (ids ?? []).slice(0, MAX_LUES).filter((id) => NUMERO.test(id));
      if (connues.length > 0) await writer.marquerLues(identite, { ids: connues });
      return FAIT;
    },

    async enregistrerFiltre(identite, saisi) {
      const filtre = parseFiltre(saisi);
      if (filtre === null) return non('FILTRE_INVALIDE');
      const garde = await writer.enregistrerFiltre(identite, filtre);
      return garde === null ? non('TROP_DE_FILTRES') : { ok: true, valeur: garde };
    },

    async supprimerFiltre(identite, id) {
      if (NUMERO.test(id)) await writer.supprimerFiltre(identite, id);
      return FAIT;
    },
  };
}

/** @returns undefined to keep the address known, null to forget it */
function lireAdresse(
  courriel: string | null | undefined,
  domaines: readonly string[],
): Issue<string | null | undefined> {
  if (courriel === undefined || courriel === null) return { ok: true, valeur: undefined };
  if (courriel.trim() === '') return { ok: true, valeur: null };
  const lu = parseCourriel(courriel, domaines);
  return lu.ok ? { ok: true, valeur: lu.adresse } : non(lu.code);
}

function non(code: CodeRefus): { ok: false; refus: Refus } {
  return { ok: false, refus: refus(code) };
}
