import {
  annoncer,
  changerDeJour,
  DERNIER_JOUR,
  estUnJourMontrable,
  formaterDate,
  lireRegistre,
  PREMIER_JOUR,
  useJourDuPortail,
} from '@passerelle/portal-kit';
import { Bouton, Champ, Dialogue } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { JOURS_REPERES } from './jours-reperes.js';

/** « Portail au 15 décembre 2023 · changer »: the day shown, and how to see another. */
export function ChoixDuJour(): ReactNode {
  const { le, present, estPresent } = useJourDuPortail();
  const [ouvert, setOuvert] = useState(false);
  const choisir = (jour: string): void => {
    setOuvert(false);
    changerDeJour(jour === present ? null : jour);
    annoncer(`Portail au ${formaterDate(jour)}`);
  };
  return (
    <div className="s-jour">
      <Bouton variante="discret" onPress={() => setOuvert(true)}>
        <span>
          Portail au {formaterDate(le)} <span aria-hidden="true">·</span>{' '}
          <span className="s-jour__changer">changer</span>
        </span>
      </Bouton>
      <Dialogue
        ouvert={ouvert}
        onFermer={() => setOuvert(false)}
        titre="À quelle date montrer le portail ?"
        libelleFermer="Garder cette date"
      >
        <Formulaire depart={le} onChoix={choisir} />
        <ul className="s-jour__reperes" aria-label="Dates repères">
          {JOURS_REPERES.map(({ le: jour, evenement }) => (
            <li key={jour}>
              <Bouton variante="discret" onPress={() => choisir(jour)}>
                {formaterDate(jour)} : {evenement}
              </Bouton>
            </li>
          ))}
        </ul>
        {!estPresent && (
          <Bouton onPress={() => choisir(present)}>Revenir au {formaterDate(present)}</Bouton>
        )}
      </Dialogue>
    </div>
  );
}

function Formulaire({
  depart,
  onChoix,
}: {
  depart: string;
  onChoix: (jour: string) => void;
}): ReactNode {
  const [jour, setJour] = useState(depart);
  const [essaye, setEssaye] = useState(false);
  const { demonstration, dateDonnees } = lireRegistre();
  const valable = estUnJourMontrable(jour);
  return (
    <form
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        setEssaye(true);
        if (valable) onChoix(jour);
      }}
    >
      <p>
        Les noms, les fonctions et les instances deviennent ceux de ce jour. L’adresse de la page
        garde la date : le lien se partage. Aucun acte n’est possible à une autre date que le
        présent
        {demonstration &&
          dateDonnees !== null &&
          `, qui est le ${formaterDate(dateDonnees)} dans la démonstration`}
        .
      </p>
      <Champ
        libelle="Date"
        type="date"
        valeur={jour}
        onChange={setJour}
        requis
        erreur={
          essaye && !valable
            ? `Donnez un jour du calendrier, du ${formaterDate(PREMIER_JOUR)} au ${formaterDate(DERNIER_JOUR)}.`
            : undefined
        }
      />
      <div className="p-actions">
        <Bouton type="submit" variante="principal">
          Montrer le portail à cette date
        </Bouton>
      </div>
    </form>
  );
}
