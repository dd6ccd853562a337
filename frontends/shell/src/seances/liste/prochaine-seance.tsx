import { type Agent, formaterDate, useLecture } from '@passerelle/portal-kit';
import { Bouton, Carte, LienBouton, Squelette } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { type Maille, ProchaineSeanceDocument } from '../../generated/graphql.js';
import { estMaille } from '../../territoires/mailles.js';
import { donnerCalendrier } from '../fichiers/donner-calendrier.js';
import { horaireDe } from '../heures.js';
import { cheminDossier, cheminSeance, nomDInstance } from '../libelles.js';

/** The reader's own next session, two links away from its dossier. */
export function ProchaineSeance({ agent, le }: { agent: Agent; le: string }): ReactNode {
  const { territoire } = agent;
  const maille = territoire?.maille ?? '';
  if (territoire === null || !estMaille(maille)) return null;
  return <Prochaine code={territoire.code} maille={maille} le={le} />;
}

function Prochaine({ code, maille, le }: { code: string; maille: Maille; le: string }): ReactNode {
  const lecture = useLecture(
    ProchaineSeanceDocument,
    { le, territoire: { code, maille } },
    { partenaires: ['etat'] },
  );
  if (lecture.enCours) return <Squelette libelle="Lecture de votre prochaine séance" lignes={2} />;
  const seance = lecture.donnees?.seances?.nodes[0];
  if (seance === undefined) return null;
  const lieu = [horaireDe(seance.debut ?? null, seance.fin ?? null), seance.lieu]
    .filter(Boolean)
    .join(', ');
  return (
    <Carte titre="Votre prochaine séance">
      <p>
        <a href={cheminSeance(seance.id)}>
          {nomDInstance(seance.instance)}, {formaterDate(seance.jour)}
        </a>
        {lieu && `, ${lieu}`}
        {seance.objet && `. ${seance.objet}`}
      </p>
      <div className="p-actions">
        <LienBouton href={cheminDossier(seance.id)} variante="principal">
          Ouvrir le dossier prêt
        </LienBouton>
        <LienBouton href={cheminSeance(seance.id)}>Ouvrir la séance</LienBouton>
        <Bouton
          variante="discret"
          onPress={() => void donnerCalendrier([seance.instance.id, seance.jour], [seance])}
        >
          Ajouter à mon agenda
        </Bouton>
      </div>
    </Carte>
  );
}
