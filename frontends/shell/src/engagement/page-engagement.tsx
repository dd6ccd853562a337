import {
  BoutonSuivre,
  Emplacement,
  formaterDate,
  partenaireDuGraphe,
  useLecture,
} from '@passerelle/portal-kit';
import {
  Bouton,
  EntetePage,
  EtatVide,
  LienBouton,
  MarqueDemonstration,
  MarquePartenaire,
  PARTENAIRES,
  Pastille,
  Squelette,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { PageEngagementDocument, type PageEngagementQuery } from '../generated/graphql.js';
import { usePage } from '../page.js';
import { LectureImpossible } from '../pages/lecture-impossible.js';
import { TexteSigne } from '../protocole/texte-signe.js';
import { cheminEngagement } from '../route.js';
import { IndicateursLies } from './indicateurs-lies.js';

type EngagementLu = NonNullable<PageEngagementQuery['engagement']>;

/** One engagement: the common text, then the three houses side by side, each in its own slot. */
export function PageEngagement({ code }: { code: string }): ReactNode {
  const { donnees, erreur, enCours, relancer } = useLecture(PageEngagementDocument, { code });
  const engagement = donnees?.engagement ?? null;
  usePage(engagement === null ? `Engagement ${code}` : `${code} ${engagement.libelle}`);
  const fil = [
    { libelle: 'Protocole', href: '/protocole' },
    ...(engagement === null
      ? []
      : [
          {
            libelle: `Enjeu ${engagement.enjeu.numero}`,
            href: `/protocole?enjeu=${engagement.enjeu.numero}`,
          },
        ]),
  ];
  if (engagement === null) {
    return (
      <>
        <EntetePage titre={`Engagement ${code}`} fil={fil} />
        {enCours && <Squelette libelle="Lecture de l’engagement" forme="carte" lignes={8} />}
        {!enCours && erreur !== null && <LectureImpossible erreur={erreur} relancer={relancer} />}
        {!enCours && erreur === null && (
          <EtatVide
            titre={`L’engagement ${code} n’existe pas.`}
            actions={<LienBouton href="/protocole">Voir les engagements</LienBouton>}
          >
            <p>Aucune version du protocole ne porte ce code. La liste donne ceux qui existent.</p>
          </EtatVide>
        )}
      </>
    );
  }
  return (
    <>
      <EntetePage
        titre={
          <>
            {engagement.code} {engagement.libelle}
          </>
        }
        fil={fil}
        chapo={<Identite engagement={engagement} />}
        actions={
          <>
            <BoutonSuivre genre="ENGAGEMENT" cle={code} nom={`l’engagement ${code}`} />
            <Bouton onPress={() => window.print()}>Imprimer</Bouton>
          </>
        }
      />
      <h2 className="p-hors-ecran">Contributions des trois maisons</h2>
      <div className="p-grille p-grille--3 s-emplacements">
        {PARTENAIRES.map((partenaire) => (
          <Emplacement
            key={`${partenaire}-${code}`}
            nom="engagement.contribution"
            partenaire={partenaire}
            proprietes={{ code }}
          />
        ))}
      </div>
      <h2 className="s-titre-fiches">Fiches action</h2>
      <div className="p-grille p-grille--3 s-emplacements">
        {PARTENAIRES.map((partenaire) => (
          <Emplacement
            key={`fiches-${partenaire}-${code}`}
            nom="engagement.fiches"
            partenaire={partenaire}
            proprietes={{ code }}
          />
        ))}
      </div>
      <div className="s-suite">
        <IndicateursLies liens={engagement.liensIndicateurs} />
        <TexteSigne protocole={donnees?.protocole ?? null} />
        <Voisins code={code} engagements={donnees?.engagements ?? []} />
      </div>
    </>
  );
}

function Identite({ engagement }: { engagement: EngagementLu }): ReactNode {
  return (
    <>
      <p className="s-maisons">
        Pilote : <MarquePartenaire partenaire={partenaireDuGraphe(engagement.pilote)} />
        {engagement.copilotes.length > 0 && (
          <>
            {' · '}
            {engagement.copilotes.length === 1 ? 'Copilote' : 'Copilotes'} :{' '}
            {engagement.copilotes.map((copilote) => (
              <MarquePartenaire key={copilote} partenaire={partenaireDuGraphe(copilote)} />
            ))}
          </>
        )}
        {engagement.echeance !== null && <> · Échéance : {formaterDate(engagement.echeance)}</>}
      </p>
      {engagement.retireLe !== null && (
        <p>
          <Pastille>retiré par avenant</Pastille> Dernier jour : {formaterDate(engagement.retireLe)}
          . Il reste lisible, avec ce que les maisons en ont dit.
        </p>
      )}
      <p>
        Enjeu {engagement.enjeu.numero} : {engagement.enjeu.libelle}.
      </p>
      {!engagement.texteOfficiel && (
        <p>
          <MarqueDemonstration>libellé de démonstration</MarqueDemonstration>{' '}
          {engagement.source !== null && <small>{engagement.source}.</small>}
        </p>
      )}
    </>
  );
}

function Voisins({
  code,
  engagements,
}: {
  code: string;
  engagements: readonly { code: string; numero: number; libelle: string }[];
}): ReactNode {
  const enOrdre = [...engagements].sort((a, b) => a.numero - b.numero);
  const rang = enOrdre.findIndex((engagement) => engagement.code === code);
  const precedent = rang > 0 ? enOrdre[rang - 1] : undefined;
  const suivant = rang >= 0 ? enOrdre[rang + 1] : undefined;
  return (
    <nav className="s-voisins" aria-label="Engagements voisins">
      {precedent && (
        <a href={cheminEngagement(precedent.code)} rel="prev">
          <small>Engagement précédent</small>
          <span>
            {precedent.code} {precedent.libelle}
          </span>
        </a>
      )}
      {suivant && (
        <a href={cheminEngagement(suivant.code)} rel="next">
          <small>Engagement suivant</small>
          <span>
            {suivant.code} {suivant.libelle}
          </span>
        </a>
      )}
    </nav>
  );
}
