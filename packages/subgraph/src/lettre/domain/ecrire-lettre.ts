import type { BlocDeLettre, Lettre, LettreEcrite, LigneDeLettre } from './lettre.js';

const JOUR = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * The letter as text and as a page; both say the same.
 *
 * Nothing is fetched when it is opened: no image, no style from elsewhere, no trace of reading.
 *
 * @param portail - address of the portal, without a final slash; every link begins with it
 */
export function ecrireLettre(lettre: Lettre, portail: string): LettreEcrite {
  const jour = jourEnMots(lettre.lundi);
  return {
    objet: `Passerelle, ${jour}`,
    texte: enTexte(lettre, jour, portail),
    html: enHtml(lettre, jour, portail),
  };
}

/** « lundi 18 décembre 2023 ». */
export function jourEnMots(jour: string): string {
  return JOUR.format(new Date(`${jour}T00:00:00Z`)).replace(/ 1 /, ' 1er ');
}

const REGLAGE = '/suivi';

function enTexte(lettre: Lettre, jour: string, portail: string): string {
  const blocs = lettre.blocs.map((bloc) =>
    [
      bloc.titre.toLocaleUpperCase('fr'),
      ...(bloc.rien === null ? [] : [bloc.rien]),
      ...bloc.lignes.flatMap((ligne) => ligneEnTexte(ligne, portail)),
      ...(bloc.suite === null ? [] : [`${bloc.suite.texte} : ${portail}${bloc.suite.chemin}`]),
    ].join('\n'),
  );
  return [
    `${majuscule(jour)}`,
    `Pour : ${lettre.fonction}, ${lettre.organisation}`,
    ...(lettre.demonstration === null ? [] : [lettre.demonstration]),
    '',
    blocs.join('\n\n'),
    '',
    '--',
    `Vous recevez cette lettre parce que vous l’avez demandée. Pour y renoncer : ${portail}${REGLAGE}`,
    '',
  ].join('\n');
}

function ligneEnTexte({ texte, detail, chemin }: LigneDeLettre, portail: string): string[] {
  return [
    `- ${texte}`,
    ...(detail === null ? [] : [`  ${detail}`]),
    ...(chemin === null ? [] : [`  ${portail}${chemin}`]),
  ];
}

function enHtml(lettre: Lettre, jour: string, portail: string): string {
  return [
    '<!doctype html>',
    '<html lang="fr">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${echapper(`Passerelle, ${jour}`)}</title></head>`,
    '<body style="margin:0;background:#ffffff;color:#1b1f24;font:16px/1.5 sans-serif">',
    '<main style="max-width:38rem;margin:0 auto;padding:1.5rem 1rem">',
    `<h1 style="font-size:1.5rem;line-height:1.25">${echapper(majuscule(jour))}</h1>`,
    `<p>Pour : ${echapper(`${lettre.fonction}, ${lettre.organisation}`)}</p>`,
    ...(lettre.demonstration === null ? [] : [`<p><em>${echapper(lettre.demonstration)}</em></p>`]),
    ...lettre.blocs.map((bloc) => blocEnHtml(bloc, portail)),
    '<hr style="border:0;border-top:1px solid #8a929c;margin:2rem 0 1rem">',
    `<p>Vous recevez cette lettre parce que vous l’avez demandée. ${lien(
      { texte: 'Y renoncer ou la régler', chemin: REGLAGE },
      portail,
    )}.</p>`,
    '</main></body></html>',
    '',
  ].join('\n');
}

function blocEnHtml({ titre, lignes, rien, suite }: BlocDeLettre, portail: string): string {
  return [
    `<h2 style="font-size:1.15rem;margin:1.75rem 0 .5rem">${echapper(titre)}</h2>`,
    ...(rien === null ? [] : [`<p>${echapper(rien)}</p>`]),
    ...(lignes.length === 0
      ? []
      : [
          '<ul style="margin:0;padding-left:1.25rem">',
          ...lignes.map((ligne) => ligneEnHtml(ligne, portail)),
          '</ul>',
        ]),
    ...(suite === null ? [] : [`<p>${lien(suite, portail)}</p>`]),
  ].join('\n');
}

function ligneEnHtml({ texte, detail, chemin }: LigneDeLettre, portail: string): string {
  const principal = chemin === null ? echapper(texte) : lien({ texte, chemin }, portail);
  return `<li style="margin:.4rem 0">${principal}${
    detail === null ? '' : `<br><span style="color:#4a525c">${echapper(detail)}</span>`
  }</li>`;
}

function lien({ texte, chemin }: { texte: string; chemin: string }, portail: string): string {
  return `<a style="color:#0b4f8a" href="${echapper(`${portail}${chemin}`)}">${echapper(texte)}</a>`;
}

const ECHAPPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function echapper(texte: string): string {
  return texte.replace(/[&<>"']/g, (signe) => ECHAPPES[signe] ?? '');
}

function majuscule(texte: string): string {
  return texte.charAt(0).toLocaleUpperCase('fr') + texte.slice(1);
}
