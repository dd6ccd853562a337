import type { Identite } from '@passerelle/identity';
import { parseCleIdempotence } from '../../contributions/index.js';
import { type Refus, refus } from '../domain/indicateur.errors.js';
import type { IndicateurJournal } from '../domain/indicateur.journal.js';
import { auteurOf, empreinteDe } from './auteur.js';

export interface DemandeDAnnulation {
  readonly indicateur: string;
  /** As the import told it. */
  readonly lot: string;
  readonly cleIdempotence?: string | null | undefined;
}

export interface Annulation {
  readonly refus: Refus | null;
  readonly annule: boolean;
}

/**
 * Gives the cells of an import the values that they had before it. Nothing is removed: it is one
 * more set of values, and what the import hid stays hidden.
 */
export function createAnnulerImport(deps: {
  journal: IndicateurJournal;
}): (identite: Identite, demande: DemandeDAnnulation) => Promise<Annulation> {
  return async (identite, { indicateur, lot: id, ...demande }) => {
    const cleIdempotence = parseCleIdempotence(demande.cleIdempotence);
    const empreinteDemande = empreinteDe(['ANNULER', identite.sujet, indicateur, id]);
    return deps.journal.open(identite, { indicateur, cleIdempotence }, async (journal) => {
      const non = (code: Parameters<typeof refus>[0]): Annulation => ({
        refus: refus(code),
        annule: false,
      });
      const connu = cleIdempotence === null ? null : await journal.findByKey(cleIdempotence);
      if (connu) {
        return connu.empreinteDemande === empreinteDemande
          ? { refus: null, annule: true }
          : non('CLE_IDEMPOTENCE_REUTILISEE');
      }
      const lot = await journal.lot(id);
      if (lot === null) return non('IMPORT_INCONNU');
      if (lot.depasse) return non('IMPORT_DEPASSE');
      await journal.annuler(lot, {
        indicateur,
        auteur: auteurOf(identite),
        cleIdempotence,
        empreinteDemande,
        periodes: lot.periodes,
      });
      return { refus: null, annule: true };
    });
  };
}
