import { Bouton, Champ, Dialogue, GroupeRadio, Selection } from '@passerelle/portal-ui';
import type { DemandeJeton, Jeton } from '@passerelle/publication';
import { type ReactNode, useState } from 'react';
import { ErreurDActe } from '../actes/erreur-d-acte.js';
import { useActeDuRegistre } from '../actes/use-acte.js';
import { lireJetonCree } from '../registre/lire-jetons.js';
import { DUREES, type Duree, expiration } from './duree.js';
import { GENRES, GENRES_A_CREER, type GenreACreer } from './genres.js';
import { SecretDuJeton } from './secret-du-jeton.js';

const NOM_MIN = 2;
const NOM_MAX = 80;

/** Makes a token, then shows its secret, once. */
export function DialogueCreation({
  onFermer,
  surCreation,
}: {
  onFermer: () => void;
  surCreation: (jeton: Jeton) => void;
}): ReactNode {
  const acte = useActeDuRegistre(lireJetonCree);
  const [nom, setNom] = useState('');
  const [genre, setGenre] = useState<GenreACreer>('schema');
  const [duree, setDuree] = useState<Duree>('365');
  const [essaye, setEssaye] = useState(false);
  const nomManque = nom.trim().length < NOM_MIN;

  const creer = async (): Promise<void> => {
    setEssaye(true);
    if (nomManque || nom.length > NOM_MAX) return;
    const demande: DemandeJeton = {
      nom: nom.trim(),
      genre,
      expireLe: expiration(duree, new Date()),
    };
    const cree = await acte.faire('/v1/jetons', { methode: 'POST', corps: demande });
    if (cree !== null) surCreation(cree);
  };

  return (
    <Dialogue
      ouvert
      onFermer={onFermer}
      nature="alerte"
      titre={acte.resultat === null ? 'Créer un jeton' : `Jeton « ${acte.resultat.nom} » créé`}
      libelleFermer={acte.resultat === null ? 'Annuler' : 'J’ai gardé le secret'}
      actions={
        acte.resultat === null && (
          <Bouton variante="principal" enCours={acte.enCours} onPress={() => void creer()}>
            Créer le jeton
          </Bouton>
        )
      }
    >
      {acte.resultat !== null ? (
        <SecretDuJeton secret={acte.resultat.secret} />
      ) : (
        <>
          <Champ
            libelle="Nom"
            requis
            valeur={nom}
            onChange={setNom}
            longueurMax={NOM_MAX}
            autoComplete="off"
            aide="Où il servira : « intégration continue », « poste de l’équipe ». Il est écrit dans le journal : pas de nom de personne."
            erreur={essaye && nomManque ? 'Donnez-lui un nom d’au moins deux lettres.' : undefined}
          />
          <GroupeRadio<GenreACreer>
            libelle="Genre"
            valeur={genre}
            onChange={setGenre}
            options={GENRES_A_CREER.map((valeur) => ({
              valeur,
              libelle: GENRES[valeur].libelle,
              aide: GENRES[valeur].droit,
            }))}
          />
          <Selection<Duree> libelle="Durée" valeur={duree} onChange={setDuree} options={DUREES} />
          <ErreurDActe erreur={acte.erreur} />
        </>
      )}
    </Dialogue>
  );
}
