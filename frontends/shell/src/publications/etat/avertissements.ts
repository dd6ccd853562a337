import { formaterLe, formaterNombre } from '@passerelle/portal-kit';
import type { Etat } from '@passerelle/publication';
import { deEditeur, sujetEditeur } from '../commun/editeurs.js';
import type { EtatDePartenaire, PasserelleVue } from '../registre/lire-etat.js';

/** Something that an administrator should look at first. */
export interface Avertissement {
  cle: string;
  ton: 'alerte' | 'attention';
  /** In two words: « Schéma non servi ». */
  mot: string;
  titre: string;
  detail: string;
}

/** A gateway not seen for longer was taken away: the table still names it, nobody is called. */
const OUBLI_MS = 24 * 60 * 60 * 1_000;

function enPhrase(message: string): string {
  const texte = message.trim();
  return texte === '' || /[.…?]$/.test(texte) ? texte : `${texte}.`;
}

function deLaPasserelle(passerelle: PasserelleVue, etat: Etat, maintenant: Date): Avertissement[] {
  const nom = passerelle.passerelle;
  const depuisMs = maintenant.getTime() - Date.parse(passerelle.vueLe);
  if (!passerelle.connectee && depuisMs >= OUBLI_MS) return [];
  const avertissements: Avertissement[] = [];
  if (passerelle.alarme !== null) {
    const { code, message, le } = passerelle.alarme;
    avertissements.push({
      cle: `alarme ${nom}`,
      ton: 'alerte',
      mot: 'Alarme',
      titre: `La passerelle « ${nom} » a donné l’alarme ${formaterLe(le, maintenant)}.`,
      detail: `${enPhrase(message)} Elle continue avec la publication ${passerelle.numero}. Code : ${code}.`,
    });
  }
  if (!passerelle.connectee) {
    avertissements.push({
      cle: `absente ${nom}`,
      ton: 'attention',
      mot: 'Non connectée',
      titre: `La passerelle « ${nom} » n’est pas connectée au registre.`,
      detail: `Vue ${formaterLe(passerelle.vueLe, maintenant)}, elle servait la publication ${passerelle.numero}. Si elle tourne encore, elle continue de la servir.`,
    });
  } else if (passerelle.numero < etat.numero) {
    avertissements.push({
      cle: `retard ${nom}`,
      ton: 'attention',
      mot: 'En retard',
      titre: `La passerelle « ${nom} » sert encore la publication ${passerelle.numero}.`,
      detail: `La publication en cours est la ${etat.numero}.`,
    });
  }
  return avertissements;
}

function duPartenaire(
  { partenaire, schema, canari }: EtatDePartenaire,
  maintenant: Date,
): Avertissement[] {
  const avertissements: Avertissement[] = [];
  const derive = schema?.derive ?? null;
  if (derive?.statut === 'DERIVE') {
    avertissements.push({
      cle: `derive ${partenaire}`,
      ton: 'alerte',
      mot: 'Dérive',
      titre: `Le service ${deEditeur(partenaire)} ne sert pas le schéma publié.`,
      detail: `${enPhrase(derive.message)} Constaté ${formaterLe(derive.constateeLe, maintenant)}.`,
    });
  }
  if (derive?.statut === 'INJOIGNABLE') {
    avertissements.push({
      cle: `injoignable ${partenaire}`,
      ton: 'attention',
      mot: 'Injoignable',
      titre: `Le service ${deEditeur(partenaire)} n’a pas répondu au registre.`,
      detail: `${enPhrase(derive.message)} Constaté ${formaterLe(derive.constateeLe, maintenant)}.`,
    });
  }
  if (canari !== null && canari.erreurs > 0) {
    avertissements.push({
      cle: `canari ${partenaire}`,
      ton: 'attention',
      mot: 'Canari',
      titre: `${sujetEditeur(partenaire)} essaie la version ${canari.version} de son module, qui a connu ${canari.erreurs === 1 ? 'une erreur' : `${formaterNombre(canari.erreurs)} erreurs`}.`,
      detail: `${canari.montages === 1 ? 'Un affichage compté' : `${formaterNombre(canari.montages)} affichages comptés`} chez les personnes qui l’essaient.`,
    });
  }
  return avertissements;
}

/** What deserves a look, alarms and drifts before the rest; within each, in the order given. */
export function avertissements(etat: Etat, maintenant: Date): Avertissement[] {
  const tous = [
    ...etat.partenaires.flatMap((partenaire) => duPartenaire(partenaire, maintenant)),
    ...etat.passerelles.flatMap((passerelle) => deLaPasserelle(passerelle, etat, maintenant)),
  ];
  const alertes = tous.filter(({ ton }) => ton === 'alerte');
  return [...alertes, ...tous.filter(({ ton }) => ton === 'attention')];
}

/** What may be said when nothing deserves a look: no more than what was seen. */
export function phraseSansAvertissement({ partenaires, passerelles }: Etat): string {
  const publies = partenaires.filter(({ schema }) => schema !== null);
  const verifies = publies.filter(({ schema }) => schema?.derive?.statut === 'CONFORME');
  const services =
    publies.length === 0
      ? 'aucun schéma n’est publié'
      : verifies.length === publies.length
        ? 'les services servent ce qu’ils ont publié'
        : 'tous les services n’ont pas encore été vérifiés depuis leur publication';
  const connectees = passerelles.some(({ connectee }) => connectee);
  return `Rien à signaler : ${services} ; ${
    connectees
      ? 'les passerelles connectées servent la publication en cours'
      : 'aucune passerelle n’est connectée'
  }.`;
}
