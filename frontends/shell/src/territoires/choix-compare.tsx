import { type ReactNode, useId } from 'react';

/** One of the two sides: two fields of the same name need a group that tells them apart. */
export function ChoixCompare({
  titre,
  children,
}: {
  titre: string;
  children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would disable and reset with a form
    <div role="group" aria-labelledby={id}>
      <h2 id={id}>{titre}</h2>
      {children}
    </div>
  );
}
