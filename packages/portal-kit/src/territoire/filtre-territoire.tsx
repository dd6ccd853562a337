import { Bouton, RechercheAvecPropositions } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ChercherTerritoiresDocument, NomDuTerritoireDocument } from '../generated/graphql.js';
import { useLecture } from '../graphe/lecture.js';
import { type CleTerritoire, ecrireTerritoire, lireTerritoire, nomMaille } from './territoire.js';

export interface ProprietesFiltreTerritoire {
  valeur: CleTerritoire | null;
  onChange: (valeur: CleTerritoire | null) => void;
}

const PAUSE_MS = 200;

/** Chooses one territory among all, by its name; shows the chosen one with a way to remove it. */
export function FiltreTerritoire({ valeur, onChange }: ProprietesFiltreTerritoire): ReactNode {
  // Choosing removes the field, removing removes the button: focus goes to what takes their place.
  const [vientDAgir, setVientDAgir] = useState(false);
  const changer = (suivante: CleTerritoire | null): void => {
    setVientDAgir(true);
    onChange(suivante);
  };
  return valeur ? (
    <TerritoireChoisi valeur={valeur} prendFocus={vientDAgir} onRetirer={() => changer(null)} />
  ) : (
    <ChoixTerritoire prendFocus={vientDAgir} onChange={changer} />
  );
}

function TerritoireChoisi({
  valeur,
  prendFocus,
  onRetirer,
}: {
  valeur: CleTerritoire;
  prendFocus: boolean;
  onRetirer: () => void;
}): ReactNode {
  const { donnees } = useLecture(NomDuTerritoireDocument, valeur);
  const nom = donnees?.territoire?.nom ?? valeur.code;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (prendFocus) place.current?.querySelector('button')?.focus();
  }, [prendFocus]);
  return (
    <div ref={place} className="p-champ k-territoire">
      <span className="k-territoire__libelle">Territoire</span>
      <span className="k-territoire__choisi">
        <span>
          {nom} <span className="k-discret">({nomMaille(valeur.maille)})</span>
        </span>
        <Bouton
          variante="discret"
          onPress={onRetirer}
          aria-label={`Retirer le filtre de territoire ${nom}`}
        >
          Retirer
        </Bouton>
      </span>
    </div>
  );
}

function ChoixTerritoire({
  prendFocus,
  onChange,
}: {
  prendFocus: boolean;
  onChange: (valeur: CleTerritoire | null) => void;
}): ReactNode {
  const [texte, setTexte] = useState('');
  const [recherche, setRecherche] = useState('');
  const champ = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (prendFocus) champ.current?.focus();
  }, [prendFocus]);
  useEffect(() => {
    const pause = setTimeout(() => setRecherche(texte.trim()), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [texte]);
  const lecture = useLecture(
    ChercherTerritoiresDocument,
    { recherche },
    { pause: recherche.length < 2 },
  );
  const trouves = recherche.length < 2 ? [] : (lecture.donnees?.territoires?.nodes ?? []);
  return (
    <div className="p-champ k-territoire">
      <span className="k-territoire__libelle" aria-hidden="true">
        Territoire
      </span>
      <RechercheAvecPropositions
        ref={champ}
        libelle="Territoire"
        placeholder="Commune, EPCI, arrondissement…"
        valeur={texte}
        onChange={setTexte}
        enCours={lecture.enCours || recherche !== texte.trim()}
        rien={
          texte.trim().length < 2
            ? 'Tapez au moins deux lettres.'
            : lecture.erreur
              ? 'La recherche n’a pas abouti : réessayez dans un instant.'
              : 'Aucun territoire de ce nom dans la région.'
        }
        groupes={[
          {
            titre: 'Territoires',
            propositions: trouves.map((territoire) => ({
              cle: ecrireTerritoire(territoire),
              libelle: territoire.nom,
              detail: [
                nomMaille(territoire.maille),
                territoire.parents.find(({ maille }) => maille === 'DEPARTEMENT')?.nom,
              ]
                .filter(Boolean)
                .join(', '),
              href: '',
            })),
          },
        ]}
        onChoisir={({ cle }) => onChange(lireTerritoire(cle))}
      />
    </div>
  );
}
