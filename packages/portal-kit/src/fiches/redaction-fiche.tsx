import { Bandeau } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import type { IssueDeGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import { useBrouillonLocal } from '../brouillon/brouillon-local.js';
import { ConflitDeFiche } from './conflit-de-fiche.js';
import type { FicheLue, MaisonAFiches, ReponseFiche } from './fiche.js';
import { FormulaireFiche } from './formulaire-fiche.js';
import { useGesteDeFiche } from './geste-de-fiche.js';
import { entreeDeFiche, type SaisieFiche, saisieDeFiche } from './saisie-fiche.js';
import { lireSaisieFiche, type SaisieFicheGardee } from './saisie-gardee.js';

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
        entree={entreeDeFiche(saisie, engagement)}
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
