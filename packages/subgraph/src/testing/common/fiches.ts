import type { Identite, Partenaire } from '@passerelle/identity';
import { Kind, parse, print } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { MAISONS } from '../../vocabulaire/maison.js';
import { unAgent, uneAutreMaison, unIntegrateur, unResponsable } from '../identities.js';
import { type CommonContext, codes } from './context.js';

const FICHE = `id numero version etat visibilite titre objet statut debut fin experimental demonstration
  auteur budgetTotalEuros etapes { titre echeance faiteLe } budget { montantEuros source }
  territoires { code maille } engagement { code } evaluation { texte le } evaluationEnRetard
  issue motifIssue suite { id experimental debut prolonge { id } } prolonge { id issue }
  varianteDe { id } variantes { nodes { id territoires { code } engagement { code } } }
  versionPubliee { version } historique { nodes { version } }`;

interface FicheLue {
  id: string;
  version: number;
  // A test looks where it wants in a fiche; what it finds is compared, never trusted.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  [field: string]: any;
}

/** Who writes in a house without publishing, with a territory of their own. */
const REDACTEUR = {
  etat: 'sous-prefet',
  region: 'animateur-prochemploi',
  'pole-emploi': 'charge-relations-entreprises',
} as const;

export function describeFiches({ partenaire, maison, subgraph }: CommonContext): void {
  const { suffixe } = maison;
  // A directeur territorial reaches nowhere without a territory.
  const territoire = { code: '32', maille: 'REGION' } as const;
  const responsable = { ...unResponsable(partenaire), territoire };
  const autre = unResponsable(uneAutreMaison(partenaire));

  async function acte(
    nom: string,
    identite: Identite,
    input: object,
  ): Promise<{ fiche: FicheLue | null; refus: string | null; errors: readonly unknown[] }> {
    const mutation = `${nom}Fiche${suffixe}`;
    const type =
      nom === 'publier' || nom === 'abandonner' ? 'Acte' : nom[0]?.toUpperCase() + nom.slice(1);
    const answer = await subgraph().query(
      identite,
      `mutation ($input: ${type}Fiche${suffixe}Input!) {
         ${mutation}(input: $input) { fiche { ${FICHE} } refus { code message } } }`,
      { input },
    );
    const payload = answer.data?.[mutation];
    return {
      fiche: payload?.fiche ?? null,
      refus: payload?.refus?.code ?? null,
      errors: codes(answer),
    };
  }

  async function creer(precisions: object = {}, identite = responsable): Promise<FicheLue> {
    const input = { titre: 'Une fiche d’essai', engagement: 'E07', ...precisions };
    const { fiche, refus, errors } = await acte('creer', identite, input);
    if (!fiche) throw new Error(`not created: ${refus} ${errors.join()}`);
    return fiche;
  }

  async function publier(fiche: FicheLue): Promise<FicheLue> {
    const { fiche: publiee, refus } = await acte('publier', responsable, { fiche: fiche.id });
    if (!publiee) throw new Error(`not published: ${refus}`);
    return publiee;
  }

  async function lire(identite: Identite, id: string): Promise<FicheLue | null> {
    const { data, errors } = await subgraph().query(
      identite,
      `query ($id: ID!) { fiche: ficheAction${suffixe}(id: $id) { ${FICHE} } }`,
      { id },
    );
    expect(errors).toEqual([]);
    return data.fiche;
  }

  async function liste(identite: Identite, filtre: string): Promise<readonly FicheLue[]> {
    const { data, errors } = await subgraph().query(
      identite,
      `{ fiches: fichesAction${suffixe}(first: 100${filtre}) { nodes { ${FICHE} } } }`,
    );
    expect(errors).toEqual([]);
    return data.fiches.nodes;
  }

  describe('fiches action', () => {
    test('une quarantaine de fiches à trois au premier démarrage, marquées démonstration', async () => {
      const fiches = await liste(responsable, '');
      expect(fiches.length).toBeGreaterThanOrEqual(9);
      expect(fiches.every(({ demonstration }) => demonstration === true)).toBe(true);
      expect(fiches.map(({ numero }) => numero)).toEqual(fiches.map((_, index) => index + 1));
      expect(fiches.filter(({ etat }) => etat === 'BROUILLON')).toHaveLength(1);
      expect(await liste(autre, '')).toHaveLength(fiches.length - 1);
    });

    test('un brouillon ne se voit que dans sa maison ; publié, chacun le voit selon sa visibilité', async () => {
      const draft = await creer({
        objet: 'Voir si la fiche se tient.',
        debut: '2024-01-08',
        fin: '2024-06-30',
        etapes: [{ titre: 'Commencer', echeance: '2024-01-31' }],
        budget: [
          { montantEuros: 12_000, source: 'Crédits d’essai' },
          { montantEuros: 3000, source: 'Autre source' },
        ],
        visibilite: 'PUBLIC',
      });
      expect(draft).toMatchObject({
        id: `${partenaire}:fiche-${draft.numero}`,
        version: 1,
        etat: 'BROUILLON',
        statut: 'A_VENIR',
        budgetTotalEuros: 15_000,
        territoires: [{ code: '32', maille: 'REGION' }],
        auteur: `${responsable.fonction}, ${responsable.organisation}`,
        versionPubliee: null,
      });
      expect(await lire(autre, draft.id)).toBeNull();
      expect(await lire(unIntegrateur(), draft.id)).toBeNull();
      expect((await lire(unAgent(partenaire, 'dpo'), draft.id))?.version).toBe(1);

      await publier(draft);
      for (const lecteur of [autre, unIntegrateur(), unAgent(null, 'partenaire-social')]) {
        expect(await lire(lecteur, draft.id)).toMatchObject({ etat: 'PUBLIEE', version: 1 });
      }

      const second = await acte('modifier', responsable, {
        fiche: draft.id,
        titre: 'Une fiche d’essai, revue',
        engagement: 'E07',
        visibilite: 'PARTENAIRES',
        versionAttendue: 1,
      });
      expect(second.fiche).toMatchObject({ version: 2, etat: 'BROUILLON', etapes: [] });
      expect((await lire(autre, draft.id))?.titre).toBe('Une fiche d’essai');
      await publier(draft);
      expect((await lire(autre, draft.id))?.titre).toBe('Une fiche d’essai, revue');
      // What was public stays as it was published: the new version is the partners' only.
      expect((await lire(unIntegrateur(), draft.id))?.version).toBe(1);
      expect((await lire(responsable, draft.id))?.historique.nodes).toEqual([
        { version: 2 },
        { version: 1 },
      ]);
    });

    test('deux personnes écrivent : la seconde est refusée et reçoit la version présente', async () => {
      const fiche = await creer();
      const input = {
        fiche: fiche.id,
        titre: 'Autre titre',
        engagement: 'E07',
        versionAttendue: 1,
      };
      expect((await acte('modifier', responsable, input)).refus).toBeNull();
      const late = await acte('modifier', responsable, input);
      expect(late.refus).toBe('VERSION_DEPASSEE');
      expect(late.fiche).toMatchObject({ version: 2, titre: 'Autre titre' });
    });

    test('un envoi répété sous la même clé n’ouvre qu’une fiche ; une autre demande est refusée', async () => {
      const input = {
        titre: 'Sous clé',
        engagement: 'E07',
        cleIdempotence: `fiche-${partenaire}-1`,
      };
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => acte('creer', responsable, input)),
      );
      expect(new Set(answers.map(({ fiche }) => fiche?.id)).size).toBe(1);
      const other = await acte('creer', responsable, { ...input, titre: 'Autre' });
      expect(other.refus).toBe('CLE_IDEMPOTENCE_REUTILISEE');
    });

    test('un brouillon abandonné laisse voir ce qui était publié ; sans rien de publié, plus rien', async () => {
      const fiche = await creer();
      await publier(fiche);
      await acte('modifier', responsable, { fiche: fiche.id, titre: 'Raté', engagement: 'E07' });
      const left = await acte('abandonner', responsable, { fiche: fiche.id });
      expect(left.fiche).toMatchObject({ version: 1, etat: 'PUBLIEE' });
      expect((await acte('abandonner', responsable, { fiche: fiche.id })).refus).toBe(
        'RIEN_A_ABANDONNER',
      );
      expect((await acte('publier', responsable, { fiche: fiche.id })).refus).toBe(
        'RIEN_A_PUBLIER',
      );

      const jamais = await creer();
      expect(await acte('abandonner', responsable, { fiche: jamais.id })).toMatchObject({
        fiche: null,
        refus: null,
      });
      expect(await lire(responsable, jamais.id)).toBeNull();
    });

    test('ligne 11 : une expérimentation est datée, finit au plus tard le 31 décembre 2023, et se liste quand son évaluation manque', async () => {
      const base = { titre: 'Une expérimentation', engagement: 'E07', experimental: true };
      expect((await acte('creer', responsable, base)).refus).toBe('EXPERIMENTATION_SANS_FIN');
      expect((await acte('creer', responsable, { ...base, fin: '2024-01-01' })).refus).toBe(
        'EXPERIMENTATION_TROP_LONGUE',
      );
      const fiche = await publier(
        await creer({
          ...base,
          fin: '2023-11-30',
          territoires: [{ code: '596', maille: 'ARRONDISSEMENT' }],
        }),
      );
      expect(fiche.evaluationEnRetard).toBe(true);

      const enRetard = async (lecteur: Identite, le: string) =>
        (await liste(lecteur, `, evaluationEnRetardLe: "${le}"`)).map(({ id }) => id);
      expect(await enRetard(autre, '2023-12-15')).toContain(fiche.id);
      expect(await enRetard(autre, '2023-11-30')).not.toContain(fiche.id);
      const toutes = await liste(autre, '');
      const attendues = toutes.filter((one) => one.evaluationEnRetard).map(({ id }) => id);
      expect(await enRetard(autre, '2023-12-15')).toEqual(attendues);

      const evaluee = await acte('evaluer', responsable, {
        fiche: fiche.id,
        texte: 'Neuf entreprises sur dix recommenceraient.',
      });
      // Said on the day of the demonstration when no day is given.
      expect(evaluee.fiche?.evaluation).toEqual({
        texte: 'Neuf entreprises sur dix recommenceraient.',
        le: '2023-12-15',
      });
      expect(await enRetard(responsable, '2023-12-15')).not.toContain(fiche.id);
      // For the others it is late until it is published.
      expect(await enRetard(autre, '2023-12-15')).toContain(fiche.id);
      await publier(fiche);
      expect(await enRetard(autre, '2023-12-15')).not.toContain(fiche.id);
    });

    test('ligne 12 : une expérimentation évaluée se conclut généralisée, adaptée ou arrêtée, et sa suite en 2024 garde le lien', async () => {
      const experience = async () => {
        const fiche = await creer({
          experimental: true,
          fin: '2023-12-01',
          visibilite: 'PARTENAIRES',
        });
        const trop = { fiche: fiche.id, issue: 'GENERALISEE', motif: 'Elle a fait ses preuves.' };
        expect((await acte('conclure', responsable, trop)).refus).toBe('EVALUATION_MANQUANTE');
        await acte('evaluer', responsable, { fiche: fiche.id, texte: 'Elle a fait ses preuves.' });
        return fiche;
      };
      const sansIssue = async () =>
        (await liste(responsable, ', sansIssueLe: "2023-12-15"')).map(({ id }) => id);

      const generalisee = await experience();
      expect(await sansIssue()).toContain(generalisee.id);
      const { fiche: conclue } = await acte('conclure', responsable, {
        fiche: generalisee.id,
        issue: 'GENERALISEE',
        motif: 'Délai tenu dans neuf cas sur dix.',
      });
      expect(conclue).toMatchObject({
        issue: 'GENERALISEE',
        motifIssue: 'Délai tenu dans neuf cas sur dix.',
        suite: { experimental: false, debut: '2024-01-01', prolonge: { id: generalisee.id } },
      });
      expect(await sansIssue()).not.toContain(generalisee.id);
      // The link is kept once published, and from both sides.
      await publier(generalisee);
      const suiteId: string = conclue?.suite.id;
      expect((await lire(autre, generalisee.id))?.suite).toBeNull();
      await acte('publier', responsable, { fiche: suiteId });
      expect((await lire(autre, generalisee.id))?.suite.id).toBe(suiteId);
      expect((await lire(autre, suiteId))?.prolonge).toEqual({
        id: generalisee.id,
        issue: 'GENERALISEE',
      });
      expect(
        (
          await acte('modifier', responsable, {
            fiche: generalisee.id,
            titre: 'Non',
            engagement: 'E07',
          })
        ).refus,
      ).toBe('EXPERIMENTATION_CONCLUE');

      const adaptee = await experience();
      const reprise = await publier(await creer({ titre: 'La reprise' }));
      const nommee = await acte('conclure', responsable, {
        fiche: adaptee.id,
        issue: 'ADAPTEE',
        motif: 'À reprendre autrement.',
        suite: reprise.id,
      });
      expect(nommee.fiche?.suite).toMatchObject({ id: reprise.id, prolonge: { id: adaptee.id } });

      const arretee = await experience();
      const fin = { fiche: arretee.id, issue: 'ARRETEE', motif: 'Sans effet.' };
      expect((await acte('conclure', responsable, { ...fin, suite: reprise.id })).refus).toBe(
        'SUITE_INATTENDUE',
      );
      expect((await acte('conclure', responsable, fin)).fiche).toMatchObject({
        issue: 'ARRETEE',
        suite: null,
      });
      const ordinaire = await creer();
      expect((await acte('conclure', responsable, { ...fin, fiche: ordinaire.id })).refus).toBe(
        'PAS_EXPERIMENTALE',
      );
    });

    test('ligne 61 : un même engagement, plusieurs variantes selon le territoire', async () => {
      const modele = await publier(await creer({ titre: 'La réponse commune' }));
      const variante = (code: string) => ({
        titre: `La réponse à ${code}`,
        engagement: 'E07',
        varianteDe: modele.id,
        territoires: [{ code, maille: 'ARRONDISSEMENT' }],
      });
      for (const code of ['596', '595']) await publier(await creer(variante(code)));
      const variantes = (await lire(autre, modele.id))?.['variantes'];
      expect(variantes.nodes).toEqual([
        { id: expect.any(String), territoires: [{ code: '596' }], engagement: { code: 'E07' } },
        { id: expect.any(String), territoires: [{ code: '595' }], engagement: { code: 'E07' } },
      ]);
      expect(
        (await acte('creer', responsable, { ...variante('596'), engagement: 'E08' })).refus,
      ).toBe('VARIANTE_AUTRE_ENGAGEMENT');

      const { data } = await subgraph().query(
        autre,
        `query ($r: [_Any!]!) { _entities(representations: $r) {
           ... on Engagement { fiches${suffixe}(first: 100) { nodes { id } } }
           ... on Territoire { code fiches${suffixe}(first: 100) { nodes { id } } } } }`,
        {
          r: [
            { __typename: 'Engagement', code: 'E07' },
            { __typename: 'Territoire', code: '596', maille: 'ARRONDISSEMENT' },
            { __typename: 'Territoire', code: '595', maille: 'ARRONDISSEMENT' },
          ],
        },
      );
      const [engagement, valenciennes, lens] = data._entities.map(
        (one: Record<string, { nodes: { id: string }[] }>) =>
          one[`fiches${suffixe}`]?.nodes.map(({ id }) => id),
      );
      const [la, ailleurs] = variantes.nodes.map(({ id }: { id: string }) => id);
      expect(engagement).toEqual(expect.arrayContaining([modele.id, la, ailleurs]));
      // The whole region's fiche is about each of its arrondissements; the neighbour's is not.
      expect(valenciennes).toEqual(expect.arrayContaining([modele.id, la]));
      expect(valenciennes).not.toContain(ailleurs);
      expect(lens).toEqual(expect.arrayContaining([modele.id, ailleurs]));
      const filtrees = await liste(autre, ', territoire: { code: "596", maille: ARRONDISSEMENT }');
      expect(filtrees.map(({ id }) => id)).toEqual(valenciennes);
    });

    test('qui a un territoire n’écrit que là ; hors de lui, HORS_TERRITOIRE', async () => {
      const territoire = { code: '596', maille: 'ARRONDISSEMENT' as const };
      const local = unAgent(partenaire, REDACTEUR[partenaire], { territoire });
      const input = { titre: 'Chez moi', engagement: 'E07', territoires: [territoire] };
      const chezMoi = await acte('creer', local, input);
      expect(chezMoi.refus).toBeNull();
      expect((await acte('creer', local, { ...input, territoires: [] })).refus).toBe(
        'HORS_TERRITOIRE',
      );
      const ailleurs = [{ code: '595', maille: 'ARRONDISSEMENT' }];
      expect((await acte('creer', local, { ...input, territoires: ailleurs })).refus).toBe(
        'HORS_TERRITOIRE',
      );
      const locale = {
        ...input,
        experimental: true,
        fin: '2023-12-01',
      };
      const { fiche: essai } = await acte('creer', local, locale);
      const id = essai?.id ?? '';
      await acte('evaluer', local, { fiche: id, texte: 'Elle a fait ses preuves.' });
      const suite = (await creer()).id;
      const conclure = { fiche: id, issue: 'ADAPTEE', motif: 'À reprendre.', suite };
      // What it would be tied to is another's to write.
      expect((await acte('conclure', local, conclure)).refus).toBe('HORS_TERRITOIRE');
      const regionale = await creer();
      expect((await acte('modifier', local, { ...input, fiche: regionale.id })).refus).toBe(
        'HORS_TERRITOIRE',
      );
      expect((await acte('publier', local, { fiche: chezMoi.fiche?.id ?? '' })).errors).toEqual([
        'ACCES_REFUSE',
      ]);
    });

    test('chacun n’écrit que dans sa maison, selon son rôle', async () => {
      const input = { titre: 'Une fiche', engagement: 'E07' };
      const forged = unAgent(uneAutreMaison(partenaire), 'dpo', {
        scopes: ['protocole:lire', `${partenaire}:fiche:modifier`],
      });
      for (const identite of [autre, forged, unAgent(partenaire, 'dpo'), unIntegrateur()]) {
        expect((await acte('creer', identite, input)).errors).toEqual(['ACCES_REFUSE']);
      }
    });

    test('ce que la maison ne peut pas tenir est refusé dans la réponse, une mauvaise saisie par son code', async () => {
      const input = { titre: 'Une fiche', engagement: 'E07' };
      const refusees: readonly [object, string][] = [
        [{ engagement: 'E99' }, 'ENGAGEMENT_INCONNU'],
        [{ debut: '2024-02-01', fin: '2024-01-01' }, 'DATES_INCOHERENTES'],
        [{ territoires: [{ code: '59350', maille: 'ARRONDISSEMENT' }] }, 'TERRITOIRE_INCONNU'],
        [{ varianteDe: 'essai' }, 'FICHE_INCONNUE'],
      ];
      for (const [precisions, code] of refusees) {
        expect((await acte('creer', responsable, { ...input, ...precisions })).refus).toBe(code);
      }
      for (const nom of ['modifier', 'evaluer', 'conclure', 'publier', 'abandonner']) {
        const extra = {
          modifier: input,
          evaluer: { texte: 'essai' },
          conclure: { issue: 'ARRETEE', motif: 'essai' },
        };
        const demande = {
          fiche: 'essai',
          ...Object.entries(extra).find(([cle]) => cle === nom)?.[1],
        };
        expect((await acte(nom, responsable, demande)).refus, nom).toBe('FICHE_INCONNUE');
      }
      const malformees: readonly [object, string][] = [
        [{ titre: ' ' }, 'TEXTE_VIDE'],
        [{ titre: 'a'.repeat(201) }, 'TEXTE_TROP_LONG'],
        [{ objet: '<script>' }, 'TEXTE_AVEC_BALISES'],
        [{ objet: 'zéro \u0000' }, 'TEXTE_INVALIDE'],
        [{ budget: [{ montantEuros: -1, source: 'Essai' }] }, 'MONTANT_INVALIDE'],
        [{ etapes: Array.from({ length: 31 }, () => ({ titre: 'Étape' })) }, 'FICHE_INVALIDE'],
        [{ cleIdempotence: 'a b' }, 'CLE_IDEMPOTENCE_INVALIDE'],
      ];
      for (const [precisions, code] of malformees) {
        expect((await acte('creer', responsable, { ...input, ...precisions })).errors).toEqual([
          code,
        ]);
      }
    });

    test('telles que publiées un jour donné : ce qui a été écrit depuis ne se voit pas', async () => {
      const avant = (await liste(responsable, ', le: "2023-12-15"')).map(({ id }) => id);
      await publier(await creer({ titre: 'Écrite après' }));
      expect((await liste(responsable, ', le: "2023-12-15"')).map(({ id }) => id)).toEqual(avant);
      expect(await liste(responsable, ', le: "2023-06-07"')).toEqual([]);
    });

    test('la recherche trouve un titre sans souci d’accents ni de casse', async () => {
      const fiche = await creer({ titre: 'Écluse de Pont-à-Vendin' });
      const trouvees = await liste(responsable, ', recherche: "ecluse vendin"');
      expect(trouvees.map(({ id }) => id)).toEqual([fiche.id]);
    });

    test('vingt engagements avec leurs fiches : une instruction SQL pour toutes', async () => {
      subgraph().forgetStatements();
      const { data, errors } = await subgraph().query(
        autre,
        `{ engagements { code fiches${suffixe}(first: 5) { nodes { id titre territoires { nom } } } } }`,
      );
      expect(errors).toEqual([]);
      expect(data.engagements).toHaveLength(23);
      expect([...subgraph().statements].sort()).toEqual([
        'engagements',
        'fiches-par-engagement',
        'territoires-par-cle',
      ]);
    });

    test('rien de ce qui est écrit ne se change ni ne s’efface, même en base', async () => {
      const { sql } = subgraph().database;
      await sql(`SELECT set_config('passerelle.systeme', 'oui', false)`);
      for (const tables of ['fiche_version, fiche_territoire, fiche_acte', 'observation CASCADE']) {
        await expect(sql(`TRUNCATE ${tables}`), tables).rejects.toMatchObject({ code: '23001' });
      }
      for (const table of ['fiche_version', 'fiche_territoire', 'fiche_acte', 'observation']) {
        await sql(`DELETE FROM ${table}`);
        const [row] = await sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
        expect(row?.n, table).toBeGreaterThan(0);
      }
      await sql(`SELECT set_config('passerelle.systeme', '', false)`);
    });
  });

  describe('observations', () => {
    const chez = uneAutreMaison(partenaire);
    const cible = `${chez}:fiche-1`;

    async function observations(identite: Identite, fiche = cible): Promise<readonly FicheLue[]> {
      const type = `FicheAction${MAISONS[chez].suffixe}`;
      const { data, errors } = await subgraph().query(
        identite,
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} {
           observations${suffixe}(first: 50) { nodes { id texte auteur demonstration } } } } }`,
        { r: [{ __typename: type, id: fiche }] },
      );
      expect(errors).toEqual([]);
      return data._entities[0]?.[`observations${suffixe}`].nodes ?? [];
    }

    async function observer(identite: Identite, input: object) {
      const answer = await subgraph().query(
        identite,
        `mutation ($input: Observer${suffixe}Input!) { acte: observer${suffixe}(input: $input) {
           observation { id texte auteur } refus { code } } }`,
        { input },
      );
      return { ...answer.data?.acte, errors: codes(answer) };
    }

    test('une maison observe la fiche d’une autre dans sa propre base ; l’auteur peut la retirer', async () => {
      const texte = 'Prévoir un point avec la sous-préfecture.';
      const { observation } = await observer(responsable, { fiche: cible, texte });
      expect(observation.id).toMatch(new RegExp(`^${partenaire}:observation-\\d+$`));
      expect((await observations(autre))[0]).toMatchObject({ texte, id: observation.id });
      expect(await observations(unIntegrateur())).toEqual([]);

      const retirer = async (identite: Identite) => {
        const { data } = await subgraph().query(
          identite,
          `mutation ($input: RetirerObservation${suffixe}Input!) {
             acte: retirerObservation${suffixe}(input: $input) { refus { code } } }`,
          { input: { observation: observation.id } },
        );
        return data.acte.refus?.code ?? null;
      };
      const collegue = unAgent(partenaire, REDACTEUR[partenaire]);
      expect(await retirer(collegue)).toBe('OBSERVATION_INCONNUE');
      expect(await retirer(responsable)).toBeNull();
      expect(await retirer(responsable)).toBe('OBSERVATION_INCONNUE');
      expect((await observations(autre)).map(({ id }) => id)).not.toContain(observation.id);
    });

    test('on n’observe pas sa propre fiche, ni rien qui n’en soit pas une', async () => {
      for (const fiche of [`${partenaire}:fiche-1`, 'essai', 'mairie:fiche-1', `${chez}:fiche-0`]) {
        expect((await observer(responsable, { fiche, texte: 'Essai.' })).refus.code).toBe(
          'FICHE_INCONNUE',
        );
      }
      expect((await observer(autre, { fiche: cible, texte: 'Essai.' })).errors).toEqual([
        'ACCES_REFUSE',
      ]);
    });

    test('le même envoi sous la même clé ne s’écrit qu’une fois', async () => {
      const input = {
        fiche: cible,
        texte: 'Une seule fois.',
        cleIdempotence: `obs-${partenaire}-01`,
      };
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => observer(responsable, input)),
      );
      expect(new Set(answers.map(({ observation }) => observation.id)).size).toBe(1);
      expect((await observer(responsable, { ...input, texte: 'Autre.' })).refus.code).toBe(
        'CLE_IDEMPOTENCE_REUTILISEE',
      );
    });
  });

  describeAvis({ partenaire, subgraph, maison });
}

function describeAvis({ partenaire, maison, subgraph }: CommonContext): void {
  describe('partenaires sociaux', () => {
    const social = unAgent(null, 'partenaire-social');
    /** Names of the room's mutations, with the type of their input. */
    let mutations: ReadonlyMap<string, string> = new Map();

    beforeAll(() => {
      const fields = parse(subgraph().app.sdl).definitions.flatMap((node) =>
        node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Mutation'
          ? (node.fields ?? [])
          : [],
      );
      mutations = new Map(
        fields
          .map((field): [string, string] => [
            field.name.value,
            print(field.arguments?.[0]?.type ?? field.type),
          ])
          .filter(([nom]) => /Fiche|Observation|observer|Avis/.test(nom)),
      );
    });

    test('ligne 30 : ils lisent les fiches de la maison et n’écrivent nulle part', async () => {
      const { data, errors } = await subgraph().query(
        social,
        `{ fichesAction${maison.suffixe} { nodes { id etat } } }`,
      );
      expect(errors).toEqual([]);
      const { nodes } = data[`fichesAction${maison.suffixe}`];
      expect(nodes.length).toBeGreaterThan(0);
      expect(nodes.every(({ etat }: { etat: string }) => etat === 'PUBLIEE')).toBe(true);

      expect(mutations.size).toBeGreaterThanOrEqual(8);
      for (const [nom, type] of mutations) {
        const answer = await subgraph().query(
          social,
          `mutation ($input: ${type}) { ${nom}(input: $input) { __typename } }`,
          { input: minimalInput(type) },
        );
        expect(codes(answer), nom).toEqual(['ACCES_REFUSE']);
      }
    });

    function minimalInput(type: string): object {
      if (type.startsWith('Retirer')) return { observation: `${partenaire}:observation-1` };
      const content = { titre: 'Essai', engagement: 'E07' };
      if (type.startsWith('Creer')) return content;
      return {
        fiche: `${partenaire}:fiche-1`,
        ...(type.startsWith('Modifier') && content),
        ...(/^Evaluer|^Observer/.test(type) && { texte: 'Essai.' }),
        ...(type.startsWith('Conclure') && { issue: 'ARRETEE', motif: 'Essai.' }),
        ...(type.startsWith('Enregistrer') && { organisation: 'Essai', sens: 'RESERVE' }),
      };
    }

    /** Only the État keeps opinions: elsewhere there is nothing to see. */
    function describeAvis(): void {
      test('ligne 30 : leur avis favorable, défavorable ou réservé est tenu par le secrétariat, sur la fiche de chaque maison', async () => {
        const enregistrer = async (identite: Identite, input: object) => {
          const answer = await subgraph().query(
            identite,
            `mutation ($input: EnregistrerAvisInput!) { acte: enregistrerAvis(input: $input) {
               avis { organisation sens motif donneLe auteur } refus { code } } }`,
            { input },
          );
          return { ...answer.data?.acte, errors: codes(answer) };
        };
        const lus = async (chez: Partenaire, identite: Identite) => {
          const type = `FicheAction${MAISONS[chez].suffixe}`;
          const { data } = await subgraph().query(
            identite,
            `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} {
               avisEtat(first: 50) { nodes { organisation sens motif } } } } }`,
            { r: [{ __typename: type, id: `${chez}:fiche-1` }] },
          );
          return data._entities[0]?.avisEtat?.nodes ?? [];
        };
        const chef = unResponsable('etat');
        const organisation = 'Organisation d’essai';
        const sens = {
          etat: 'FAVORABLE',
          region: 'DEFAVORABLE',
          'pole-emploi': 'RESERVE',
        } as const;
        for (const [chez, avis] of Object.entries(sens)) {
          const { avis: written } = await enregistrer(chef, {
            fiche: `${chez}:fiche-1`,
            organisation,
            sens: avis,
            motif: 'Motif d’essai.',
          });
          expect(written).toMatchObject({ organisation, sens: avis, donneLe: '2023-12-15' });
        }
        for (const chez of ['etat', 'region', 'pole-emploi'] as const) {
          expect(await lus(chez, social)).toContainEqual({
            organisation,
            sens: sens[chez],
            motif: 'Motif d’essai.',
          });
          expect(await lus(chez, unIntegrateur())).toEqual([]);
        }
        // Another opinion of the same organisation takes the place of the former.
        await enregistrer(chef, { fiche: 'region:fiche-1', organisation, sens: 'FAVORABLE' });
        const region = await lus('region', social);
        expect(
          region.filter((one: { organisation: string }) => one.organisation === organisation),
        ).toEqual([{ organisation, sens: 'FAVORABLE', motif: null }]);

        expect(
          (await enregistrer(chef, { fiche: 'essai', organisation, sens: 'RESERVE' })).refus.code,
        ).toBe('FICHE_INCONNUE');
        const inconnue = { fiche: 'etat:fiche-9999', organisation, sens: 'RESERVE' };
        expect((await enregistrer(chef, inconnue)).refus.code).toBe('FICHE_INCONNUE');
        for (const identite of [social, unAgent('etat', 'sous-prefet'), unResponsable('region')]) {
          expect(
            (
              await enregistrer(identite, {
                fiche: 'region:fiche-1',
                organisation,
                sens: 'RESERVE',
              })
            ).errors,
          ).toEqual(['ACCES_REFUSE']);
        }
      });
    }
    const avis: Readonly<Record<Partenaire, () => void>> = {
      etat: describeAvis,
      region: () => undefined,
      'pole-emploi': () => undefined,
    };
    avis[partenaire]();
  });
}
