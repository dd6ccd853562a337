import {
  carteEnVigueurSchema,
  etatSchema,
  jetonCreeSchema,
  listeDeDemandesDeCarteSchema,
  listeDeJetonsSchema,
  pageDeJournalSchema,
  resultatPublicationSchema,
  resumeDePublicationSchema,
  usagesSchema,
} from '@passerelle/publication';
import { describe, expect, it } from 'vitest';
import { lireCarte, lireDemandes } from '../src/publications/registre/lire-carte.js';
import { lireEtat } from '../src/publications/registre/lire-etat.js';
import { lireJetonCree, lireJetons } from '../src/publications/registre/lire-jetons.js';
import { lireJournal } from '../src/publications/registre/lire-journal.js';
import { lireResultat } from '../src/publications/registre/lire-rapport.js';
import { lireResume } from '../src/publications/registre/lire-resume.js';
import { lireUsages } from '../src/publications/registre/lire-usages.js';
import { unEtat, unRapport, unResultat, unResume } from './exemples.js';
import { desUsages, uneCarte, uneDemande, unJeton } from './exemples-de-gestion.js';
import { unJournal } from './exemples-de-journal.js';

/** What the registry's own contract accepts of an example, as it travels. */
function selonLeContrat(schema: { parse: (corps: unknown) => unknown }, exemple: unknown): unknown {
  return schema.parse(JSON.parse(JSON.stringify(exemple)));
}

describe('les lectures des pages et le contrat du registre disent la même chose', () => {
  it.each([
    ['état', etatSchema, lireEtat, unEtat()],
    ['usages', usagesSchema, lireUsages, desUsages()],
    ['publication', resumeDePublicationSchema, lireResume, unResume()],
    ['retour fait', resultatPublicationSchema, lireResultat, unResultat()],
    ['jeton créé', jetonCreeSchema, lireJetonCree, { ...unJeton(), secret: 'psr_1_secret' }],
  ] as const)('%s', (_nom, schema, lire, exemple) => {
    expect(lire(JSON.parse(JSON.stringify(exemple)))).toEqual(selonLeContrat(schema, exemple));
  });

  it('refus avec son rapport', () => {
    const refus = unResultat({ publie: false, numero: null, rapport: unRapport() });
    const lu = lireResultat(JSON.parse(JSON.stringify(refus)));
    expect(lu).toEqual(selonLeContrat(resultatPublicationSchema, refus));
  });

  it('jetons et demandes de carte', () => {
    const jetons = { jetons: [unJeton(), unJeton({ id: 'j-2', revoqueLe: unJeton().creeLe })] };
    expect({ jetons: lireJetons(jetons) }).toEqual(selonLeContrat(listeDeJetonsSchema, jetons));
    const demandes = { demandes: [uneDemande()] };
    expect({ demandes: lireDemandes(demandes) }).toEqual(
      selonLeContrat(listeDeDemandesDeCarteSchema, demandes),
    );
  });

  it('journal, dont les détails', () => {
    const page = { entrees: unJournal(), suite: 14 };
    expect(selonLeContrat(pageDeJournalSchema, page)).toBeTruthy();
    const lu = lireJournal(JSON.parse(JSON.stringify(page)));
    expect(lu.suite).toBe(14);
    expect(lu.entrees.map(({ rang }) => rang)).toEqual(page.entrees.map(({ rang }) => rang));
    expect(lu.entrees[1]?.details.rapport).toEqual(unRapportLu());
    expect(lu.entrees[2]?.details).toMatchObject({ vers: 9, motif: expect.any(String) });
    expect(lu.entrees[3]?.details.autres).toEqual([{ nom: 'version', valeur: '1.0.0' }]);
  });

  it('carte', () => {
    const carte = uneCarte();
    expect(selonLeContrat(carteEnVigueurSchema, carte)).toBeTruthy();
    const lue = lireCarte(carte);
    expect(lue.revision).toBe(2);
    expect(lue.lignes.map(({ nom, partenaire }) => `${nom} : ${partenaire}`)).toEqual([
      'Engagement : etat',
      'FacteurTension : pole-emploi',
      'Formation : region',
      'Query.formations : region',
      'Engagement.libelle : etat',
      'PageInfo : null',
    ]);
    expect(lue.partenaires.find(({ partenaire }) => partenaire === 'pole-emploi')?.hotes).toEqual(
      [],
    );
  });
});

function unRapportLu(): unknown {
  return JSON.parse(JSON.stringify(unJournal()[1]?.details ?? null), (cle, valeur: unknown) =>
    cle === 'vuLe' ? expect.any(String) : valeur,
  ).rapport;
}
