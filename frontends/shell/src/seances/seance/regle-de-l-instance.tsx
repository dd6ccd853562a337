import { type IssueDeGeste, IssueDeGesteLue } from '@passerelle/portal-kit';
import { Bouton, Champ, GroupeRadio } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import {
  ReglerSecondeConvocationDocument,
  type SeanceEntiereFragment,
} from '../../generated/graphql.js';
import { useGesteDeSeance } from './geste-de-seance.js';

type Reglage = SeanceEntiereFragment['instance']['secondeConvocation'];

const CHOIX = [
  {
    valeur: 'INCONNUE',
    libelle: 'Aucune règle connue',
    aide: 'Le quorum ordinaire s’applique.',
  },
  { valeur: 'QUORUM_EXIGE', libelle: 'Le quorum est encore exigé' },
  { valeur: 'SANS_QUORUM', libelle: 'Elle délibère sans condition de quorum' },
] as const;
type Choix = (typeof CHOIX)[number]['valeur'];

/** What is known of the second convening: the sources say nothing, the body says its own rule. */
export function direRegle(reglage: Reglage | null): string {
  if (!reglage?.regle) {
    return 'Les sources citées par le portail donnent le quorum de la première convocation, pas celui de la seconde : tant que l’instance n’a pas dit sa règle, le quorum reste exigé.';
  }
  const regle =
    reglage.regle === 'SANS_QUORUM'
      ? 'À la seconde convocation, l’instance délibère sans condition de quorum'
      : 'À la seconde convocation, le quorum est encore exigé';
  return `${regle} (${reglage.source ?? 'source absente'}).`;
}

export function RegleDeLInstance({
  seance,
  onFini,
}: {
  seance: SeanceEntiereFragment;
  onFini: () => void;
}): ReactNode {
  const reglage = seance.instance.secondeConvocation ?? null;
  const [choix, setChoix] = useState<Choix>(reglage?.regle ?? 'INCONNUE');
  const [source, setSource] = useState(reglage?.source ?? '');
  const [essaye, setEssaye] = useState(false);
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteDeSeance(
    ReglerSecondeConvocationDocument,
    seance.id,
    'Règle de l’instance enregistrée.',
  );
  const sansSource = choix !== 'INCONNUE' && source.trim() === '';
  const regler = async (): Promise<void> => {
    setEssaye(true);
    if (enCours || sansSource) return;
    const suivante = await faire({
      instance: seance.instance.id,
      regle: choix === 'INCONNUE' ? null : choix,
      source: choix === 'INCONNUE' ? null : source.trim(),
      versionAttendue: reglage?.version ?? 0,
    });
    setIssue(suivante);
    if (suivante.sorte === 'fait') onFini();
  };
  return (
    <form
      className="k-formulaire"
      aria-label="Règle de l’instance"
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void regler();
      }}
    >
      <IssueDeGesteLue issue={issue} />
      <GroupeRadio
        libelle="Quand l’instance est convoquée de nouveau faute de quorum"
        valeur={choix}
        onChange={setChoix}
        options={CHOIX}
        aide="Elle vaut pour les convocations à venir ; celles qui sont parties gardent la leur."
      />
      {choix !== 'INCONNUE' && (
        <Champ
          libelle="Où cette règle est écrite"
          requis
          valeur={source}
          onChange={setSource}
          longueurMax={300}
          aide="Par exemple l’article du règlement intérieur."
          erreur={essaye && sansSource ? 'Citez le texte : une règle se vérifie.' : undefined}
        />
      )}
      <div className="p-actions">
        <Bouton type="submit" variante="principal" enCours={enCours}>
          Enregistrer la règle
        </Bouton>
      </div>
    </form>
  );
}
