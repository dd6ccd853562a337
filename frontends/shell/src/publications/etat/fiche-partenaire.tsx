import { formaterNombre } from '@passerelle/portal-kit';
import { Carte, estPartenaire, Pastille, Proprietes } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { MomentProche } from '../../moment-proche.js';
import { Commit, Empreinte } from '../commun/abreviations.js';
import { deEditeur } from '../commun/editeurs.js';
import { MarqueEditeur } from '../commun/marque-editeur.js';
import { MomentLe } from '../commun/moment-le.js';
import type {
  Canari,
  EtatDePartenaire,
  ModuleEnService,
  SchemaEnService,
} from '../registre/lire-etat.js';
import { decrireCible } from './cible.js';

/** What one house publishes on a channel; its acts when it is the reader's own. */
export function FichePartenaire({
  etat,
  aMoi,
  actes,
}: {
  etat: EtatDePartenaire;
  aMoi: boolean;
  /** Absent: the reader may do nothing here, and is told who may. */
  actes?: ReactNode;
}): ReactNode {
  const { partenaire, schema, module, canari } = etat;
  return (
    <Carte
      titre={<MarqueEditeur editeur={partenaire} />}
      partenaire={aMoi && estPartenaire(partenaire) ? partenaire : undefined}
    >
      <h3>Schéma</h3>
      {schema === null ? (
        <p className="s-absent">Aucun schéma publié sur ce canal.</p>
      ) : (
        <Schema schema={schema} />
      )}
      <h3>Module du portail</h3>
      {module === null ? (
        <p className="s-absent">Aucun module publié pour tous sur ce canal.</p>
      ) : (
        <Module module={module} />
      )}
      {canari !== null && (
        <>
          <h3>Canari</h3>
          <VersionEssayee canari={canari} />
        </>
      )}
      {actes ?? <p className="p-pied">Pour agir ici : l’administrateur {deEditeur(partenaire)}.</p>}
    </Carte>
  );
}

function Schema({ schema }: { schema: SchemaEnService }): ReactNode {
  return (
    <Proprietes
      elements={[
        {
          nom: 'Révision',
          valeur: (
            <>
              {schema.revision}, <Empreinte valeur={schema.empreinte} />
            </>
          ),
        },
        { nom: 'Adresse', valeur: <code>{schema.url}</code> },
        { nom: 'Publié', valeur: <MomentProche iso={schema.publieLe} /> },
        { nom: 'Par', valeur: schema.par },
        ...(schema.commit === null
          ? []
          : [{ nom: 'Commit', valeur: <Commit valeur={schema.commit} /> }]),
        { nom: 'Service', valeur: <Derive derive={schema.derive} /> },
      ]}
    />
  );
}

function Derive({ derive }: { derive: SchemaEnService['derive'] }): ReactNode {
  if (derive === null) return <Pastille>pas encore vérifié depuis</Pastille>;
  const quand = (
    <span className="s-detail">
      Interrogé <MomentLe iso={derive.constateeLe} />
    </span>
  );
  switch (derive.statut) {
    case 'CONFORME':
      return (
        <>
          <Pastille ton="ok">sert ce schéma</Pastille>
          {quand}
        </>
      );
    case 'DERIVE':
      return (
        <>
          <Pastille ton="alerte">sert un autre schéma</Pastille>
          {quand}
        </>
      );
    case 'INJOIGNABLE':
      return (
        <>
          <Pastille ton="attention">n’a pas répondu</Pastille>
          {quand}
        </>
      );
  }
}

function Module({ module }: { module: ModuleEnService }): ReactNode {
  return (
    <Proprietes
      elements={[
        { nom: 'Version', valeur: `${module.version}, révision ${module.revision}` },
        { nom: 'Publié', valeur: <MomentProche iso={module.publieLe} /> },
        { nom: 'Par', valeur: module.par },
        ...(module.commit === null
          ? []
          : [{ nom: 'Commit', valeur: <Commit valeur={module.commit} /> }]),
      ]}
    />
  );
}

function VersionEssayee({ canari }: { canari: Canari }): ReactNode {
  return (
    <Proprietes
      elements={[
        { nom: 'Version', valeur: `${canari.version}, révision ${canari.revision}` },
        { nom: 'Pour', valeur: decrireCible(canari.cible) },
        { nom: 'Publié', valeur: <MomentProche iso={canari.publieLe} /> },
        {
          nom: 'Affichages',
          valeur: `${formaterNombre(canari.montages)}, dont ${formaterNombre(canari.erreurs)} en erreur`,
        },
      ]}
    />
  );
}
