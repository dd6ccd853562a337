import type { ReactNode } from 'react';

export interface EtapeFil {
  libelle: string;
  href?: string;
}

/** The way from the top to the page, which is not itself repeated: its title follows. */
export function FilAriane({ etapes }: { etapes: readonly EtapeFil[] }): ReactNode {
  return (
    <nav className="p-fil" aria-label="Fil d’Ariane">
      <ol>
        {etapes.map((etape) => (
          <li key={`${etape.href ?? ''} ${etape.libelle}`}>
            {etape.href === undefined ? (
              <span>{etape.libelle}</span>
            ) : (
              <a href={etape.href}>{etape.libelle}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
