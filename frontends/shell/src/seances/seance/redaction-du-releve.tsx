import { type IssueDeGeste, IssueDeGesteLue, useBrouillonLocal } from '@passerelle/portal-kit';
import { Bandeau, Bouton, Champ } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { EcrireReleveDocument } from '../../generated/graphql.js';
import { useGesteDeSeance } from './geste-de-seance.js';
import { releveInitial } from './releve-initial.js';
import type { VueDeSeance } from './vue-de-seance.js';

const LONGUEUR_RELEVE = 20_000;

interface ReleveGarde {
  texte: string;
  /** Version from which it was written; 0 for the first. */
  base: number;
}

/** Reads back minutes kept on this machine. */
export function lireReleveGarde(garde: unknown): ReleveGarde | null {
  if (typeof garde !== 'object' || garde === null) return null;
  const texte: unknown = Reflect.get(garde, 'texte');
  const base: unknown = Reflect.get(garde, 'base');
  return typeof texte === 'string' && typeof base === 'number' ? { texte, base } : null;
}

/** The first text is written by the portal; each key is kept here, saving gives a version to all. */
export function RedactionDuReleve({
  vue: { seance, suspendu, relire },
  onFini,
}: {
  vue: VueDeSeance;
  onFini: () => void;
}): ReactNode {
  const releve = seance.releve ?? null;
  const brouillon = useBrouillonLocal(`releve:${seance.id}`, lireReleveGarde);
  const [saisie, setSaisie] = useState<ReleveGarde>(
    () =>
      brouillon.valeur ?? {
        texte: releve?.texte ?? releveInitial(seance),
        base: releve?.version ?? 0,
      },
  );
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteDeSeance(
    EcrireReleveDocument,
    seance.id,
    'Relevé enregistré.',
  );
  const formulaire = useRef<HTMLFormElement>(null);
  useEffect(() => formulaire.current?.querySelector('textarea')?.focus(), []);

  const changer = (suivante: ReleveGarde): void => {
    setSaisie(suivante);
    brouillon.garder(suivante);
  };
  const fermer = (): void => {
    brouillon.oublier();
    onFini();
  };
  const enregistrer = async (base: number): Promise<void> => {
    const texte = saisie.texte.trim();
    if (enCours || texte === '' || Array.from(texte).length > LONGUEUR_RELEVE) return;
    const suivante = await faire({ seance: seance.id, texte, versionAttendue: base });
    setIssue(suivante);
    if (suivante.sorte === 'depassee') relire();
    if (suivante.sorte === 'fait') fermer();
  };

  if (issue?.sorte === 'depassee' && releve !== null && releve.version !== saisie.base) {
    return (
      <div className="k-conflit">
        <Bandeau
          ton="attention"
          annonce="alerte"
          titre="Ce relevé a changé pendant que vous écriviez."
        >
          Rien n’est perdu : comparez les deux versions et choisissez.
        </Bandeau>
        <div className="k-conflit__versions">
          <section aria-label="Version enregistrée entre-temps">
            <strong>
              Version {releve.version}, {releve.auteur}
            </strong>
            <div className="k-commentaire">{releve.texte}</div>
          </section>
          <section aria-label="Votre saisie">
            <strong>Votre saisie</strong>
            <div className="k-commentaire">{saisie.texte}</div>
          </section>
        </div>
        <div className="p-actions">
          <Bouton
            variante="principal"
            enCours={enCours}
            onPress={() => void enregistrer(releve.version)}
          >
            Remplacer par ma saisie
          </Bouton>
          <Bouton onPress={fermer}>Garder la version enregistrée</Bouton>
        </div>
      </div>
    );
  }
  return (
    <form
      ref={formulaire}
      className="s-formulaire"
      aria-label="Relevé"
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void enregistrer(saisie.base);
      }}
    >
      <IssueDeGesteLue issue={issue} />
      <Champ
        libelle="Texte du relevé"
        multiligne
        lignes={16}
        requis
        aide="Préparé par le portail : complétez ce qui s’est dit. Fonctions seulement, sans nom de personne."
        valeur={saisie.texte}
        onChange={(texte) => changer({ ...saisie, texte })}
        longueurMax={LONGUEUR_RELEVE}
      />
      <p className="k-discret" role="status">
        {brouillon.conserve
          ? 'Votre saisie est gardée sur ce poste au fur et à mesure.'
          : 'Ce navigateur refuse de garder votre saisie : enregistrez avant de quitter la page.'}
      </p>
      <div className="p-actions">
        <Bouton type="submit" variante="principal" enCours={enCours} desactive={suspendu}>
          Enregistrer le relevé
        </Bouton>
        <Bouton variante="discret" onPress={fermer}>
          Fermer sans enregistrer
        </Bouton>
      </div>
    </form>
  );
}
