import type { TexteProtocole } from '@passerelle/demo-data';
import type { Passage } from './texte-commun.js';

/** A whole text passage by passage, in its order: what the hash covers, made readable. */
export function passagesDe({ protocole, enjeux, engagements }: TexteProtocole): Passage[] {
  return [
    ...champsDe('protocole', {
      intitule: protocole.intitule,
      signeLe: protocole.signeLe,
      lieu: protocole.lieu,
      signataires: protocole.signataires
        .map(({ fonction, organisation }) => `${fonction}, ${organisation}`)
        .join(' ; '),
      enPresenceDe: protocole.enPresenceDe.join(' ; '),
      texteOfficiel: ouiOuNon(protocole.texteOfficiel),
      source: protocole.source,
    }),
    ...enjeux.flatMap(({ numero, libelle, texteOfficiel, source }) =>
      champsDe(`enjeu ${numero}`, { libelle, texteOfficiel: ouiOuNon(texteOfficiel), source }),
    ),
    ...engagements.flatMap((engagement) =>
      champsDe(engagement.code, {
        libelle: engagement.libelle,
        enjeu: String(engagement.enjeu),
        pilote: engagement.pilote,
        copilotes: engagement.copilotes.join(', '),
        echeance: engagement.echeance,
        retireLe: engagement.retireLe,
        texteOfficiel: ouiOuNon(engagement.texteOfficiel),
        source: engagement.source,
      }),
    ),
  ];
}

function champsDe(sujet: string, champs: Readonly<Record<string, string | undefined>>): Passage[] {
  return Object.entries(champs).flatMap(([champ, texte]) =>
    texte === undefined ? [] : [{ sujet, champ, texte }],
  );
}

function ouiOuNon(valeur: boolean): string {
  return valeur ? 'oui' : 'non';
}
