import { Bouton, Carte, Dialogue, MarquePartenaire, Squelette } from '@passerelle/portal-ui';
import { type ReactNode, useRef, useState } from 'react';
import type { IssueDeGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import { LIBELLES_VISIBILITE } from '../contribution/contribution.js';
import { peutAgir } from '../date/actes-au-present.js';
import { useLecture } from '../graphe/lecture.js';
import { useAgent } from '../session/session.js';
import { Conclure } from './conclure.js';
import { DonnerAvis } from './donner-avis.js';
import { actesDeFiche, droitsSurLesFiches } from './droits-fiches.js';
import { type FicheLue, type MaisonAFiches, maisonDeLaFiche } from './fiche.js';
import { useGesteDeFiche } from './geste-de-fiche.js';
import { Observer } from './observer.js';
import { RedactionFiche } from './redaction-fiche.js';
import { TexteDeGeste } from './texte-de-geste.js';

/** What the reader's house may do about this fiche: its own life, or a word on another's. */
export function ActesDeFiche({ maison, id }: { maison: MaisonAFiches; id: string }): ReactNode {
  const agent = useAgent();
  const { partenaire } = maison;
  const sienne = maisonDeLaFiche(id) === partenaire;
  const observe = !sienne && peutAgir(agent, `${partenaire}:observation:ecrire`);
  const avis = maison.enregistrerAvis && peutAgir(agent, `${partenaire}:avis:enregistrer`);
  const droits = droitsSurLesFiches(agent, partenaire);
  const agit = sienne && (droits.modifier || droits.publier);
  if (!observe && !avis && !agit) return null;
  return (
    <div className="p-ecran k-actes-de-fiche">
      <Carte
        titre="Ce que votre maison peut faire"
        aside={<MarquePartenaire partenaire={partenaire} />}
        partenaire={partenaire}
      >
        {agit && <VieDeLaFiche maison={maison} id={id} />}
        {observe && <Observer maison={maison} fiche={id} />}
        {avis && maison.enregistrerAvis && (
          <DonnerAvis enregistrer={maison.enregistrerAvis} fiche={id} />
        )}
      </Carte>
    </div>
  );
}

type Ouvert = 'modifier' | 'variante' | 'evaluer' | 'conclure' | null;

function VieDeLaFiche({ maison, id }: { maison: MaisonAFiches; id: string }): ReactNode {
  const lecture = useLecture(
    maison.lire,
    { id },
    {
      partenaires: [maison.partenaire],
      mouvements: (mouvement) => mouvement.nature === 'fiche',
    },
  );
  const fiche = lecture.donnees?.fiche ?? null;
  if (lecture.enCours) return <Squelette lignes={2} libelle="Lecture de la fiche" />;
  if (fiche === null) return <p>Cette fiche ne peut pas être modifiée pour le moment.</p>;
  return <Vie maison={maison} fiche={fiche} />;
}

function Vie({ maison, fiche }: { maison: MaisonAFiches; fiche: FicheLue }): ReactNode {
  const possibles = actesDeFiche(fiche, droitsSurLesFiches(useAgent(), maison.partenaire));
  const [ouvert, setOuvert] = useState<Ouvert>(null);
  const [confirmation, setConfirmation] = useState<'publier' | 'abandonner' | null>(null);
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const publier = useGesteDeFiche(maison.publier, 'Fiche publiée.');
  const abandonner = useGesteDeFiche(maison.abandonner, 'Brouillon abandonné.');
  const place = useRef<HTMLDivElement>(null);
  const fermer = (): void => {
    setOuvert(null);
    place.current?.focus();
  };
  const visee = { fiche: fiche.id, versionAttendue: fiche.version };
  const accomplir = async (acte: typeof publier): Promise<void> => {
    const suivante = await acte.faire(visee);
    setConfirmation(null);
    setIssue(suivante);
  };

  if (ouvert === 'modifier' || ouvert === 'variante') {
    return (
      <RedactionFiche
        maison={maison}
        engagement={fiche.engagement.code}
        fiche={ouvert === 'modifier' ? fiche : null}
        varianteDe={ouvert === 'variante' ? fiche : null}
        onFini={fermer}
      />
    );
  }
  if (ouvert === 'evaluer') {
    return (
      <TexteDeGeste
        document={maison.evaluer}
        fait="Évaluation enregistrée."
        brouillon={`fiche-evaluation:${fiche.id}`}
        libelle="Ce que l’expérimentation a montré"
        bouton="Enregistrer l’évaluation"
        variablesDe={(texte) => ({ ...visee, texte })}
        onFini={fermer}
      />
    );
  }
  if (ouvert === 'conclure') return <Conclure maison={maison} fiche={fiche} onFini={fermer} />;
  return (
    <div ref={place} tabIndex={-1} className="k-fiche">
      <IssueDeGesteLue issue={issue} />
      {fiche.etat === 'BROUILLON' && (
        <p>
          Un brouillon est en cours, lisible par votre seule maison. Une fois publié, il sera lu par
          : {LIBELLES_VISIBILITE[fiche.visibilite].nom.toLowerCase()}.
        </p>
      )}
      {fiche.issue && <p>L’expérimentation est conclue : la fiche ne change plus.</p>}
      <div className="p-actions">
        {possibles.publier && (
          <Bouton variante="principal" onPress={() => setConfirmation('publier')}>
            {LIBELLES_VISIBILITE[fiche.visibilite].publier}
          </Bouton>
        )}
        {possibles.modifier && <Bouton onPress={() => setOuvert('modifier')}>Modifier</Bouton>}
        {possibles.evaluer && (
          <Bouton onPress={() => setOuvert('evaluer')}>
            {fiche.evaluation ? 'Revoir l’évaluation' : 'Évaluer'}
          </Bouton>
        )}
        {possibles.conclure && (
          <Bouton onPress={() => setOuvert('conclure')}>Conclure l’expérimentation</Bouton>
        )}
        {possibles.modifier && (
          <Bouton onPress={() => setOuvert('variante')}>Ouvrir une variante ailleurs</Bouton>
        )}
        {possibles.abandonner && (
          <Bouton variante="discret" onPress={() => setConfirmation('abandonner')}>
            Abandonner le brouillon
          </Bouton>
        )}
      </div>
      <Dialogue
        ouvert={confirmation === 'publier'}
        onFermer={() => setConfirmation(null)}
        nature="alerte"
        libelleFermer="Ne pas publier"
        titre={`Publier la fiche « ${fiche.titre} » ?`}
        actions={
          <Bouton
            variante="principal"
            enCours={publier.enCours}
            onPress={() => void accomplir(publier)}
          >
            {LIBELLES_VISIBILITE[fiche.visibilite].publier}
          </Bouton>
        }
      >
        {LIBELLES_VISIBILITE[fiche.visibilite].aide}
      </Dialogue>
      <Dialogue
        ouvert={confirmation === 'abandonner'}
        onFermer={() => setConfirmation(null)}
        nature="alerte"
        libelleFermer="Garder le brouillon"
        titre="Abandonner ce brouillon ?"
        actions={
          <Bouton enCours={abandonner.enCours} onPress={() => void accomplir(abandonner)}>
            Abandonner le brouillon
          </Bouton>
        }
      >
        Ce qui est publié reste ; ce qui ne l’a jamais été disparaît.
      </Dialogue>
    </div>
  );
}
