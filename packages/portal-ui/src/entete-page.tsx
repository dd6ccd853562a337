import type { ReactNode } from 'react';
import { type EtapeFil, FilAriane } from './fil-ariane.js';

export interface EntetePageProps {
  titre: ReactNode;
  fil?: readonly EtapeFil[];
  /** One or two sentences under the title. */
  chapo?: ReactNode;
  actions?: ReactNode;
}

/** The head of a page: the shell moves focus to its h1 after a navigation. */
export function EntetePage({ titre, fil, chapo, actions }: EntetePageProps): ReactNode {
  return (
    <header className="p-entete">
      <div>
        {fil !== undefined && fil.length > 0 && <FilAriane etapes={fil} />}
        <h1 tabIndex={-1}>{titre}</h1>
        {chapo !== undefined && <div className="p-entete__chapo">{chapo}</div>}
      </div>
      {actions !== undefined && <div className="p-actions">{actions}</div>}
    </header>
  );
}
