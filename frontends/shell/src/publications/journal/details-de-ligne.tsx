import { Proprietes } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { ListeDifferences } from '../rapport/liste-differences.js';
import { RapportLu } from '../rapport/rapport.js';
import type { LigneDeJournal } from '../registre/lire-journal.js';

const NOMS: Readonly<Record<string, string>> = {
  adresse: 'Adresse',
  code: 'Code',
  empreinte: 'Empreinte',
  genre: 'Genre',
  message: 'Message',
  nom: 'Nom',
  passerelle: 'Passerelle',
  revision: 'Révision',
  version: 'Version',
};

/** Everything that a line of the journal keeps beyond its sentence. */
export function DetailsDeLigne({ ligne }: { ligne: LigneDeJournal }): ReactNode {
  const { rapport, motif, vers, differences, autres } = ligne.details;
  const faits = [
    ...(motif === null ? [] : [{ nom: 'Motif', valeur: motif }]),
    ...(vers === null ? [] : [{ nom: 'Retour à', valeur: `publication ${vers}` }]),
    ...(ligne.commit === null ? [] : [{ nom: 'Commit', valeur: <code>{ligne.commit}</code> }]),
    ...autres.map(({ nom, valeur }) => ({ nom: NOMS[nom] ?? nom, valeur })),
  ];
  return (
    <div className="s-details">
      {faits.length > 0 && <Proprietes elements={faits} />}
      {differences.length > 0 && <ListeDifferences differences={differences} />}
      {rapport !== null && <RapportLu rapport={rapport} />}
      {faits.length === 0 && differences.length === 0 && rapport === null && (
        <p>Cette ligne ne garde rien de plus que sa phrase.</p>
      )}
    </div>
  );
}
