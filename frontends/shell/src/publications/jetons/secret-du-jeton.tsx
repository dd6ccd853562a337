import { Bandeau, Bouton, Champ } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';

type Copie = 'non' | 'faite' | 'impossible';

const PHRASES: Readonly<Record<Copie, string>> = {
  non: '',
  faite: 'Copié dans le presse-papiers.',
  impossible: 'La copie n’a pas été permise : sélectionnez le secret et copiez-le vous-même.',
};

/** The secret of a token, the only time it is shown. */
export function SecretDuJeton({ secret }: { secret: string }): ReactNode {
  const [copie, setCopie] = useState<Copie>('non');
  const debut = useRef<HTMLDivElement>(null);
  useEffect(() => debut.current?.focus(), []);
  const copier = (): void => {
    navigator.clipboard.writeText(secret).then(
      () => setCopie('faite'),
      () => setCopie('impossible'),
    );
  };
  return (
    <div ref={debut} tabIndex={-1} className="s-issue">
      <Bandeau ton="attention" titre="Ce secret ne sera plus montré." annonce="aucune">
        Gardez-le maintenant dans le coffre de votre chaîne d’intégration, sous{' '}
        <code>PASSERELLE_JETON</code>. Le registre n’en a que l’empreinte ; perdu, il se révoque et
        se remplace.
      </Bandeau>
      <Champ libelle="Secret" requis lectureSeule valeur={secret} onChange={() => undefined} />
      <div className="p-actions">
        <Bouton onPress={copier}>Copier le secret</Bouton>
        <span role="status">{PHRASES[copie]}</span>
      </div>
    </div>
  );
}
