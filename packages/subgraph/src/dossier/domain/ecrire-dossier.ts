import { echapper, jourEnMots } from '../../lettre/domain/ecrire-lettre.js';
import type { LettreEcrite } from '../../lettre/domain/lettre.js';
import type { DossierLu, PartieDeDossier } from './dossier.js';

/**
 * The message that carries a dossier: a link that opens it, and the dossier itself as a page. It
 * names functions only, and nothing is fetched when it is opened.
 *
 * @param portail - address of the portal, without a final slash
 * @param le - civil date of what is said
 */
export function ecrireDossier(dossier: DossierLu, portail: string, le: string): LettreEcrite {
  const titre = `Dossier : ${dossier.instance}, ${jourEnMots(dossier.jour)}`;
  const lien = `${portail}/seances/${dossier.seance}/dossier`;
  const lignes = [
    ...(dossier.objet === null ? [] : [dossier.objet]),
    ...(dossier.lieu === null ? [] : [`Lieu : ${dossier.lieu}`]),
    ...(dossier.demonstration ? ['Données de démonstration.'] : []),
    ...dossier.absents.map((maison) => `${maison} ne répondait pas : sa part manque.`),
  ];
  return {
    objet: titre,
    texte: [titre, '', ...lignes, '', `Ouvrir le dossier : ${lien}`, ''].join('\n'),
    html: page(titre, [
      ...lignes.map((ligne) => `<p>${echapper(ligne)}</p>`),
      `<p><a href="${echapper(lien)}">Ouvrir le dossier dans le portail</a></p>`,
      '<p>Le dossier est joint à ce message.</p>',
    ]),
    pieces: [
      {
        nom: `dossier-${dossier.seance.replace(':', '-')}.html`,
        html: page(titre, [
          ...lignes.map((ligne) => `<p>${echapper(ligne)}</p>`),
          ...dossier.parties.flatMap(partieEnHtml),
          `<p>État au ${echapper(jourEnMots(le))}. <a href="${echapper(lien)}">Relire dans le portail</a></p>`,
        ]),
      },
    ],
  };
}

function partieEnHtml({ titre, colonnes, lignes, rien }: PartieDeDossier): string[] {
  const entete = `<h2>${echapper(titre)}</h2>`;
  if (lignes.length === 0) return [entete, `<p>${echapper(rien)}</p>`];
  const cellules = (balise: 'td' | 'th', textes: readonly string[]): string =>
    `<tr>${textes.map((texte) => `<${balise}${balise === 'th' ? ' scope="col"' : ''} style="border:1px solid #8a929c;padding:.35rem .5rem;text-align:left;vertical-align:top">${echapper(texte)}</${balise}>`).join('')}</tr>`;
  return [
    entete,
    '<table style="border-collapse:collapse;width:100%">',
    `<thead>${cellules('th', colonnes)}</thead>`,
    `<tbody>${lignes.map((ligne) => cellules('td', ligne)).join('\n')}</tbody>`,
    '</table>',
  ];
}

function page(titre: string, corps: readonly string[]): string {
  return [
    '<!doctype html>',
    '<html lang="fr">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${echapper(titre)}</title></head>`,
    '<body style="margin:0;background:#ffffff;color:#1b1f24;font:16px/1.5 sans-serif">',
    '<main style="max-width:56rem;margin:0 auto;padding:1.5rem 1rem">',
    `<h1 style="font-size:1.5rem;line-height:1.25">${echapper(titre)}</h1>`,
    ...corps,
    '</main></body></html>',
    '',
  ].join('\n');
}
