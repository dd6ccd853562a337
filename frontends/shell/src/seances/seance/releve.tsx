import { formaterDate, formaterLe } from '@passerelle/portal-kit';
import { Bouton, Carte, EtatVide, Pastille } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { exporterDocx } from '../../fichiers/exporter-docx.js';
import { TITRES } from '../libelles.js';
import { documentDuReleve } from './document-du-releve.js';
import { RedactionDuReleve } from './redaction-du-releve.js';
import { accordsAttendus } from './situation.js';
import { VersionsDeSeance } from './versions-de-seance.js';
import type { VueDeSeance } from './vue-de-seance.js';

const enumerer = new Intl.ListFormat('fr', { type: 'conjunction' });

/** The minutes: written in the portal, validated by the two co-leaders, then frozen. */
export function ReleveDeSeance(vue: VueDeSeance): ReactNode {
  const { seance, absents, tient, suspendu } = vue;
  const [redige, setRedige] = useState(false);
  const releve = seance.releve ?? null;
  const fige = releve?.figeLe ?? null;
  const modifiable = tient && fige === null && seance.statut === 'TENUE';
  const attendus = accordsAttendus(releve?.validations ?? []);
  return (
    <Carte
      titre="Relevé"
      id="releve"
      aside={
        releve !== null &&
        (fige ? <Pastille ton="ok">figé</Pastille> : <Pastille ton="attention">à valider</Pastille>)
      }
    >
      {redige && <RedactionDuReleve vue={vue} onFini={() => setRedige(false)} />}
      {!redige && releve === null && (
        <EtatVide titre="Le relevé n’est pas encore écrit.">
          <p>
            {seance.statut === 'PREVUE'
              ? 'Il s’écrit une fois les présences notées, à partir de l’ordre du jour et des décisions.'
              : 'Le portail en prépare le texte à partir des présences, de l’ordre du jour et des décisions.'}
          </p>
        </EtatVide>
      )}
      {!redige && releve !== null && (
        <>
          <div className="k-commentaire">{releve.texte}</div>
          <p className="p-pied">
            Version {releve.version}, {releve.auteur}, {formaterLe(releve.modifieLe)}.{' '}
            {releve.validations.length > 0 &&
              `Validé par ${enumerer.format(releve.validations.map(({ auteur, le }) => `${auteur} (${formaterDate(le)})`))}. `}
            {fige !== null && `Figé le ${formaterDate(fige)}.`}
            {fige === null &&
              attendus.length > 0 &&
              `En attente ${enumerer.format(attendus.map((titre) => TITRES[titre].de))}${attendus.includes('REGION') && absents.includes('region') ? ', qui ne répond pas' : ''}.`}
          </p>
        </>
      )}
      {!redige && (
        <div className="p-actions">
          {modifiable && (
            <Bouton
              variante={releve === null ? 'principal' : 'secondaire'}
              desactive={suspendu}
              onPress={() => setRedige(true)}
            >
              {releve === null ? 'Écrire le relevé' : 'Modifier le relevé'}
            </Bouton>
          )}
          {releve !== null && (
            <VersionsDeSeance vue={vue} objet="RELEVE" retablissable={modifiable} />
          )}
          {releve !== null && (
            <Bouton
              onPress={() =>
                void exporterDocx(
                  ['releve', seance.instance.id, seance.jour],
                  documentDuReleve(seance),
                )
              }
            >
              Exporter le relevé (DOCX)
            </Bouton>
          )}
        </div>
      )}
    </Carte>
  );
}
