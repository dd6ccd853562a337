import {
  type CarnetLu,
  ceQuiManque,
  client,
  type DocumentsDuSuivi,
  ExportsDeListe,
  formaterDate,
  lireListeEntiere,
  useReglage,
} from '@passerelle/portal-kit';
import { Bouton, Carte, EtatVide } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { GENRES, suivisEnTableau } from './suivi-en-tableau.js';

/** Everything that the reader follows, and the filters that they keep. */
export function CeQueJeSuis({
  documents,
  carnet,
}: {
  documents: DocumentsDuSuivi;
  carnet: CarnetLu;
}): ReactNode {
  const cesser = useReglage(documents.nePlusSuivre);
  const supprimer = useReglage(documents.supprimerFiltre);
  const { suivis, filtres } = carnet;
  return (
    <>
      <Carte titre="Ce que je suis">
        {suivis.nodes.length === 0 ? (
          <EtatVide titre="Vous ne suivez rien.">
            <p>
              Le bouton « Suivre » est sur chaque engagement, territoire, séance et fiche action.
            </p>
          </EtatVide>
        ) : (
          <ul className="p-liste">
            {suivis.nodes.map(({ genre, cle, chemin, depuis }) => (
              <li key={`${genre} ${cle}`}>
                <span>
                  <a href={chemin}>
                    {GENRES[genre]} {cle.replace(/^[A-Z_]+:/, '')}
                  </a>
                  <small>Depuis le {formaterDate(depuis)}.</small>
                </span>
                <Bouton
                  variante="discret"
                  aria-label={`Ne plus suivre ${GENRES[genre].toLocaleLowerCase('fr')} ${cle}`}
                  onPress={() =>
                    void cesser.regler({ sujet: { genre, cle } }, () => 'Vous ne le suivez plus.')
                  }
                >
                  Ne plus suivre
                </Bouton>
              </li>
            ))}
          </ul>
        )}
        {suivis.pageInfo.hasNextPage && <p className="p-pied">Les cent premiers sont montrés.</p>}
        {suivis.nodes.length > 0 && (
          <ExportsDeListe
            nom="ce que je suis"
            lire={async (suivi) => {
              const liste = await lireListeEntiere(
                client,
                documents.carnet,
                { after: null },
                (donnees) => donnees.suivi?.suivis,
                suivi,
              );
              const tableau = suivisEnTableau(liste.elements, location.origin);
              return { ...tableau, remarques: ceQuiManque(liste) };
            }}
          />
        )}
      </Carte>
      {filtres.length > 0 && (
        <Carte titre="Filtres gardés">
          <ul className="p-liste">
            {filtres.map(({ id, page, nom, recherche }) => (
              <li key={id}>
                <span>
                  <a href={`${page}?${recherche}`}>{nom}</a>
                  <small>{page}</small>
                </span>
                <Bouton
                  variante="discret"
                  aria-label={`Supprimer le filtre ${nom}`}
                  onPress={() => void supprimer.regler({ id }, () => `Filtre ${nom} supprimé.`)}
                >
                  Supprimer
                </Bouton>
              </li>
            ))}
          </ul>
        </Carte>
      )}
    </>
  );
}
