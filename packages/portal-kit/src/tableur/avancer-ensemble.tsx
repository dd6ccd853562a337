import { Bouton, Dialogue } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { type Geste, type IssueDeGeste, useGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import { peutAgir } from '../date/actes-au-present.js';
import { useAgent } from '../session/session.js';
import {
  type Cible,
  ciblesDe,
  type EngagementDuTableur,
  type MaisonTableur,
  type ReponseEnsemble,
} from './tableur.js';

export interface ProprietesAvancer {
  maison: MaisonTableur;
  engagements: readonly EngagementDuTableur[];
  /** A newer reading is on its way: the versions in sight may be behind those recorded. */
  relecture: boolean;
  onFait: () => void;
}

/** « Valider les 23 », « Publier les 23 »: all of what is in sight, or none of it. */
export function AvancerEnsemble({
  maison,
  engagements,
  relecture,
  onFait,
}: ProprietesAvancer): ReactNode {
  const agent = useAgent();
  const valider = useGeste(maison.valider, 'Contributions validées', onFait);
  const publier = useGeste(maison.publier, 'Contributions publiées', onFait);
  const droit = (acte: string): boolean =>
    peutAgir(agent, `${maison.partenaire}:contribution:${acte}`);
  return (
    <>
      {droit('valider') && (
        <ActeEnsemble
          cibles={ciblesDe(engagements, 'BROUILLON')}
          verbe="Valider"
          explication="Chaque brouillon devient une version validée, que votre maison peut publier."
          geste={valider}
          relecture={relecture}
        />
      )}
      {droit('publier') && (
        <ActeEnsemble
          cibles={ciblesDe(engagements, 'VALIDEE')}
          verbe="Publier"
          explication="Chaque version sera lue par ceux que sa visibilité désigne, et restera dans l’historique."
          geste={publier}
          relecture={relecture}
        />
      )}
    </>
  );
}

function ActeEnsemble({
  cibles,
  verbe,
  explication,
  geste,
  relecture,
}: {
  cibles: Cible[];
  verbe: 'Valider' | 'Publier';
  explication: string;
  geste: Geste<ReponseEnsemble, { contributions: Cible[] }>;
  relecture: boolean;
}): ReactNode {
  const [ouvert, setOuvert] = useState(false);
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const [refusees, setRefusees] = useState<readonly { engagement: string; message: string }[]>([]);
  const nombre = cibles.length;
  if (nombre === 0 && !ouvert) return null;
  const libelle = nombre === 1 ? `${verbe} la contribution` : `${verbe} les ${nombre}`;

  const accomplir = async (): Promise<void> => {
    const resultat = await geste.faire({ contributions: cibles });
    setIssue(resultat);
    if (resultat.sorte === 'fait') setOuvert(false);
    setRefusees(resultat.sorte === 'refus' ? (resultat.acte?.refuses ?? []) : []);
  };

  return (
    <>
      {/* Always opens: the question follows what is being read, only its answer waits for it. */}
      <Bouton
        variante="principal"
        onPress={() => {
          setIssue(null);
          setOuvert(true);
        }}
      >
        {libelle}
      </Bouton>
      <Dialogue
        ouvert={ouvert}
        onFermer={() => setOuvert(false)}
        nature="alerte"
        titre={`${libelle} ?`}
        libelleFermer={verbe === 'Valider' ? 'Ne pas valider' : 'Ne pas publier'}
        actions={
          <Bouton
            variante="principal"
            enCours={geste.enCours || relecture}
            onPress={() => void accomplir()}
          >
            {libelle}
          </Bouton>
        }
      >
        <p>{cibles.map(({ engagement }) => engagement).join(', ')}.</p>
        <p>{explication} Toutes, ou aucune.</p>
        <IssueDeGesteLue issue={issue} />
        {refusees.length > 0 && (
          <ul className="p-liste">
            {refusees.map(({ engagement, message }) => (
              <li key={engagement}>
                {engagement} : {message}
              </li>
            ))}
          </ul>
        )}
      </Dialogue>
    </>
  );
}
