import { Bandeau, Bouton } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import type { IssueDeGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import { useBrouillonLocal } from '../brouillon/brouillon-local.js';
import type { FicheLue, MaisonAFiches, ReponseFiche } from './fiche.js';
import { FormulaireFiche } from './formulaire-fiche.js';
import { useGesteDeFiche } from './geste-de-fiche.js';
import {
  entreeDeFiche,
  lireSaisieFiche,
  type SaisieFiche,
  type SaisieFicheGardee,
  saisieDeFiche,
} from './saisie-fiche.js';

type Issue = IssueDeGeste<NonNullable<ReponseFiche['acte']>>;

/**
 * Writes the draft of a fiche: kept on this machine at each key, then saved in the house.
 *
 * @param fiche - the one to change; null for a new one
 * @param varianteDe - the fiche of which the new one is the variant
 */
export function RedactionFiche({
  maison,
  engagement,
  fiche,
  varianteDe = null,
  onFini,
}: {
  maison: MaisonAFiches;
  engagement: string;
  fiche: FicheLue | null;
  varianteDe?: FicheLue | null;
  onFini: () => void;
}): ReactNode {
  const quoi = fiche?.id ?? (varianteDe ? `variante:${varianteDe.id}` : `nouvelle:${engagement}`);
  const brouillon = useBrouillonLocal(`fiche:${maison.partenaire}:${quoi}`, lireSaisieFiche);
  const [depart] = useState<SaisieFicheGardee>(
    () =>
      brouillon.valeur ?? {
        saisie: varianteDe ? sansTerritoire(varianteDe) : saisieDeFiche(fiche),
        base: fiche?.version ?? 0,
      },
  );
  const [saisie, setSaisie] = useState<SaisieFiche>(depart.saisie);
  const [base, setBase] = useState(depart.base);
  const [issue, setIssue] = useState<Issue | null>(null);
  const creer = useGesteDeFiche(maison.creer, 'Brouillon de fiche enregistré.');
  const modifier = useGesteDeFiche(maison.modifier, 'Brouillon de fiche enregistré.');
  const enCours = creer.enCours || modifier.enCours;

  const changer = (suivante: SaisieFiche): void => {
    setSaisie(suivante);
    brouillon.garder({ saisie: suivante, base });
  };
  const fermer = (): void => {
    brouillon.oublier();
    onFini();
  };
  const enregistrer = async (versionAttendue: number): Promise<void> => {
    if (enCours) return;
    const contenu = entreeDeFiche(saisie, engagement);
    const suivante = fiche
      ? await modifier.faire({ ...contenu, fiche: fiche.id, versionAttendue })
      : await creer.faire({ ...contenu, varianteDe: varianteDe?.id ?? null });
    setIssue(suivante);
    if (suivante.sorte === 'fait') fermer();
  };

  const presente = issue?.sorte === 'depassee' ? (issue.acte.fiche ?? null) : null;
  if (presente && presente.version !== base) {
    return (
      <ConflitDeFiche
        presente={presente}
        saisie={saisie}
        enCours={enCours}
        onGarderMaSaisie={() => {
          setBase(presente.version);
          void enregistrer(presente.version);
        }}
        onReprendre={fermer}
      />
    );
  }
  return (
    <>
      <IssueDeGesteLue issue={issue} />
      {brouillon.valeur !== null && depart.saisie === saisie && (
        <Bandeau titre="Votre saisie gardée sur ce poste est reprise." annonce="polie">
          Fermez sans enregistrer pour l’effacer.
        </Bandeau>
      )}
      <FormulaireFiche
        nom={fiche ? `Modifier la fiche ${fiche.titre}` : 'Nouvelle fiche action'}
        saisie={saisie}
        onSaisie={changer}
        onEnregistrer={() => void enregistrer(base)}
        onQuitter={fermer}
        enCours={enCours}
        conserve={brouillon.conserve}
      />
    </>
  );
}

/** A variant says the same thing elsewhere: where is the first thing to choose. */
function sansTerritoire(modele: FicheLue): SaisieFiche {
  return { ...saisieDeFiche(modele), territoires: [] };
}

/** Two people wrote at the same time: both are shown, and the agent decides. */
function ConflitDeFiche({
  presente,
  saisie,
  enCours,
  onGarderMaSaisie,
  onReprendre,
}: {
  presente: FicheLue;
  saisie: SaisieFiche;
  enCours: boolean;
  onGarderMaSaisie: () => void;
  onReprendre: () => void;
}): ReactNode {
  return (
    <div className="k-conflit">
      <Bandeau
        ton="attention"
        annonce="alerte"
        titre="Cette fiche a changé pendant que vous écriviez."
      >
        Rien n’est perdu : comparez les deux versions et choisissez.
      </Bandeau>
      <div className="k-conflit__versions">
        <section aria-label="Version enregistrée entre-temps">
          <p>
            <strong>Version enregistrée entre-temps</strong>, {presente.auteur}
          </p>
          <p>{presente.titre}</p>
          <p className="k-commentaire">{presente.objet || 'Sans objet.'}</p>
          <p>{compter(presente.etapes.length, presente.budget.length)}</p>
        </section>
        <section aria-label="Votre saisie">
          <p>
            <strong>Votre saisie</strong>
          </p>
          <p>{saisie.titre}</p>
          <p className="k-commentaire">{saisie.objet || 'Sans objet.'}</p>
          <p>{compter(saisie.etapes.length, saisie.budget.length)}</p>
        </section>
      </div>
      <div className="p-actions">
        <Bouton variante="principal" enCours={enCours} onPress={onGarderMaSaisie}>
          Remplacer par ma saisie
        </Bouton>
        <Bouton onPress={onReprendre}>Garder la version enregistrée</Bouton>
      </div>
    </div>
  );
}

function compter(etapes: number, lignes: number): string {
  return `${etapes} étape${etapes > 1 ? 's' : ''}, ${lignes} ligne${lignes > 1 ? 's' : ''} de budget`;
}
