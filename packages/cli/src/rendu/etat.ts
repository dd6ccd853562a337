import type { Etat } from '@passerelle/publication';
import { instant } from './dates.js';
import { peindre } from './style.js';
import { table } from './table.js';

type Partenaire = Etat['partenaires'][number];

export function rendreEtat(etat: Etat, rendu: { largeur: number; couleur: boolean }): string {
  const titre = (texte: string): string => peindre(rendu.couleur, 'bold', texte);
  const { numero, canal, publieeLe, carte, commun, passerelles, partenaires } = etat;
  const lignes = partenaires.map((partenaire) => [
    partenaire.partenaire,
    schemaDe(partenaire),
    moduleDe(partenaire),
  ]);
  return [
    numero === 0
      ? `Rien n’est publié sur le canal ${canal}.`
      : titre(
          `Publication ${numero} de ${canal}, du ${instant(publieeLe)} ; carte de responsabilité ${carte}`,
        ),
    table(
      [{ titre: 'Partenaire' }, { titre: 'Schéma' }, { titre: 'Module' }],
      lignes,
      rendu.largeur,
    ),
    `Commun : coquille ${lotDe(commun.coquille)} ; fichiers partagés ${lotDe(commun.partages)}.`,
    ...(passerelles.length === 0
      ? ['Aucune passerelle ne s’est annoncée.']
      : [
          table(
            [{ titre: 'Passerelle' }, { titre: 'Sert' }, { titre: 'Vue le' }, { titre: 'État' }],
            passerelles.map(({ passerelle, numero: sert, vueLe, connectee, alarme }) => [
              passerelle,
              String(sert),
              instant(vueLe),
              [
                connectee ? 'reliée' : 'absente',
                ...(alarme
                  ? [`${peindre(rendu.couleur, 'red', `ALARME ${alarme.code}`)} ${alarme.message}`]
                  : []),
              ].join('\n'),
            ]),
            rendu.largeur,
          ),
        ]),
    '',
  ].join('\n');
}

function schemaDe({ schema }: Partenaire): string {
  if (schema === null) return 'aucun';
  const { revision, url, publieLe, par, commit, derive } = schema;
  return [
    `révision ${revision}, ${instant(publieLe)}`,
    url,
    parQui(par, commit),
    ...(derive === null || derive.statut === 'CONFORME'
      ? []
      : [`${derive.statut} le ${instant(derive.constateeLe)} : ${derive.message}`]),
  ].join('\n');
}

function moduleDe({ module, canari }: Partenaire): string {
  const lignes =
    module === null
      ? ['aucun']
      : [
          `révision ${module.revision} (${module.version}), ${instant(module.publieLe)}`,
          parQui(module.par, module.commit),
        ];
  if (canari !== null) {
    const { roles, organisations } = canari.cible;
    lignes.push(
      `canari : révision ${canari.revision} (${canari.version}) pour ${[...roles, ...organisations].join(', ')}`,
      `${compte(canari.montages, 'affichage')}, ${compte(canari.erreurs, 'erreur')}`,
    );
  }
  return lignes.join('\n');
}

function compte(nombre: number, nom: string): string {
  return `${nombre} ${nom}${nombre > 1 ? 's' : ''}`;
}

function lotDe(lot: Etat['commun']['coquille']): string {
  return lot === null ? 'aucune révision' : `révision ${lot.revision} (${instant(lot.publieLe)})`;
}

function parQui(par: string, commit: string | null): string {
  return commit === null ? `par ${par}` : `par ${par}, ${commit.slice(0, 12)}`;
}
