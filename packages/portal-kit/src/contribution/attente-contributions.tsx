import { EtatErreur, EtatVide, Moment, Pastille, Squelette } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { peutAgir } from '../date/actes-au-present.js';
import { formaterDate, formaterLe } from '../formats/formats.js';
import { useLecture } from '../graphe/lecture.js';
import { manqueEn } from '../graphe/manques.js';
import { LectureManquee } from '../partenaires/lecture-manquee.js';
import { phrasesPartenaire } from '../partenaires/partenaire.js';
import { useAgent } from '../session/session.js';
import type { Droits, LectureAttente, MaisonContributrice } from './contribution.js';

/** Something of one's own house that waits for an act. */
export interface Attente {
  code: string;
  libelle: string;
  acte: 'Valider' | 'Publier' | 'Terminer';
  depuis: string;
  auteur: string;
}

/** What awaits whoever holds these rights: to publish, to validate, to finish; oldest first. */
export function attentesDe(donnees: LectureAttente, droits: Droits): Attente[] {
  const rangs: readonly Attente['acte'][] = ['Publier', 'Valider', 'Terminer'];
  return (donnees.engagements ?? [])
    .flatMap(({ code, libelle, contribution }): Attente[] => {
      if (!contribution || contribution.etat === 'PUBLIEE') return [];
      const acte = acteAttendu(contribution.etat, droits);
      if (acte === null) return [];
      return [{ code, libelle, acte, depuis: contribution.modifieLe, auteur: contribution.auteur }];
    })
    .sort(
      (a, b) => rangs.indexOf(a.acte) - rangs.indexOf(b.acte) || a.depuis.localeCompare(b.depuis),
    );
}

function acteAttendu(etat: 'BROUILLON' | 'VALIDEE', droits: Droits): Attente['acte'] | null {
  if (etat === 'VALIDEE') return droits.publier ? 'Publier' : null;
  if (droits.valider) return 'Valider';
  return droits.modifier ? 'Terminer' : null;
}

export function AttenteContributions({ maison }: { maison: MaisonContributrice }): ReactNode {
  const { partenaire } = maison;
  const agent = useAgent();
  const sienne = agent?.partenaire === partenaire;
  const lecture = useLecture(
    maison.attente,
    {},
    {
      pause: !sienne,
      partenaires: [partenaire],
      mouvements: (mouvement) =>
        mouvement.nature === 'contribution' && mouvement.partenaire === partenaire,
    },
  );
  if (!sienne) return null;
  const { sujet } = phrasesPartenaire(partenaire);
  if (lecture.enCours) return <Squelette lignes={3} libelle="Lecture de ce qui vous attend" />;
  const manque = manqueEn(lecture.manques, partenaire, []);
  if (lecture.manquants.length > 0 || manque?.absent) {
    return (
      <p className="k-discret" role="status">
        {sujet} ne répond pas : ce qui vous attend ne peut pas être lu. L’affichage reprendra seul.
      </p>
    );
  }
  if (manque) {
    return (
      <LectureManquee manque={manque} objet="ce qui vous attend" onReessayer={lecture.relancer} />
    );
  }
  if (lecture.erreur && !lecture.donnees?.engagements) {
    return (
      <EtatErreur
        titre={lecture.erreur.titre}
        message={lecture.erreur.message}
        reference={lecture.erreur.reference ?? undefined}
        onReessayer={lecture.relancer}
      />
    );
  }
  const droits: Droits = {
    modifier: peutAgir(agent, `${partenaire}:contribution:modifier`),
    valider: peutAgir(agent, `${partenaire}:contribution:valider`),
    publier: peutAgir(agent, `${partenaire}:contribution:publier`),
  };
  const attentes = attentesDe(lecture.donnees ?? {}, droits);
  if (attentes.length === 0) {
    return (
      <EtatVide titre="Aucune contribution ne vous attend.">
        Les brouillons à valider et les versions à publier de votre maison viendront ici.
      </EtatVide>
    );
  }
  return (
    <ul className="p-liste">
      {attentes.map(({ code, libelle, acte, depuis, auteur }) => (
        <li key={code}>
          <span>
            <a href={`/protocole/${code}`}>
              {acte} la contribution à {code}
            </a>
            <small>
              {libelle}. Écrite par : {auteur},{' '}
              <Moment iso={depuis} proche={formaterLe(depuis)} exact={formaterDate(depuis)} />.
            </small>
          </span>
          <Pastille ton={acte === 'Terminer' ? 'neutre' : 'attention'}>
            {acte === 'Publier' ? 'validée' : 'brouillon'}
          </Pastille>
        </li>
      ))}
    </ul>
  );
}
