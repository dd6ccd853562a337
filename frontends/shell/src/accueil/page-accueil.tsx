import {
  type Agent,
  formaterDate,
  formaterDateProche,
  lireRegistre,
  manqueEn,
  useLecture,
} from '@passerelle/portal-kit';
import {
  Carte,
  EntetePage,
  EtatVide,
  LIBELLES_METEO,
  MarquePartenaire,
  PARTENAIRES,
  Squelette,
} from '@passerelle/portal-ui';
import { type ReactNode, useMemo, useState } from 'react';
import { abreger } from '../abreger.js';
import { jourDeReference } from '../date-reference.js';
import { LundiDocument, MouvementsRecentsDocument } from '../generated/graphql.js';
import { MomentProche } from '../moment-proche.js';
import { usePage } from '../page.js';
import { LectureImpossible } from '../pages/lecture-impossible.js';
import { LecturesManquees } from '../pages/lectures-manquees.js';
import { cheminEngagement } from '../route.js';
import { CeQuiAttend } from './ce-qui-attend.js';
import { MonTerritoire } from './mon-territoire.js';
import { type MouvementRecent, mouvementsRecents, nombreDepuis } from './mouvements.js';
import { questionDuLundi } from './pour-qui.js';
import { SeancesDeLaSemaine } from './seances-de-la-semaine.js';
import { useVisite } from './use-visite.js';

const jour = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Paris',
});

function titreDuJour(maintenant: Date): string {
  const texte = jour.format(maintenant).replace(/ 1 /, ' 1er ');
  return texte.charAt(0).toLocaleUpperCase('fr') + texte.slice(1);
}

/** « Lundi »: what awaits the reader, what moved, where they work. */
export function PageAccueil({ agent }: { agent: Agent }): ReactNode {
  const [maintenant] = useState(() => new Date());
  const titre = titreDuJour(maintenant);
  usePage(titre);
  const visite = useVisite(agent, maintenant);
  const lecture = useLecture(
    MouvementsRecentsDocument,
    {},
    { mouvements: (mouvement) => mouvement.nature === 'contribution' },
  );
  const { donnees, erreur, enCours, manquants, manques, relancer } = lecture;
  const lundi = useLecture(LundiDocument, questionDuLundi(agent, jourDeReference()));
  const mouvements = useMemo(() => mouvementsRecents(donnees?.engagements ?? []), [donnees]);
  const lus = donnees?.engagements !== undefined && donnees.engagements !== null;

  const silencieuses = PARTENAIRES.filter((partenaire) => manqueEn(manques, partenaire, []));
  const illisibles = silencieuses.filter((partenaire) => !manquants.includes(partenaire));

  return (
    <>
      <EntetePage
        titre={titre}
        chapo={<Chapo visite={visite} nombre={lus ? nombreDepuis(mouvements, visite) : null} />}
      />
      <div className="p-grille p-grille--2">
        <div className="p-grille">
          <CeQuiAttend agent={agent} lundi={lundi} mouvements={donnees} />
          <SeancesDeLaSemaine agent={agent} lundi={lundi} />
          <Carte titre="Ce qui a bougé">
            {enCours && <Squelette libelle="Lecture des mouvements" lignes={9} />}
            {!lus && erreur !== null && <LectureImpossible erreur={erreur} relancer={relancer} />}
            {lus && (
              <LecturesManquees maisons={illisibles} relancer={relancer}>
                {illisibles.length > 1 ? 'Leurs' : 'Ses'} publications manquent dans cette liste.
              </LecturesManquees>
            )}
            {lus && mouvements.length === 0 && silencieuses.length === 0 && (
              <EtatVide titre="Aucune contribution n’est encore publiée.">
                <p>
                  Les publications des trois maisons apparaîtront ici, la plus récente en premier.
                </p>
              </EtatVide>
            )}
            {mouvements.length > 0 && (
              <>
                <ul className="p-liste">
                  {mouvements.slice(0, 6).map((mouvement) => (
                    <LigneMouvement
                      key={`${mouvement.code}-${mouvement.partenaire}`}
                      mouvement={mouvement}
                    />
                  ))}
                </ul>
                <p className="p-pied">
                  <a href="/protocole?vue=anciennete">Ce qui n’a pas bougé depuis longtemps</a>
                </p>
              </>
            )}
          </Carte>
        </div>
        <MonTerritoire territoire={agent.territoire} />
      </div>
    </>
  );
}

function Chapo({ visite, nombre }: { visite: Date | null; nombre: number | null }): ReactNode {
  const { demonstration, dateDonnees } = lireRegistre();
  return (
    <>
      <p>
        {visite === null || nombre === null
          ? 'Ce qui vous attend, ce qui a bougé dans les trois maisons, puis votre territoire.'
          : `Depuis votre dernière visite, ${formaterDateProche(visite.toISOString())} : ${enMots(nombre)}.`}
      </p>
      {demonstration && dateDonnees !== null && (
        <p>Données de démonstration arrêtées au {formaterDate(dateDonnees)}.</p>
      )}
    </>
  );
}

function enMots(nombre: number): string {
  if (nombre === 0) return 'aucune publication nouvelle';
  return nombre === 1 ? '1 publication nouvelle' : `${nombre} publications nouvelles`;
}

function LigneMouvement({ mouvement }: { mouvement: MouvementRecent }): ReactNode {
  const { code, libelle, partenaire, avancement, meteo, commentaire, publieLe } = mouvement;
  return (
    <li>
      <span>
        <MarquePartenaire partenaire={partenaire} /> a publié sa contribution à{' '}
        <a href={cheminEngagement(code)}>
          {code} {libelle}
        </a>
        <small>
          Avancement {avancement} %, {LIBELLES_METEO[meteo]}.
          {commentaire !== null &&
            commentaire !== '' &&
            ` «\u00a0${abreger(commentaire, 110)}\u00a0»`}
        </small>
      </span>
      <MomentProche iso={publieLe} />
    </li>
  );
}
