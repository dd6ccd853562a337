import {
  type Agent,
  type DocumentsDuSuivi,
  useDocumentsDuSuivi,
  useLecture,
  useMouvements,
  useReglages,
} from '@passerelle/portal-kit';
import type { ReactNode } from 'react';

/** In the header: how many notifications wait. */
export function LienNotifications({ agent }: { agent: Agent }): ReactNode {
  const documents = useDocumentsDuSuivi();
  if (documents === null || agent.partenaire === null) return null;
  return <Lien documents={documents} agent={agent} />;
}

function Lien({ documents, agent }: { documents: DocumentsDuSuivi; agent: Agent }): ReactNode {
  const partenaires = agent.partenaire === null ? [] : [agent.partenaire];
  const lecture = useLecture(documents.carnet, {}, { partenaires });
  useReglages(lecture.relancer);
  useMouvements(lecture.relancer);
  const nombre = lecture.donnees?.suivi?.nonLues ?? 0;
  const dit = nombre >= 100 ? '99+' : String(nombre);
  return (
    <a className="s-notifications" href="/suivi">
      Mon suivi
      {nombre > 0 && (
        <>
          <span className="s-notifications__nombre" aria-hidden="true">
            {dit}
          </span>
          <span className="p-hors-ecran">
            , {dit} {nombre > 1 ? 'notifications non lues' : 'notification non lue'}
          </span>
        </>
      )}
    </a>
  );
}
