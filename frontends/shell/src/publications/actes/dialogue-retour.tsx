import { formaterDateProche } from '@passerelle/portal-kit';
import { Bouton, Champ, Dialogue, GroupeRadio, Selection } from '@passerelle/portal-ui';
import type { Canal, DemandeRetour, ResultatPublication } from '@passerelle/publication';
import { type ReactNode, useState } from 'react';
import { Lecture } from '../commun/lecture.js';
import { adresse } from '../registre/adresse.js';
import { LIBELLES_CANAL } from '../registre/lire-canal.js';
import type { EtatDePartenaire } from '../registre/lire-etat.js';
import { lireJournal } from '../registre/lire-journal.js';
import { lireResultat } from '../registre/lire-rapport.js';
import { useRegistre } from '../registre/use-registre.js';
import { ApercuDuRetour } from './apercu-du-retour.js';
import { ErreurDActe } from './erreur-d-acte.js';
import { Issue } from './issue.js';
import { type GenreDeRetour, type RetourPossible, retoursPossibles } from './retours-possibles.js';
import { useActeDuRegistre } from './use-acte.js';

type Choix = 'tout' | GenreDeRetour;

const GENRES: Readonly<Record<Choix, readonly GenreDeRetour[]>> = {
  tout: ['schema', 'module'],
  schema: ['schema'],
  module: ['module'],
};

const MOTIF_MIN = 3;
const MOTIF_MAX = 500;

/** Puts back what the house published before: which one, what comes back, why. */
export function DialogueRetour({
  canal,
  etat,
  onFermer,
  surActe,
}: {
  canal: Canal;
  etat: EtatDePartenaire;
  onFermer: () => void;
  surActe: () => void;
}): ReactNode {
  const journal = useRegistre(
    adresse('/v1/journal', { canal, editeur: etat.partenaire, premiers: 100 }),
    lireJournal,
  );
  const acte = useActeDuRegistre(lireResultat);
  // What is on screen is what the reader decided on, even when the state is read again behind.
  const [depart] = useState(etat);
  const [choisi, setChoisi] = useState<string | null>(null);
  const [genre, setGenre] = useState<Choix>('tout');
  const [motif, setMotif] = useState('');
  const [essaye, setEssaye] = useState(false);

  const possibles = retoursPossibles(journal.donnees?.entrees ?? []);
  const vers = possibles.find(({ numero }) => String(numero) === choisi) ?? possibles[0] ?? null;
  const motifManque = motif.trim().length < MOTIF_MIN;
  const motifTropLong = motif.length > MOTIF_MAX;

  const revenir = async (malgreTout = false): Promise<void> => {
    setEssaye(true);
    if (vers === null || motifManque || motifTropLong) return;
    const demande: DemandeRetour = {
      canal,
      vers: vers.numero,
      genres: [...GENRES[genre]],
      motif: motif.trim(),
      editeur: depart.partenaire,
      ...(malgreTout ? { malgreTout } : {}),
    };
    const resultat = await acte.faire('/v1/retours', {
      methode: 'POST',
      corps: demande,
      refusEstReponse: true,
    });
    if (resultat?.publie) surActe();
  };

  return (
    <Dialogue
      ouvert
      onFermer={onFermer}
      nature="alerte"
      largeur="large"
      titre={`Revenir à une publication antérieure, canal ${LIBELLES_CANAL[canal].toLowerCase()}`}
      libelleFermer={acte.resultat === null ? 'Annuler' : 'Fermer'}
      actions={
        vers !== null &&
        (acte.resultat === null ? (
          <Bouton variante="danger" enCours={acte.enCours} onPress={() => void revenir()}>
            Revenir à la publication {vers.numero}
          </Bouton>
        ) : (
          seForce(acte.resultat) && (
            <Bouton variante="danger" enCours={acte.enCours} onPress={() => void revenir(true)}>
              Revenir malgré tout
            </Bouton>
          )
        ))
      }
    >
      {acte.resultat !== null ? (
        <Issue resultat={acte.resultat} fait="C’est revenu." surService={surActe} />
      ) : (
        <Lecture lecture={journal} libelle="Lecture de vos publications" lignes={5}>
          {() =>
            vers === null ? (
              <p>
                Votre maison n’a publié qu’une fois sur ce canal : il n’y a rien à quoi revenir.
              </p>
            ) : (
              <>
                <Selection
                  libelle="Revenir à la publication"
                  valeur={String(vers.numero)}
                  onChange={setChoisi}
                  options={possibles.map((possible) => ({
                    valeur: String(possible.numero),
                    libelle: nommer(possible),
                  }))}
                />
                <GroupeRadio<Choix>
                  libelle="Ce qui revient"
                  valeur={genre}
                  onChange={setGenre}
                  enLigne
                  options={[
                    { valeur: 'tout', libelle: 'Schéma et module' },
                    { valeur: 'schema', libelle: 'Schéma seul' },
                    { valeur: 'module', libelle: 'Module seul' },
                  ]}
                />
                <ApercuDuRetour
                  canal={canal}
                  numero={vers.numero}
                  present={depart}
                  genres={GENRES[genre]}
                />
                <Champ
                  libelle="Motif"
                  requis
                  multiligne
                  lignes={3}
                  valeur={motif}
                  onChange={setMotif}
                  longueurMax={MOTIF_MAX}
                  aide="Lu par les trois maisons dans le journal."
                  erreur={essaye && motifManque ? 'Dites pourquoi, en quelques mots.' : undefined}
                />
                <ErreurDActe erreur={acte.erreur} />
              </>
            )
          }
        </Lecture>
      )}
    </Dialogue>
  );
}

/** Only clients seen lately stand in the way: whoever knows that they break may go on. */
function seForce({ publie, rapport }: ResultatPublication): boolean {
  const refus = rapport.constats.filter(({ gravite }) => gravite === 'REFUS');
  return !publie && refus.length > 0 && refus.every(({ famille }) => famille === 'rupture');
}

function nommer({ numero, le, resume }: RetourPossible): string {
  return `${numero}, ${formaterDateProche(le)} : ${resume}`;
}
