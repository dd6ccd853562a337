import {
  formaterDate,
  nomPartenaire,
  partenaireDuGraphe,
  phrasesPartenaire,
} from '@passerelle/portal-kit';
import {
  Bandeau,
  Carte,
  MarquePartenaire,
  PARTENAIRES,
  type Partenaire,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { abregerEmpreinte, comparerOriginaux, type Original, type Originaux } from './originaux.js';

interface Etape {
  etat: 'PROJET' | 'SIGNE';
  parties: readonly { partenaire: 'ETAT' | 'REGION' | 'POLE_EMPLOI'; role: string }[];
  source: string;
}

export interface TexteSigneProps {
  protocole: {
    signeLe: string;
    etapes?: readonly Etape[];
    originalEtat: Original | null;
    originalRegion: Original | null;
    originalPoleEmploi: Original | null;
  } | null;
}

const enumerer = new Intl.ListFormat('fr', { type: 'conjunction' });

/** « Celui de la Région n’a pas pu être lu. » */
function nonLus(partenaires: readonly Partenaire[]): string {
  const maisons = enumerer.format(
    partenaires.map((partenaire) => phrasesPartenaire(partenaire).de),
  );
  return partenaires.length > 1
    ? `Ceux ${maisons} n’ont pas pu être lus.`
    : `Celui ${maisons} n’a pas pu être lu.`;
}

function Constat({ originaux }: { originaux: Originaux }): ReactNode {
  const accord = comparerOriginaux(originaux);
  switch (accord.nature) {
    case 'identiques':
      return <p>Les trois originaux sont identiques.</p>;
    case 'identiques-lus':
      return (
        <p>
          {accord.manquants.length > 1
            ? 'Un seul original a été lu.'
            : 'Les originaux lus sont identiques.'}{' '}
          {nonLus(accord.manquants)}
        </p>
      );
    case 'differents':
      return (
        <Bandeau ton="alerte" titre="Les originaux diffèrent." annonce="aucune">
          Le texte affiché est celui de l’État. Le secrétariat du SPER doit comparer les trois
          exemplaires.
        </Bandeau>
      );
    case 'illisibles':
      return <p>Aucun original n’a pu être lu pour le moment.</p>;
  }
}

/** Who wrote the draft, and with whose help. */
function Projet({ etapes }: { etapes: readonly Etape[] }): ReactNode {
  const projet = etapes.find(({ etat }) => etat === 'PROJET');
  if (!projet) return null;
  const nommer = (role: string): string =>
    enumerer.format(
      projet.parties
        .filter((partie) => partie.role === role)
        .map(({ partenaire }) => nomPartenaire(partenaireDuGraphe(partenaire))),
    );
  return (
    <dl className="s-projet">
      <dt>Auteurs du projet</dt>
      <dd>{nommer('AUTEUR')}</dd>
      <dt>Appui opérationnel</dt>
      <dd>{nommer('APPUI')}</dd>
    </dl>
  );
}

/** The common act: three originals, one per house, and whether they say the same thing. */
export function TexteSigne({ protocole }: TexteSigneProps): ReactNode {
  const originaux: Originaux = {
    etat: protocole?.originalEtat ?? null,
    region: protocole?.originalRegion ?? null,
    'pole-emploi': protocole?.originalPoleEmploi ?? null,
  };
  return (
    <Carte titre="Texte signé">
      {protocole !== null && (
        <p>Signé le {formaterDate(protocole.signeLe)} par les trois maisons.</p>
      )}
      <Projet etapes={protocole?.etapes ?? []} />
      <Constat originaux={originaux} />
      <ul className="s-originaux">
        {PARTENAIRES.map((partenaire) => {
          const original = originaux[partenaire];
          return (
            <li key={partenaire}>
              <MarquePartenaire partenaire={partenaire} />
              {original === null ? (
                <span>original non lu</span>
              ) : (
                <details>
                  <summary>
                    <span className="p-hors-ecran">Empreinte </span>
                    <code>{abregerEmpreinte(original.empreinte)}</code>
                  </summary>
                  <code>{original.empreinte}</code>
                  <small>Enregistré le {formaterDate(original.enregistreLe)}</small>
                </details>
              )}
            </li>
          );
        })}
      </ul>
      <p>
        <a href="/protocole/texte">Comparer les originaux, lire les versions et les avenants</a>
      </p>
      <p className="p-pied">
        Chaque maison tient son exemplaire. La même empreinte prouve que le texte est le même, mot
        pour mot.
      </p>
    </Carte>
  );
}
