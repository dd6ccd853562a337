import { empreinte as empreinteOf, type TexteProtocole } from '@passerelle/demo-data';
import type { Identite } from '@passerelle/identity';
import { type NatureAvenant, readPlainText } from '@passerelle/subgraph';
import { appliquer } from '../domain/appliquer.js';
import { type Refus, refus, VERSION_DEPASSEE } from '../domain/avenant.errors.js';
import type { OpenRegistre, Redaction } from '../domain/avenant.journal.js';
import type { Avenant, ErreurDeChamp, Modifications } from '../domain/avenant.js';

export interface DemandeOuverture {
  readonly nature: NatureAvenant;
  readonly objet: string;
}

export interface DemandeRedaction {
  readonly avenant: string;
  readonly objet: string;
  readonly source?: string | null | undefined;
  readonly modifications: Modifications;
  readonly versionAttendue?: number | null | undefined;
}

export interface Cible {
  readonly avenant: string;
  readonly versionAttendue?: number | null | undefined;
}

export type Issue =
  | { readonly ok: true; readonly id: string }
  | {
      readonly ok: false;
      readonly refus: Refus;
      /** The avenant as it is, when somebody else has written meanwhile. */
      readonly id?: string;
      /** Of a writing refused: all that is wrong with it. */
      readonly erreurs?: readonly ErreurDeChamp[];
    };

export interface Avenants {
  ouvrir(identite: Identite, demande: DemandeOuverture): Promise<Issue>;
  modifier(identite: Identite, demande: DemandeRedaction): Promise<Issue>;
  proposer(identite: Identite, cible: Cible): Promise<Issue>;
  abandonner(identite: Identite, cible: Cible): Promise<Issue>;
  publier(identite: Identite, cible: Cible): Promise<Issue>;
}

const MAX_OBJET = 300;
const MAX_SOURCE = 500;
const TROIS_MAISONS = ['ETAT', 'REGION', 'POLE_EMPLOI'] as const;

/**
 * The secretariat's acts on the avenants: drafted on the text in force, proposed to the three
 * houses, published only when the three have validated that very text.
 *
 * @param deps.jour - civil day on which a published text enters into force
 */
export function createAvenants(deps: {
  ouvrirRegistre: <Result>(
    identite: Identite,
    act: (registre: OpenRegistre) => Promise<Result>,
  ) => Promise<Result>;
  jour: () => string;
}): Avenants {
  /** An act on an avenant that still lives. */
  function agir(
    identite: Identite,
    { avenant: id, versionAttendue }: Cible,
    act: (avenant: Avenant, registre: OpenRegistre) => Promise<Refus | Ecriture | null>,
  ): Promise<Issue> {
    return deps.ouvrirRegistre(identite, async (registre) => {
      const avenant = await registre.parId(id);
      if (!avenant) return non(refus('AVENANT_INTROUVABLE'));
      if (avenant.etat === 'PUBLIE' || avenant.etat === 'ABANDONNE') {
        return non(refus('AVENANT_FERME'));
      }
      if (versionAttendue != null && versionAttendue !== avenant.version) {
        return { ok: false, refus: VERSION_DEPASSEE, id };
      }
      const why = await act(avenant, registre);
      if (why === null) return { ok: true, id };
      return 'erreurs' in why ? { ok: false, ...why } : non(why);
    });
  }

  return {
    ouvrir: (identite, { nature, objet: saisi }) =>
      deps.ouvrirRegistre(identite, async (registre): Promise<Issue> => {
        const objet = texteCourt(saisi, MAX_OBJET);
        if (objet === null) return non(refus('OBJET_INVALIDE'));
        if (await registre.enCours()) return non(refus('AVENANT_DEJA_OUVERT'));
        const base = await registre.enVigueur();
        if (!base) return non(refus('TEXTE_NON_CHARGE'));
        const numero = (await registre.dernierNumero()) + 1;
        const id = `${base.texte.protocole.id}:avenant-${numero}`;
        await registre.ouvrir(
          { id, numero, nature, versionDeBase: base.version },
          redaction(objet, null, base.texte),
        );
        return { ok: true, id };
      }),

    modifier: (identite, { objet: saisi, source: dite, modifications, ...cible }) =>
      agir(identite, cible, async (avenant, registre) => {
        const objet = texteCourt(saisi, MAX_OBJET);
        if (objet === null) return refus('OBJET_INVALIDE');
        const source = texteCourt(dite ?? '', MAX_SOURCE);
        if (avenant.nature === 'TRANSCRIPTION' && source === null) {
          return refus('SOURCE_MANQUANTE');
        }
        const base = await registre.enVigueur();
        if (!base) return refus('TEXTE_NON_CHARGE');
        const modifie = appliquer(base.texte, modifications, { nature: avenant.nature, source });
        if (!modifie.ok) return { refus: modifie.refus, erreurs: modifie.erreurs };
        await registre.rediger(avenant, redaction(objet, source, modifie.texte));
        return null;
      }),

    proposer: (identite, cible) =>
      agir(identite, cible, async (avenant, registre) => {
        const base = await registre.enVigueur();
        if (!base) return refus('TEXTE_NON_CHARGE');
        if (avenant.empreinte === empreinteOf(base.texte)) {
          return refus('AVENANT_SANS_CHANGEMENT');
        }
        // Proposed twice without a change: the houses already have it.
        if (avenant.etat === 'BROUILLON') await registre.proposer(avenant);
        return null;
      }),

    abandonner: (identite, cible) =>
      agir(identite, cible, async (avenant, registre) => {
        await registre.abandonner(avenant);
        return null;
      }),

    publier: (identite, cible) =>
      agir(identite, cible, async (avenant, registre) => {
        if (avenant.etat !== 'PROPOSE') return refus('NON_PROPOSE');
        const validations = await registre.validations(avenant);
        if (TROIS_MAISONS.some((maison) => !validations.has(maison))) {
          return refus('VALIDATIONS_MANQUANTES');
        }
        await registre.publier(avenant, deps.jour());
        return null;
      }),
  };
}

/** A writing refused, with the place of each reason. */
interface Ecriture {
  readonly refus: Refus;
  readonly erreurs: readonly ErreurDeChamp[];
}

function redaction(objet: string, source: string | null, texte: TexteProtocole): Redaction {
  return { objet, source, texte, empreinte: empreinteOf(texte) };
}

function texteCourt(saisi: string, max: number): string | null {
  const lu = readPlainText(saisi, max);
  return lu.ok && lu.texte !== '' ? lu.texte : null;
}

function non(why: Refus): Issue {
  return { ok: false, refus: why };
}
