import { Bouton, Champ, GroupeRadio } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import type { IssueDeGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import type { MaisonAFiches, SensAvis } from './fiche.js';
import { useGesteDeFiche } from './geste-de-fiche.js';

const LONGUEUR_MOTIF = 4_000;
const LONGUEUR_ORGANISATION = 200;
const SENS: readonly { valeur: SensAvis; libelle: string }[] = [
  { valeur: 'FAVORABLE', libelle: 'Favorable' },
  { valeur: 'RESERVE', libelle: 'Réservé' },
  { valeur: 'DEFAVORABLE', libelle: 'Défavorable' },
];

/** The secretariat writes down what a social partner thinks of the fiche. */
export function DonnerAvis({
  enregistrer,
  fiche,
}: {
  enregistrer: NonNullable<MaisonAFiches['enregistrerAvis']>;
  fiche: string;
}): ReactNode {
  const [organisation, setOrganisation] = useState('');
  const [sens, setSens] = useState<SensAvis>('FAVORABLE');
  const [motif, setMotif] = useState('');
  const [vide, setVide] = useState(false);
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteDeFiche(enregistrer, 'Avis enregistré.');
  const envoyer = async (): Promise<void> => {
    const nom = organisation.trim();
    setVide(nom === '');
    const tropLong =
      Array.from(nom).length > LONGUEUR_ORGANISATION || Array.from(motif).length > LONGUEUR_MOTIF;
    if (nom === '' || tropLong || enCours) return;
    const suivante = await faire({
      fiche,
      organisation: nom,
      sens,
      motif: motif.trim() || null,
    });
    setIssue(suivante);
    if (suivante.sorte !== 'fait') return;
    setOrganisation('');
    setMotif('');
  };
  return (
    <form
      className="k-formulaire k-formulaire--fiche"
      aria-label="Avis d’un partenaire social"
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void envoyer();
      }}
    >
      <h3>Avis d’un partenaire social</h3>
      <IssueDeGesteLue issue={issue} />
      <Champ
        libelle="Organisation"
        requis
        aide="L’organisation qui donne son avis, jamais une personne."
        valeur={organisation}
        onChange={(texte) => {
          setOrganisation(texte);
          setVide(false);
        }}
        longueurMax={LONGUEUR_ORGANISATION}
        erreur={vide ? 'Nommez l’organisation.' : undefined}
      />
      <GroupeRadio libelle="Avis" valeur={sens} onChange={setSens} options={SENS} enLigne />
      <Champ
        libelle="Motif"
        multiligne
        lignes={3}
        valeur={motif}
        onChange={setMotif}
        longueurMax={LONGUEUR_MOTIF}
      />
      <div className="p-actions">
        <Bouton type="submit" enCours={enCours}>
          Enregistrer l’avis
        </Bouton>
      </div>
    </form>
  );
}
