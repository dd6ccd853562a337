import { Bandeau, Bouton, Champ, GroupeRadio } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { IssueDeGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import { useBrouillonLocal } from '../brouillon/brouillon-local.js';
import { signalerMouvement } from '../mouvements/mouvements.js';
import { useGesteEnSeance } from './geste-en-seance.js';
import {
  type Avancement,
  type DecisionLue,
  LIBELLES_AVANCEMENT,
  type MaisonParticipante,
} from './participation.js';

const AVANCEMENTS: readonly Avancement[] = ['A_FAIRE', 'EN_COURS', 'FAITE', 'ABANDONNEE'];
const LONGUEUR_TEXTE = 2_000;

interface SaisieDeSuite {
  avancement: Avancement;
  texte: string;
  /** Version from which it was written; 0 before the first. */
  base: number;
}

/** Reads back a follow-up kept on this machine. */
export function lireSuiteGardee(garde: unknown): SaisieDeSuite | null {
  if (typeof garde !== 'object' || garde === null) return null;
  const avancement = AVANCEMENTS.find((connu) => connu === Reflect.get(garde, 'avancement'));
  const texte: unknown = Reflect.get(garde, 'texte');
  const base: unknown = Reflect.get(garde, 'base');
  if (!avancement || typeof texte !== 'string' || typeof base !== 'number') return null;
  return { avancement, texte, base };
}

/** Says what becomes of a decision. Two colleagues at once: both texts are shown. */
export function FormulaireDeSuite({
  maison,
  seance,
  decision,
  onFini,
}: {
  maison: MaisonParticipante;
  seance: string;
  decision: DecisionLue;
  onFini: () => void;
}): ReactNode {
  const brouillon = useBrouillonLocal(`suite:${maison.partenaire}:${decision.id}`, lireSuiteGardee);
  const [saisie, setSaisie] = useState<SaisieDeSuite>(
    () =>
      brouillon.valeur ?? {
        avancement: decision.suite?.avancement ?? 'EN_COURS',
        texte: decision.suite?.texte ?? '',
        base: decision.suite?.version ?? 0,
      },
  );
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteEnSeance(
    maison.enregistrerSuite,
    seance,
    'Suite enregistrée.',
  );
  const formulaire = useRef<HTMLFormElement>(null);
  useEffect(() => formulaire.current?.querySelector('textarea')?.focus(), []);

  const changer = (suivante: SaisieDeSuite): void => {
    setSaisie(suivante);
    brouillon.garder(suivante);
  };
  const fermer = (): void => {
    brouillon.oublier();
    onFini();
  };
  const enregistrer = async (base: number): Promise<void> => {
    if (enCours || Array.from(saisie.texte).length > LONGUEUR_TEXTE) return;
    const suivante = await faire({
      decision: decision.id,
      avancement: saisie.avancement,
      texte: saisie.texte.trim() || null,
      versionAttendue: base,
    });
    setIssue(suivante);
    if (suivante.sorte === 'fait') fermer();
    // The version that got there first must be on screen for the choice below to mean something.
    if (suivante.sorte === 'depassee') signalerMouvement({ nature: 'seance', seance });
  };

  const { suite } = decision;
  if (issue?.sorte === 'depassee' && suite && suite.version !== saisie.base) {
    return (
      <div className="k-conflit">
        <Bandeau
          ton="attention"
          annonce="alerte"
          titre="Cette suite a changé pendant que vous écriviez."
        >
          Rien n’est perdu : comparez les deux versions et choisissez.
        </Bandeau>
        <div className="k-conflit__versions">
          <section aria-label="Version enregistrée entre-temps">
            <p>
              <strong>Version enregistrée entre-temps</strong> (
              {LIBELLES_AVANCEMENT[suite.avancement]})
            </p>
            <p className="k-commentaire">{suite.texte || 'Sans texte.'}</p>
          </section>
          <section aria-label="Votre saisie">
            <p>
              <strong>Votre saisie</strong> ({LIBELLES_AVANCEMENT[saisie.avancement]})
            </p>
            <p className="k-commentaire">{saisie.texte || 'Sans texte.'}</p>
          </section>
        </div>
        <div className="p-actions">
          <Bouton
            variante="principal"
            enCours={enCours}
            onPress={() => void enregistrer(suite.version)}
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
      className="k-formulaire k-formulaire--fiche"
      aria-label={`Suite de la décision ${decision.numero}`}
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void enregistrer(saisie.base);
      }}
    >
      <IssueDeGesteLue issue={issue} />
      <GroupeRadio
        libelle="Avancement"
        valeur={saisie.avancement}
        onChange={(avancement) => changer({ ...saisie, avancement })}
        options={AVANCEMENTS.map((valeur) => ({ valeur, libelle: LIBELLES_AVANCEMENT[valeur] }))}
        enLigne
      />
      <Champ
        libelle="Ce qui a été fait, ce qui vient"
        multiligne
        lignes={3}
        aide="Sans donnée sur une personne."
        valeur={saisie.texte}
        onChange={(texte) => changer({ ...saisie, texte })}
        longueurMax={LONGUEUR_TEXTE}
      />
      <div className="p-actions">
        <Bouton type="submit" variante="principal" enCours={enCours}>
          Enregistrer la suite
        </Bouton>
        <Bouton variante="discret" onPress={fermer}>
          Fermer sans enregistrer
        </Bouton>
      </div>
    </form>
  );
}
