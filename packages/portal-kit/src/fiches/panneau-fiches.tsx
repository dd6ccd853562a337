import {
  Bouton,
  Carte,
  EtatVide,
  MarquePartenaire,
  Pagination,
  Squelette,
} from '@passerelle/portal-ui';
import { type ReactNode, useRef, useState } from 'react';
import { estRetireAu } from '../date/engagement-retire.js';
import { jourDemande, jourDuPortail } from '../date/jour-du-portail.js';
import { formaterDate, formaterPeriode } from '../formats/formats.js';
import { manqueEn } from '../graphe/manques.js';
import { useSuite } from '../graphe/suite.js';
import { Lien } from '../navigation/lien.js';
import { LectureManquee } from '../partenaires/lecture-manquee.js';
import { phrasesPartenaire } from '../partenaires/partenaire.js';
import { useAgent } from '../session/session.js';
import { droitsSurLesFiches } from './droits-fiches.js';
import { EtatDeFiche } from './etat-de-fiche.js';
import { cheminFiche, type FicheLue, type MaisonAFiches } from './fiche.js';
import { RedactionFiche } from './redaction-fiche.js';

/** A house's fiches on one engagement; its own agents open new ones there. */
export function PanneauFiches({
  maison,
  code,
}: {
  maison: MaisonAFiches;
  code: string;
}): ReactNode {
  const { partenaire } = maison;
  const droits = droitsSurLesFiches(useAgent(), partenaire);
  const [redige, setRedige] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const lecture = useSuite(
    maison.lister,
    { code, le: jourDemande() },
    (donnees) => donnees.engagement?.fiches,
    { partenaires: [partenaire], mouvements: (mouvement) => mouvement.nature === 'fiche' },
  );
  const { de, sujet } = phrasesPartenaire(partenaire);
  const lue = lecture.donnees?.engagement?.fiches ?? null;
  const manque = lue ? null : manqueEn(lecture.manques, partenaire, ['engagement', 'fiches']);
  const { le, estPresent } = jourDuPortail();
  const ouvre = droits.modifier && !estRetireAu(lecture.donnees?.engagement?.retireLe, le);
  const absent = lue === null && (lecture.manquants.length > 0 || Boolean(manque?.absent));

  const corps = (): ReactNode => {
    if (lecture.enCours) return <Squelette lignes={4} libelle={`Lecture des fiches ${de}`} />;
    if (absent) {
      return (
        <p role="status">
          {sujet} ne répond pas : ses fiches action n’ont pas pu être lues. L’affichage reprendra
          seul.
        </p>
      );
    }
    if (manque) {
      return (
        <LectureManquee manque={manque} objet="ses fiches action" onReessayer={lecture.relancer} />
      );
    }
    if (lecture.elements.length === 0) {
      return (
        <EtatVide
          titre={
            estPresent
              ? `${sujet} n’a pas de fiche action sur cet engagement.`
              : `${sujet} n’avait publié aucune fiche action sur cet engagement au ${formaterDate(le)}.`
          }
        >
          {estPresent &&
            (ouvre
              ? 'Ouvrez-en une : elle ne sera lue qu’après sa publication.'
              : 'Elles apparaîtront ici dès leur publication.')}
        </EtatVide>
      );
    }
    return (
      <>
        <ul className="p-liste k-fiches">
          {lecture.elements.map((fiche) => (
            <UneFiche key={fiche.id} fiche={fiche} />
          ))}
        </ul>
        {lecture.aUneSuite && (
          <Pagination
            affiches={lecture.elements.length}
            nom="fiches"
            suite={lecture.aUneSuite}
            enCours={lecture.suiteEnCours}
            onSuite={lecture.afficherLaSuite}
          />
        )}
      </>
    );
  };

  const finir = (): void => {
    setRedige(false);
    place.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1} className={redige ? 'k-fiche k-fiche--redige' : 'k-fiche'}>
      <Carte
        titre={
          <>
            <span className="p-hors-ecran">Fiches action : </span>
            <MarquePartenaire partenaire={partenaire} />
          </>
        }
        niveau={3}
        bord={absent || manque ? 'tirets' : 'plein'}
        partenaire={droits.modifier ? partenaire : undefined}
      >
        {redige ? (
          <RedactionFiche maison={maison} engagement={code} fiche={null} onFini={finir} />
        ) : (
          corps()
        )}
        {!redige && ouvre && lue && (
          <div className="p-actions k-actes">
            <Bouton onPress={() => setRedige(true)}>Ouvrir une fiche</Bouton>
          </div>
        )}
      </Carte>
    </div>
  );
}

function UneFiche({ fiche }: { fiche: FicheLue }): ReactNode {
  const periode = [fiche.debut, fiche.fin].filter((jour) => typeof jour === 'string');
  const lieux = fiche.territoires.map(({ nom }) => nom).join(', ');
  return (
    <li>
      <span>
        <Lien href={cheminFiche(fiche.id)}>{fiche.titre}</Lien>
        <small>
          {lieux}
          {periode.length === 2 && (
            <>
              {' · '}
              {formaterPeriode(periode[0] ?? '', periode[1] ?? '')}
            </>
          )}
        </small>
        <EtatDeFiche fiche={fiche} />
      </span>
    </li>
  );
}
