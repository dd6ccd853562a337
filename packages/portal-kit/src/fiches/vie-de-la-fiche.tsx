import { Bouton, Squelette } from '@passerelle/portal-ui';
import { type ReactNode, useRef, useState } from 'react';
import type { IssueDeGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import { LIBELLES_VISIBILITE } from '../contribution/contribution.js';
import { useLecture } from '../graphe/lecture.js';
import { useAgent } from '../session/session.js';
import { Conclure } from './conclure.js';
import { ConfirmerGeste, type GesteAConfirmer } from './confirmer-geste.js';
import { actesDeFiche, droitsSurLesFiches } from './droits-fiches.js';
import type { FicheLue, MaisonAFiches } from './fiche.js';
import { useGesteDeFiche } from './geste-de-fiche.js';
import { OuEnEstLaFiche } from './ou-en-est-la-fiche.js';
import { RedactionFiche } from './redaction-fiche.js';
import { TexteDeGeste } from './texte-de-geste.js';

type Ouvert = 'modifier' | 'variante' | 'evaluer' | 'conclure' | 'renvoyer' | null;

/** The life of one of the house's own fiches: written, validated, published, concluded. */
export function VieDeLaFiche({ maison, id }: { maison: MaisonAFiches; id: string }): ReactNode {
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
  const droits = droitsSurLesFiches(useAgent(), maison.partenaire);
  const possibles = actesDeFiche(fiche, droits);
  const [ouvert, setOuvert] = useState<Ouvert>(null);
  const [confirmation, setConfirmation] = useState<'valider' | 'publier' | 'abandonner' | null>(
    null,
  );
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const valider = useGesteDeFiche(maison.valider, 'Fiche validée.');
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
  if (ouvert === 'renvoyer') {
    return (
      <TexteDeGeste
        document={maison.renvoyer}
        fait="Fiche renvoyée à la rédaction."
        brouillon={`fiche-renvoi:${fiche.id}`}
        libelle="Ce qui est à reprendre"
        aide="Lu par votre seule maison, avec la fiche."
        bouton="Renvoyer à la rédaction"
        variablesDe={(motif) => ({ ...visee, motif })}
        onFini={fermer}
      />
    );
  }
  if (ouvert === 'conclure') return <Conclure maison={maison} fiche={fiche} onFini={fermer} />;

  const { publier: motsDePublication, aide } = LIBELLES_VISIBILITE[fiche.visibilite];
  const gestes: readonly GesteAConfirmer[] = [
    {
      nom: 'valider',
      titre: `Valider la fiche « ${fiche.titre} » ?`,
      bouton: 'Valider la fiche',
      renoncer: 'Ne pas valider',
      texte: 'Vous l’avez relue. Elle reste dans votre maison jusqu’à sa publication.',
      enCours: valider.enCours,
      faire: () => void accomplir(valider),
    },
    {
      nom: 'publier',
      titre: `Publier la fiche « ${fiche.titre} » ?`,
      bouton: motsDePublication,
      renoncer: 'Ne pas publier',
      texte: aide,
      enCours: publier.enCours,
      faire: () => void accomplir(publier),
    },
    {
      nom: 'abandonner',
      titre: 'Abandonner ce brouillon ?',
      bouton: 'Abandonner le brouillon',
      renoncer: 'Garder le brouillon',
      texte: 'Ce qui est publié reste ; ce qui ne l’a jamais été disparaît.',
      enCours: abandonner.enCours,
      faire: () => void accomplir(abandonner),
    },
  ];
  return (
    <div ref={place} tabIndex={-1} className="k-fiche">
      <IssueDeGesteLue issue={issue} />
      <OuEnEstLaFiche fiche={fiche} valideur={droits.valider} />
      <div className="p-actions">
        {possibles.valider && (
          <Bouton variante="principal" onPress={() => setConfirmation('valider')}>
            Valider
          </Bouton>
        )}
        {possibles.publier && (
          <Bouton variante="principal" onPress={() => setConfirmation('publier')}>
            {motsDePublication}
          </Bouton>
        )}
        {possibles.renvoyer && (
          <Bouton onPress={() => setOuvert('renvoyer')}>Renvoyer à la rédaction</Bouton>
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
      {gestes.map((geste) => (
        <ConfirmerGeste
          key={geste.nom}
          geste={geste}
          ouvert={confirmation === geste.nom}
          onFermer={() => setConfirmation(null)}
        />
      ))}
    </div>
  );
}
