import { Carte, EtatErreur, MarquePartenaire, Squelette } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { useDerniereLecture } from '../graphe/derniere-lecture.js';
import { useLecture } from '../graphe/lecture.js';
import { manqueEn } from '../graphe/manques.js';
import { useSeanceVivante } from '../mouvements/seance-vivante.js';
import { LectureManquee } from '../partenaires/lecture-manquee.js';
import { phrasesPartenaire } from '../partenaires/partenaire.js';
import { useAgent } from '../session/session.js';
import { AccordOrdreDuJour } from './accord.js';
import { DecisionsAValider } from './decisions-a-valider.js';
import { attentesEnSeance, droitsEnSeance, type MaisonParticipante } from './participation.js';
import { PointsDeLaMaison } from './points.js';
import { ReleveAValider } from './releve-a-valider.js';
import { SuitesDeLaMaison } from './suites.js';

const TITRE = 'Ce que votre maison a à faire';

/** A house's part in a session: what it must decide first, then what it brings and follows up. */
export function Participation({
  maison,
  id,
}: {
  maison: MaisonParticipante;
  id: string;
}): ReactNode {
  const { partenaire } = maison;
  const agent = useAgent();
  const lecture = useLecture(
    maison.lire,
    { id },
    {
      partenaires: ['etat', partenaire],
      mouvements: (mouvement) => mouvement.nature === 'seance' && mouvement.seance === id,
    },
  );
  const lue = lecture.donnees?.seance ?? null;
  const manqueEtat = lue === null ? manqueEn(lecture.manques, 'etat', ['seance']) : null;
  const derniere = useDerniereLecture(lue);
  // What was in sight stays so while the État is away: what is being typed stays with it.
  const seance = lue ?? (manqueEtat ? derniere : null);
  const droits = seance ? droitsEnSeance(agent, maison, seance.instance.territoire) : null;
  const attentes = seance && droits ? attentesEnSeance(seance, partenaire, droits) : null;
  useSeanceVivante(
    seance === null ? null : id,
    lecture,
    attentes && attentes.enChemin.length > 0 ? 'pressee' : 'tranquille',
  );
  const manqueMaison = seance
    ? manqueEn(lecture.manques, partenaire, ['seance', 'participation'])
    : null;
  const illisible =
    seance !== null && (seance.participation === null || seance.participation === undefined);

  const corps = (): ReactNode => {
    if (lecture.enCours) return <Squelette lignes={4} libelle="Lecture de ce qui vous attend" />;
    if (seance === null || droits === null || attentes === null) {
      return (
        <SansSeance
          absent={lecture.manquants.includes('etat') || manqueEtat?.absent === true}
          erreur={lecture.erreur}
          onReessayer={lecture.relancer}
        />
      );
    }
    if (illisible && (lecture.manquants.includes(partenaire) || manqueMaison?.absent)) {
      return (
        <p role="status">
          {phrasesPartenaire(partenaire).sujet} ne répond pas : ce que votre maison a fait dans
          cette séance ne peut pas être lu, ni complété. L’affichage reprendra seul.
        </p>
      );
    }
    if (illisible && manqueMaison) {
      return (
        <LectureManquee
          manque={manqueMaison}
          objet="la part de votre maison dans la séance"
          onReessayer={lecture.relancer}
        />
      );
    }
    const rien =
      attentes.aValider.length === 0 &&
      attentes.aSuivre.length === 0 &&
      !attentes.accord &&
      !attentes.releve;
    return (
      <div className="k-participation">
        {lue === null && <SansEtat maison={maison} />}
        {rien && <p>Rien n’attend votre maison dans cette séance.</p>}
        {attentes.enChemin.length > 0 && <EnChemin actes={attentes.enChemin} />}
        <AccordOrdreDuJour maison={maison} seance={seance} attendu={attentes.accord} />
        <DecisionsAValider maison={maison} seance={seance} attendues={attentes.aValider} />
        <ReleveAValider maison={maison} seance={seance} attendu={attentes.releve} />
        <SuitesDeLaMaison maison={maison} seance={seance} droits={droits} />
        <PointsDeLaMaison maison={maison} seance={seance} droits={droits} />
      </div>
    );
  };

  return (
    <Carte
      titre={TITRE}
      aside={<MarquePartenaire partenaire={partenaire} />}
      partenaire={partenaire}
      id="a-faire"
    >
      {corps()}
    </Carte>
  );
}

/** The session is shown as it was last read: who may still act, and what becomes of the act. */
function SansEtat({ maison: { partenaire } }: { maison: MaisonParticipante }): ReactNode {
  return (
    <p role="status">
      {partenaire === 'etat'
        ? 'L’État ne répond pas : vos actes seront refusés jusqu’à son retour. Votre saisie reste ici.'
        : 'L’État ne répond pas : ce que vous faites s’enregistre dans votre maison et lui parviendra à son retour.'}
    </p>
  );
}

function SansSeance({
  absent,
  erreur,
  onReessayer,
}: {
  absent: boolean;
  erreur: { titre: string; message: string; reference: string | null } | null;
  onReessayer: () => void;
}): ReactNode {
  if (absent || erreur === null) {
    return (
      <p role="status">
        L’État, qui tient les séances, ne répond pas. Ce qui vous attend s’affichera dès son retour.
      </p>
    );
  }
  return (
    <EtatErreur
      titre={erreur.titre}
      message={erreur.message}
      reference={erreur.reference ?? undefined}
      onReessayer={onReessayer}
    />
  );
}

const enumerer = new Intl.ListFormat('fr', { type: 'conjunction' });

/** Done here, not yet known by the house that keeps the session. */
function EnChemin({ actes }: { actes: readonly string[] }): ReactNode {
  const texte = enumerer.format(actes);
  return (
    <p className="k-discret" role="status">
      {texte.charAt(0).toLocaleUpperCase('fr') + texte.slice(1)} : enregistré chez vous, en attente
      de l’État.
    </p>
  );
}
