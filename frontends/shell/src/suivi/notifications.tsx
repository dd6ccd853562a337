import {
  type DocumentsDuSuivi,
  ListeLue,
  type NotificationLue,
  naviguer,
  partenaireDuGraphe,
  useReglage,
  useReglages,
  useSuite,
} from '@passerelle/portal-kit';
import {
  Bouton,
  Carte,
  GroupeRadio,
  MarquePartenaire,
  type Partenaire,
} from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { MomentProche } from '../moment-proche.js';
import { notificationsEnTableau } from './suivi-en-tableau.js';

const VUES = [
  { valeur: 'non-lues', libelle: 'Non lues' },
  { valeur: 'toutes', libelle: 'Toutes' },
] as const;
type Vue = (typeof VUES)[number]['valeur'];

/** What happened to what the reader follows, or calls upon their role. */
export function Notifications({
  documents,
  partenaire,
}: {
  documents: DocumentsDuSuivi;
  partenaire: Partenaire;
}): ReactNode {
  const [vue, setVue] = useState<Vue>('non-lues');
  const lecture = useSuite(
    documents.notifications,
    { nonLues: vue === 'non-lues' },
    (donnees) => donnees.notifications,
    { partenaires: [partenaire] },
  );
  const marquer = useReglage(documents.marquerLues);
  useReglages(lecture.relancer);
  const [premiere] = lecture.elements;
  const nonLues = lecture.elements.some(({ lue }) => !lue);

  return (
    <Carte
      titre="Notifications"
      aside={
        premiere &&
        nonLues && (
          <Bouton
            variante="discret"
            enCours={marquer.enCours}
            onPress={() =>
              void marquer.regler(
                { input: { jusqua: premiere.id } },
                () => 'Toutes les notifications sont lues.',
              )
            }
          >
            Tout marquer comme lu
          </Bouton>
        )
      }
    >
      <GroupeRadio
        libelle="Notifications montrées"
        enLigne
        valeur={vue}
        options={VUES}
        onChange={(choix) => setVue(choix === 'toutes' ? 'toutes' : 'non-lues')}
      />
      <ListeLue
        lecture={lecture}
        partenaire={partenaire}
        nom="notifications"
        exporter={({ elements }) => notificationsEnTableau(elements, location.origin)}
        vide={{
          titre: vue === 'toutes' ? 'Aucune notification.' : 'Vous avez tout lu.',
          texte:
            'Suivez un engagement, un territoire, une séance ou une décision : ce qui leur arrive viendra ici.',
        }}
      >
        {(notifications) => (
          <ul className="p-liste">
            {notifications.map((notification) => (
              <LigneNotification
                key={notification.id}
                notification={notification}
                onLire={() => void marquer.regler({ input: { ids: [notification.id] } })}
              />
            ))}
          </ul>
        )}
      </ListeLue>
    </Carte>
  );
}

/** Opening the thing is reading the notification. */
function LigneNotification({
  notification: { titre, chemin, auteur, survenuLe, lue, motif, partenaire },
  onLire,
}: {
  notification: NotificationLue;
  onLire: () => void;
}): ReactNode {
  return (
    <li>
      <span>
        <a
          href={chemin}
          onClick={(evenement) => {
            if (!lue) onLire();
            if (evenement.metaKey || evenement.ctrlKey || evenement.shiftKey) return;
            evenement.preventDefault();
            naviguer(chemin);
          }}
        >
          {lue ? titre : <strong>{titre}</strong>}
        </a>
        <small>
          <MarquePartenaire partenaire={partenaireDuGraphe(partenaire)} />
          {auteur !== '' && `, ${auteur}`}. {motif === 'ROLE' ? 'Pour votre rôle' : 'Vous suivez'}
          {!lue && ', non lue'}.
        </small>
      </span>
      <MomentProche iso={survenuLe} />
    </li>
  );
}
