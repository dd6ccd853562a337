import { Bouton, Champ, Selection } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import type { IssueDeGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import { useBrouillonLocal } from '../brouillon/brouillon-local.js';
import { useGesteEnSeance } from './geste-en-seance.js';
import type { DroitsEnSeance, MaisonParticipante, SeanceLue } from './participation.js';

const DUREES = ['5', '10', '15', '20', '30', '45', '60'] as const;
type Duree = (typeof DUREES)[number];
const LONGUEUR_TITRE = 200;

const lireTitre = (garde: unknown): string | null => (typeof garde === 'string' ? garde : null);

/** The points that this house brings to the agenda; withdrawing one is the way back. */
export function PointsDeLaMaison({
  maison,
  seance,
  droits,
}: {
  maison: MaisonParticipante;
  seance: SeanceLue;
  droits: DroitsEnSeance;
}): ReactNode {
  const points = seance.participation?.points ?? [];
  const reprise = Boolean(seance.convocationDe);
  const ouverts = droits.participer && seance.statut === 'PREVUE' && !reprise;
  const retirer = useGesteEnSeance(maison.retirerPoint, seance.id, 'Point retiré.');
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  if (points.length === 0 && !ouverts) return null;
  return (
    <section>
      <h3>Points que votre maison propose</h3>
      <IssueDeGesteLue issue={issue} />
      {points.length === 0 && <p>Aucun pour le moment.</p>}
      {points.length > 0 && (
        <ul className="p-liste">
          {points.map(({ id, titre, duree }) => (
            <li key={id}>
              <span>
                {titre}
                {duree ? <small>{duree} minutes</small> : null}
              </span>
              {ouverts && (
                <Bouton
                  variante="discret"
                  enCours={retirer.enCours}
                  aria-label={`Retirer le point ${titre}`}
                  onPress={() =>
                    void retirer.faire({ seance: seance.id, point: id }).then(setIssue)
                  }
                >
                  Retirer
                </Bouton>
              )}
            </li>
          ))}
        </ul>
      )}
      {ouverts && <ProposerUnPoint maison={maison} seance={seance.id} />}
    </section>
  );
}

function ProposerUnPoint({
  maison,
  seance,
}: {
  maison: MaisonParticipante;
  seance: string;
}): ReactNode {
  const brouillon = useBrouillonLocal(`point:${maison.partenaire}:${seance}`, lireTitre);
  const [titre, setTitre] = useState(brouillon.valeur ?? '');
  const [duree, setDuree] = useState<Duree>('15');
  const [vide, setVide] = useState(false);
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteEnSeance(maison.proposerPoint, seance, 'Point proposé.');
  const saisir = (texte: string): void => {
    setTitre(texte);
    setVide(false);
    if (texte.trim() === '') brouillon.oublier();
    else brouillon.garder(texte);
  };
  const proposer = async (): Promise<void> => {
    const net = titre.trim();
    setVide(net === '');
    if (net === '' || Array.from(net).length > LONGUEUR_TITRE || enCours) return;
    const suivante = await faire({ seance, titre: net, duree: Number(duree) });
    setIssue(suivante);
    if (suivante.sorte === 'fait') saisir('');
  };
  return (
    <form
      className="k-formulaire k-formulaire--fiche"
      aria-label="Proposer un point"
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void proposer();
      }}
    >
      <IssueDeGesteLue issue={issue} />
      <Champ
        libelle="Point à ajouter à l’ordre du jour"
        requis
        valeur={titre}
        onChange={saisir}
        longueurMax={LONGUEUR_TITRE}
        erreur={vide ? 'Écrivez ce dont vous voulez parler.' : undefined}
      />
      <Selection
        libelle="Durée prévue"
        valeur={duree}
        onChange={setDuree}
        options={DUREES.map((valeur) => ({ valeur, libelle: `${valeur} minutes` }))}
      />
      <div className="p-actions">
        <Bouton type="submit" enCours={enCours}>
          Proposer ce point
        </Bouton>
      </div>
    </form>
  );
}
