import { useRef, useState } from 'react';
import { nouvelleCleIdempotence, useActe } from '../graphe/acte.js';
import type { ErreurLisible } from '../graphe/erreur-lisible.js';
import { signalerMouvement } from '../mouvements/mouvements.js';
import { annoncer } from '../navigation/page.js';
import type { MaisonContributrice, ResultatActeContribution, VersionLue } from './contribution.js';
import type { Saisie } from './saisie.js';

/** How an act ended: done, refused by the rules of the house, or not arrived. */
export type Issue =
  | { sorte: 'fait' }
  | { sorte: 'depassee' }
  | { sorte: 'refus'; message: string }
  | { sorte: 'erreur'; erreur: ErreurLisible };

const FAITS = {
  modifier: 'Brouillon enregistré.',
  valider: 'Contribution validée.',
  publier: 'Contribution publiée.',
  abandonner: 'Brouillon abandonné.',
} as const;

export interface ActesContribution {
  modifier: (saisie: Saisie, versionAttendue: number) => Promise<Issue>;
  valider: (version: VersionLue) => Promise<Issue>;
  publier: (version: VersionLue) => Promise<Issue>;
  abandonner: (version: VersionLue) => Promise<Issue>;
  /** An act is on its way: its button says so, and a second press is ignored. */
  enCours: boolean;
}

/** The four acts of a house on its contribution to one engagement. */
export function useActesContribution(maison: MaisonContributrice, code: string): ActesContribution {
  const modifier = useActe(maison.modifier);
  const valider = useActe(maison.valider);
  const publier = useActe(maison.publier);
  const abandonner = useActe(maison.abandonner);
  const [enCours, setEnCours] = useState(false);
  // The same act sent again after a cut counts once: its key lasts until it has an answer.
  const enAttente = useRef<{ empreinte: string; cle: string } | null>(null);

  const mener = async (
    nom: keyof typeof FAITS,
    demande: unknown,
    envoyer: (
      cle: string,
    ) => Promise<
      { ok: true; donnees: ResultatActeContribution } | { ok: false; erreur: ErreurLisible }
    >,
  ): Promise<Issue> => {
    const empreinte = JSON.stringify([nom, demande]);
    if (enAttente.current?.empreinte !== empreinte) {
      enAttente.current = { empreinte, cle: nouvelleCleIdempotence() };
    }
    setEnCours(true);
    const resultat = await envoyer(enAttente.current.cle);
    setEnCours(false);
    if (!resultat.ok) return { sorte: 'erreur', erreur: resultat.erreur };
    enAttente.current = null;
    const refus = resultat.donnees.acte?.refus;
    if (refus?.code === 'VERSION_DEPASSEE') return { sorte: 'depassee' };
    if (refus) return { sorte: 'refus', message: refus.message };
    signalerMouvement({
      nature: 'contribution',
      partenaire: maison.partenaire,
      engagement: code,
      etat: resultat.donnees.acte?.contribution?.etat ?? null,
    });
    annoncer(FAITS[nom]);
    return { sorte: 'fait' };
  };

  const acteSur =
    (nom: 'valider' | 'publier' | 'abandonner', acte: typeof valider) =>
    ({ version }: VersionLue): Promise<Issue> =>
      mener(nom, version, (cleIdempotence) =>
        acte.executer({ input: { engagement: code, versionAttendue: version, cleIdempotence } }),
      );

  return {
    enCours,
    modifier: (saisie, versionAttendue) =>
      mener('modifier', [saisie, versionAttendue], (cleIdempotence) =>
        modifier.executer({
          input: {
            engagement: code,
            avancement: saisie.avancement,
            meteo: saisie.meteo,
            commentaire: saisie.commentaire.trim() || null,
            preuve: saisie.preuve.trim() || null,
            visibilite: saisie.visibilite,
            versionAttendue,
            cleIdempotence,
          },
        }),
      ),
    valider: acteSur('valider', valider),
    publier: acteSur('publier', publier),
    abandonner: acteSur('abandonner', abandonner),
  };
}
