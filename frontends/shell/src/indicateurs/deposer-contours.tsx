import {
  type IssueDeGeste,
  IssueDeGesteLue,
  peutAgir,
  useAgent,
  useGeste,
} from '@passerelle/portal-kit';
import { Bouton, Champ } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { DeposerContoursDocument } from '../generated/graphql.js';
import { lireFormes } from './contours.js';
import { simplifierFormes, type Trace } from './traces.js';

/** For who keeps the references of the État: outlines for everybody's maps, once. */
export function DeposerContours({
  territoires,
  version,
  apres,
}: {
  territoires: readonly { readonly code: string; readonly nom: string }[];
  /** Of the outlines in force; 0 for none. */
  version: number;
  apres: () => void;
}): ReactNode {
  const agent = useAgent();
  const [lus, setLus] = useState<readonly Trace[] | null>(null);
  const [source, setSource] = useState('');
  const [licence, setLicence] = useState('');
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const geste = useGeste(DeposerContoursDocument, 'Contours déposés pour tous.', apres);
  if (!peutAgir(agent, 'etat:annuaire:tenir')) return null;

  const lire = async (fichier: File | undefined): Promise<void> => {
    setIssue(null);
    if (fichier === undefined) return setLus(null);
    const connus = new Set(territoires.map(({ code }) => code));
    setLus(simplifierFormes(lireFormes(await fichier.text(), connus)));
  };
  const manquants = territoires.filter(({ code }) => !lus?.some((trace) => trace.code === code));
  return (
    <details className="s-contours">
      <summary>Déposer les contours des arrondissements, pour tous</summary>
      <div className="p-champ">
        <label htmlFor="contours">Fichier GeoJSON</label>
        <p className="p-champ__aide" id="contours-aide">
          Un polygone par arrondissement, avec son code officiel, 20 Mo au plus. Les contours sont
          allégés ici avant l’envoi, puis gardés par le service de l’État pour toutes les cartes.
        </p>
        <input
          id="contours"
          type="file"
          accept=".geojson,.json,application/geo+json,application/json"
          aria-describedby="contours-aide"
          onChange={(e) => void lire(e.target.files?.[0])}
        />
        {lus?.length === 0 && (
          <p className="p-champ__erreur" role="alert">
            Ce fichier ne contient aucun contour d’un arrondissement de la région. Choisissez-en un
            autre : les cases restent en attendant.
          </p>
        )}
        {lus !== null && lus.length > 0 && (
          <p role="status">
            {lus.length} contours reconnus.{' '}
            {manquants.length > 0 &&
              `Sans contour : ${manquants.map(({ nom }) => nom).join(', ')}.`}
          </p>
        )}
      </div>
      <Champ
        libelle="Source des contours"
        aide="Qui les publie, et leur millésime."
        valeur={source}
        onChange={setSource}
        requis
      />
      <Champ libelle="Licence des contours" valeur={licence} onChange={setLicence} requis />
      <IssueDeGesteLue issue={issue} />
      <Bouton
        enCours={geste.enCours}
        desactive={!lus?.length || source.trim().length < 3 || licence.trim().length < 3}
        onPress={() =>
          void geste
            .faire({
              source,
              licence,
              traces: (lus ?? []).map(({ code, anneaux }) => ({ code, anneaux })),
              versionAttendue: version,
            })
            .then(setIssue)
        }
      >
        Déposer ces contours
      </Bouton>
    </details>
  );
}
