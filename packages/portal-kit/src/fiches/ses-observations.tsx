import { Bandeau, Bouton } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import type { IssueDeGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import { formaterLe } from '../formats/formats.js';
import { useLecture } from '../graphe/lecture.js';
import { ConfirmerGeste } from './confirmer-geste.js';
import { type MaisonAFiches, maisonDeLaFiche, type ObservationLue } from './fiche.js';
import { useGesteDeFiche } from './geste-de-fiche.js';
import { TexteDeGeste } from './texte-de-geste.js';

/** What the reader wrote on another house's fiche: theirs to word again, or to take back. */
export function SesObservations({
  maison,
  fiche,
}: {
  maison: MaisonAFiches;
  fiche: string;
}): ReactNode {
  const proprietaire = maisonDeLaFiche(fiche);
  const document = proprietaire && maison.sesObservations[proprietaire];
  return document ? <Liste maison={maison} fiche={fiche} document={document} /> : null;
}

function Liste({
  maison,
  fiche,
  document,
}: {
  maison: MaisonAFiches;
  fiche: string;
  document: NonNullable<MaisonAFiches['sesObservations'][MaisonAFiches['partenaire']]>;
}): ReactNode {
  const lecture = useLecture(
    document,
    { id: fiche },
    { mouvements: (mouvement) => mouvement.nature === 'fiche' },
  );
  const siennes = (lecture.donnees?.fiche?.observations?.nodes ?? []).filter(
    ({ ecriteParMoi, retireeLe }) => ecriteParMoi && !retireeLe,
  );
  if (siennes.length === 0) return null;
  return (
    <section className="k-actes" aria-label="Vos observations sur cette fiche">
      <h3>Vos observations sur cette fiche</h3>
      <ul className="p-liste">
        {siennes.map((observation) => (
          <li key={observation.id}>
            <UneObservation maison={maison} observation={observation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function UneObservation({
  maison,
  observation,
}: {
  maison: MaisonAFiches;
  observation: ObservationLue;
}): ReactNode {
  const [corrige, setCorrige] = useState(false);
  const [retire, setRetire] = useState(false);
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const retirer = useGesteDeFiche(maison.retirer, 'Observation retirée.');
  const accomplir = async (): Promise<void> => {
    const suivante = await retirer.faire({ observation: observation.id });
    setRetire(false);
    setIssue(suivante);
  };
  const debut = observation.texte.slice(0, 40);
  return (
    <div className="k-fiche">
      <p className="k-commentaire">{observation.texte}</p>
      <p className="k-discret">Écrite {formaterLe(observation.ecriteLe)}</p>
      <IssueDeGesteLue issue={issue} />
      {corrige ? (
        <>
          <Bandeau titre="L’ancien texte reste lisible, sous le nouveau." />
          <TexteDeGeste
            document={maison.corriger}
            fait="Observation corrigée."
            brouillon={`fiche-correction:${observation.id}`}
            depart={observation.texte}
            libelle="Nouveau texte de votre observation"
            bouton="Enregistrer la correction"
            variablesDe={(texte) => ({
              observation: observation.id,
              versionAttendue: observation.version,
              texte,
            })}
            onFini={() => setCorrige(false)}
          />
        </>
      ) : (
        <div className="p-actions">
          <Bouton aria-label={`Corriger : ${debut}`} onPress={() => setCorrige(true)}>
            Corriger
          </Bouton>
          <Bouton
            variante="discret"
            aria-label={`Retirer : ${debut}`}
            onPress={() => setRetire(true)}
          >
            Retirer
          </Bouton>
        </div>
      )}
      <ConfirmerGeste
        geste={{
          nom: 'retirer',
          titre: 'Retirer cette observation ?',
          bouton: 'Retirer l’observation',
          renoncer: 'La garder',
          texte: 'Elle restera lisible dans l’historique, marquée retirée.',
          enCours: retirer.enCours,
          faire: () => void accomplir(),
        }}
        ouvert={retire}
        onFermer={() => setRetire(false)}
      />
    </div>
  );
}
