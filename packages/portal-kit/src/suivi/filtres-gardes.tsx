import { Bouton, Champ, Dialogue } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { useLecture } from '../graphe/lecture.js';
import { naviguer, PARAMETRE_AU, useChemin } from '../navigation/chemin.js';
import { useAgent } from '../session/session.js';
import type { DocumentsDuSuivi, FiltreGarde } from './suivi.js';
import { useDocumentsDuSuivi, useReglage, useReglages } from './use-suivi.js';

/** The reader's saved filters of the list on this page, and the way to keep the present ones. */
export function FiltresGardes(): ReactNode {
  const documents = useDocumentsDuSuivi();
  return documents && <Filtres documents={documents} />;
}

function Filtres({ documents }: { documents: DocumentsDuSuivi }): ReactNode {
  const agent = useAgent();
  const { chemin, recherche } = useChemin();
  const partenaires = agent?.partenaire ? [agent.partenaire] : [];
  const lecture = useLecture(documents.filtres, { page: chemin }, { partenaires });
  const [ouvert, setOuvert] = useState(false);
  useReglages(lecture.relancer);

  const gardes = lecture.donnees?.suivi?.filtres;
  if (gardes === undefined) return null;
  const presents = sansLeJour(recherche);
  const dejaGarde = gardes.some((filtre) => filtre.recherche === presents);
  if (gardes.length === 0 && presents === '') return null;
  return (
    <section className="k-gardes" aria-label="Filtres gardés">
      {gardes.length > 0 && (
        <ul>
          {gardes.map((filtre) => (
            <FiltreGardeVu
              key={filtre.id}
              documents={documents}
              filtre={filtre}
              courant={filtre.recherche === presents}
            />
          ))}
        </ul>
      )}
      {presents !== '' && !dejaGarde && (
        <Bouton variante="discret" onPress={() => setOuvert(true)}>
          Garder ces filtres
        </Bouton>
      )}
      <Dialogue ouvert={ouvert} onFermer={() => setOuvert(false)} titre="Garder ces filtres">
        <GarderCesFiltres
          documents={documents}
          page={chemin}
          recherche={presents}
          onFait={() => setOuvert(false)}
        />
      </Dialogue>
    </section>
  );
}

/** Filters are kept without the day shown: they serve at any other. */
function sansLeJour(recherche: URLSearchParams): string {
  const filtres = new URLSearchParams(recherche);
  filtres.delete(PARAMETRE_AU);
  return filtres.toString();
}

function FiltreGardeVu({
  documents,
  filtre: { id, page, nom, recherche },
  courant,
}: {
  documents: DocumentsDuSuivi;
  filtre: FiltreGarde;
  courant: boolean;
}): ReactNode {
  const { regler, enCours } = useReglage(documents.supprimerFiltre);
  const adresse = `${page}?${recherche}`;
  return (
    <li>
      <a
        href={adresse}
        aria-current={courant ? 'true' : undefined}
        onClick={(evenement) => {
          if (evenement.metaKey || evenement.ctrlKey || evenement.shiftKey) return;
          evenement.preventDefault();
          naviguer(adresse);
        }}
      >
        {nom}
      </a>
      <Bouton
        variante="discret"
        enCours={enCours}
        aria-label={`Supprimer le filtre ${nom}`}
        onPress={() => void regler({ id }, () => `Filtre ${nom} supprimé.`)}
      >
        Supprimer
      </Bouton>
    </li>
  );
}

function GarderCesFiltres({
  documents,
  page,
  recherche,
  onFait,
}: {
  documents: DocumentsDuSuivi;
  page: string;
  recherche: string;
  onFait: () => void;
}): ReactNode {
  const { regler, enCours } = useReglage(documents.enregistrerFiltre);
  const [nom, setNom] = useState('');
  const [refus, setRefus] = useState<string | null>(null);
  const garder = async (): Promise<void> => {
    if (nom.trim() === '') return setRefus('Donnez un nom à ces filtres.');
    const message = await regler(
      { input: { page, nom: nom.trim(), recherche } },
      () => `Filtre ${nom.trim()} gardé.`,
    );
    setRefus(message);
    if (message === null) onFait();
  };
  return (
    <form
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void garder();
      }}
    >
      <Champ
        libelle="Nom"
        valeur={nom}
        onChange={setNom}
        requis
        longueurMax={80}
        aide="Le même nom remplace le filtre déjà gardé sur cette page."
        erreur={refus ?? undefined}
      />
      <div className="p-actions">
        <Bouton type="submit" variante="principal" enCours={enCours}>
          Garder
        </Bouton>
      </div>
    </form>
  );
}
