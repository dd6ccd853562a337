import { naviguer } from '@passerelle/portal-kit';
import { RechercheAvecPropositions } from '@passerelle/portal-ui';
import { type ReactNode, type Ref, useState } from 'react';
import { useTexteStable } from '../texte-stable.js';
import { useRecherche } from './use-recherche.js';

const PAR_GENRE = 4;

/** The one search of the header: whatever the three houses hold, from any page. */
export function RechercheGenerale({ champ }: { champ: Ref<HTMLInputElement> }): ReactNode {
  const [texte, setTexte] = useState('');
  const stable = useTexteStable(texte.trim());
  const { groupes, enCours, note } = useRecherche(stable, PAR_GENRE);
  const vide = texte.trim() === '';
  const propositions = vide
    ? []
    : groupes.map(({ titre, trouvailles }) => ({
        titre,
        propositions: trouvailles.map((trouvaille) => ({
          cle: cleDe(trouvaille),
          libelle: trouvaille.titre,
          ...(trouvaille.sousTitre !== null && { detail: trouvaille.sousTitre }),
          href: trouvaille.chemin,
        })),
      }));
  const toutes = propositions.flatMap((groupe) => groupe.propositions);
  return (
    <search className="s-recherche">
      <RechercheAvecPropositions
        ref={champ}
        libelle="Chercher dans les trois maisons"
        placeholder="Chercher un engagement, une commune, une décision…"
        raccourci="/"
        valeur={texte}
        onChange={setTexte}
        enCours={enCours || stable !== texte.trim()}
        groupes={propositions}
        note={note}
        rien={
          texte.trim().length < 2
            ? 'Écrivez au moins deux lettres : un mot d’un engagement, une commune, un métier…'
            : 'Rien ne correspond. Essayez un autre mot, un code (E07) ou le nom d’une commune.'
        }
        onChoisir={({ href }) => {
          setTexte('');
          naviguer(href);
        }}
        onValider={() => {
          if (vide) return;
          const [seule] = toutes;
          if (seule && toutes.length === 1 && !enCours && stable === texte.trim()) {
            naviguer(seule.href);
          } else naviguer(`/recherche?q=${encodeURIComponent(texte.trim())}`);
        }}
      />
    </search>
  );
}

/** Names an option of the list in the page: no space. */
function cleDe({ genre, chemin, titre }: { genre: string; chemin: string; titre: string }): string {
  return `${genre}-${chemin}-${titre}`.replace(/[^\p{L}\p{N}]+/gu, '-');
}
