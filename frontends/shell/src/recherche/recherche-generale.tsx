import { naviguer, useLecture } from '@passerelle/portal-kit';
import { RechercheAvecPropositions } from '@passerelle/portal-ui';
import { type ReactNode, type Ref, useState } from 'react';
import { EngagementsCherchesDocument, TerritoiresCherchesDocument } from '../generated/graphql.js';
import { cheminEngagement, cheminTerritoire } from '../route.js';
import { LIBELLES_MAILLE, situer } from '../territoires/mailles.js';
import { useTexteStable } from '../texte-stable.js';
import { chercherEngagements } from './chercher-engagements.js';

/** The search of the header: engagements and territories, from any page. */
export function RechercheGenerale({ champ }: { champ: Ref<HTMLInputElement> }): ReactNode {
  const [texte, setTexte] = useState('');
  const stable = useTexteStable(texte.trim());
  const vide = texte.trim() === '';
  const engagements = useLecture(EngagementsCherchesDocument, {}, { pause: vide });
  const territoires = useLecture(
    TerritoiresCherchesDocument,
    { recherche: stable, first: 6 },
    { pause: stable.length < 2 },
  );
  const trouves = vide
    ? []
    : chercherEngagements(engagements.donnees?.engagements ?? [], texte).map(
        ({ code, libelle }) => ({
          cle: code,
          libelle: `${code} ${libelle}`,
          href: cheminEngagement(code),
        }),
      );
  const lieux =
    stable.length < 2
      ? []
      : (territoires.donnees?.territoires?.nodes ?? []).map((territoire) => ({
          cle: `${territoire.maille}-${territoire.code}`,
          libelle: territoire.nom,
          detail: situer(territoire),
          href: cheminTerritoire(territoire),
        }));
  const versTerritoires = (): void => {
    if (!vide) naviguer(`/territoires?q=${encodeURIComponent(texte.trim())}`);
  };
  return (
    <search className="s-recherche">
      <RechercheAvecPropositions
        ref={champ}
        libelle="Chercher un engagement ou un territoire"
        placeholder="Chercher un engagement, une commune…"
        raccourci="/"
        valeur={texte}
        onChange={setTexte}
        enCours={territoires.enCours || engagements.enCours || stable !== texte.trim()}
        groupes={[
          { titre: 'Engagements', propositions: trouves },
          { titre: 'Territoires', propositions: lieux },
        ]}
        rien={
          texte.trim().length < 2
            ? `Écrivez au moins deux lettres : un mot d’un engagement, une ${LIBELLES_MAILLE.COMMUNE.singulier}…`
            : 'Rien ne correspond. Essayez un mot de l’engagement, son code (E07) ou le nom d’une commune.'
        }
        onChoisir={({ href }) => {
          setTexte('');
          naviguer(href);
        }}
        onValider={() => {
          const [premier] = trouves;
          if (premier && lieux.length === 0) naviguer(premier.href);
          else versTerritoires();
        }}
      />
    </search>
  );
}
