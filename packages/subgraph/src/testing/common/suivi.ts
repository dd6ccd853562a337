import { describe, expect, test } from 'vitest';
import { RESPONSABLE, unAgent, uneAutreMaison, unResponsable } from '../identities.js';
import { type CommonContext, codes } from './context.js';
import { contributionActs } from './contribution-actes.js';

interface NotificationLue {
  id: string;
  titre: string;
  chemin: string;
  lue: boolean;
  motif: string;
  partenaire: string;
}

export function describeSuivi(context: CommonContext): void {
  const { partenaire, maison, subgraph } = context;
  const { suffixe } = maison;
  type Agent = ReturnType<typeof unAgent>;
  const role = RESPONSABLE[partenaire];
  let rang = 0;
  /** Someone new, so that no test sees what another one settled. */
  const quelquUn = (): Agent => {
    rang += 1;
    return unAgent(partenaire, role, { sujet: `suiveur-${rang}` });
  };

  const agir = async (agent: Agent, acte: string, args: string) => {
    const answer = await subgraph().query(
      agent,
      `mutation { r: ${acte}${suffixe}${args} {
         suivi { lettre courriel derniereVisite visitePrecedente nonLues }
         filtre { id page nom recherche } refus { code message } } }`,
    );
    return { ...answer, ...answer.data?.r };
  };
  const suivre = (agent: Agent, genre: string, cle: string) =>
    agir(agent, 'suivre', `(input: { genre: ${genre}, cle: "${cle}" })`);
  const suivis = async (agent: Agent): Promise<readonly { cle: string; chemin: string }[]> => {
    const { data, errors } = await subgraph().query(
      agent,
      `{ r: monSuivi${suffixe} { suivis(first: 100) { nodes { genre cle chemin depuis } } } }`,
    );
    expect(errors).toEqual([]);
    return data.r.suivis.nodes;
  };
  const notifications = async (agent: Agent, args = ''): Promise<readonly NotificationLue[]> => {
    const { data, errors } = await subgraph().query(
      agent,
      `{ r: notifications${suffixe}${args} {
         nodes { id titre chemin lue motif partenaire auteur survenuLe } } }`,
    );
    expect(errors).toEqual([]);
    return data.r.nodes;
  };

  describe('suivi', () => {
    test('un agent suit un objet, le retrouve, puis cesse ; suivre deux fois n’en fait qu’une', async () => {
      const agent = quelquUn();
      expect((await suivre(agent, 'ENGAGEMENT', 'E07')).refus).toBeNull();
      await suivre(agent, 'ENGAGEMENT', 'E07');
      await suivre(agent, 'TERRITOIRE', 'ARRONDISSEMENT:596');
      expect((await suivis(agent)).map(({ cle, chemin }) => [cle, chemin])).toEqual([
        ['E07', '/protocole/E07'],
        ['ARRONDISSEMENT:596', '/territoires/arrondissement/596'],
      ]);
      const { data } = await subgraph().query(
        agent,
        `{ r: monSuivi${suffixe} {
           oui: suit(sujet: { genre: ENGAGEMENT, cle: "E07" })
           non: suit(sujet: { genre: ENGAGEMENT, cle: "E08" })
           rien: suit(sujet: { genre: SEANCE, cle: "n’importe quoi" }) } }`,
      );
      expect(data.r).toEqual({ oui: true, non: false, rien: false });
      await agir(agent, 'nePlusSuivre', '(input: { genre: ENGAGEMENT, cle: "E07" })');
      expect((await suivis(agent)).map(({ cle }) => cle)).toEqual(['ARRONDISSEMENT:596']);
    });

    test('nul autre ne lit ni ne change ce qu’un agent a réglé, même dans sa maison', async () => {
      const agent = quelquUn();
      const collegue = quelquUn();
      await suivre(agent, 'ENGAGEMENT', 'E03');
      await agir(
        agent,
        'enregistrerFiltre',
        '(input: { page: "/decisions", nom: "À moi", recherche: "a=b" })',
      );
      expect(await suivis(collegue)).toEqual([]);
      await agir(collegue, 'nePlusSuivre', '(input: { genre: ENGAGEMENT, cle: "E03" })');
      const { data } = await subgraph().query(
        agent,
        `{ r: monSuivi${suffixe} { filtres { id } } }`,
      );
      await agir(collegue, 'supprimerFiltre', `(input: { id: "${data.r.filtres[0].id}" })`);
      expect(await suivis(agent)).toHaveLength(1);
      const encore = await subgraph().query(
        agent,
        `{ r: monSuivi${suffixe} { filtres(page: "/decisions") { nom recherche } } }`,
      );
      expect(encore.data.r.filtres).toEqual([{ nom: 'À moi', recherche: 'a=b' }]);
    });

    test('une autre maison, et qui n’en a aucune, n’ont rien à suivre ici', async () => {
      for (const lecteur of [
        unResponsable(uneAutreMaison(partenaire)),
        unAgent(null, 'partenaire-social'),
      ]) {
        expect(codes(await suivre(lecteur, 'ENGAGEMENT', 'E07'))).toEqual(['ACCES_REFUSE']);
        const lu = await subgraph().query(lecteur, `{ monSuivi${suffixe} { lettre } }`);
        expect(codes(lu)).toEqual(['ACCES_REFUSE']);
      }
    });

    test('une clé sans forme est refusée, et rien n’est gardé', async () => {
      const agent = quelquUn();
      for (const cle of ['', '%', "' OR 1=1 --", 'E7', 'x'.repeat(2000)]) {
        const { refus } = await suivre(agent, 'ENGAGEMENT', cle);
        expect(refus.code, cle).toBe('CLE_SUIVIE_INVALIDE');
      }
      expect(await suivis(agent)).toEqual([]);
    });

    test('ce qui arrive à ce qu’on suit se dit à qui le suit, et à lui seul', async () => {
      const agent = quelquUn();
      const indifferent = quelquUn();
      await suivre(agent, 'ENGAGEMENT', 'E15');
      const { modifier, valider, publier } = contributionActs(context);
      const responsable = unResponsable(partenaire);
      const ecrire = async (visibilite: string): Promise<void> => {
        const engagement = 'E15';
        await modifier(responsable, { engagement, avancement: 30, meteo: 'SOLEIL', visibilite });
        await valider(responsable, { engagement });
        await publier(responsable, { engagement });
      };
      await ecrire('MAISON');
      expect(await notifications(agent)).toEqual([]);
      await ecrire('PARTENAIRES');
      await ecrire('PUBLIC');

      const recues = await notifications(agent);
      expect(recues).toHaveLength(2);
      expect(recues[0]).toMatchObject({
        titre: expect.stringContaining('a publié sa contribution à E15'),
        chemin: '/protocole/E15',
        partenaire: maison.symbole,
        motif: 'SUIVI',
        lue: false,
      });
      expect(await notifications(indifferent)).toEqual([]);

      const [, ancienne] = recues;
      await agir(agent, 'marquerNotificationsLues', `(input: { ids: ["${ancienne?.id}", "x"] })`);
      expect((await notifications(agent)).map(({ lue }) => lue)).toEqual([false, true]);
      expect(await notifications(agent, '(nonLues: true)')).toHaveLength(1);
      const tout = await agir(
        agent,
        'marquerNotificationsLues',
        `(input: { jusqua: "${recues[0]?.id}" })`,
      );
      expect(tout.suivi.nonLues).toBe(0);
      expect(await notifications(agent, '(nonLues: true)')).toEqual([]);
    });

    test('les notifications se lisent page par page, la plus récente d’abord', async () => {
      const agent = quelquUn();
      await suivre(agent, 'ENGAGEMENT', 'E15');
      const document = `query ($first: Int, $after: String) {
        r: notifications${suffixe}(first: $first, after: $after) {
          nodes { id } pageInfo { hasNextPage endCursor } } }`;
      const entiere = await subgraph().query(agent, document, { first: 10 });
      const premiere = await subgraph().query(agent, document, { first: 1 });
      const { endCursor, hasNextPage } = premiere.data.r.pageInfo;
      const seconde = await subgraph().query(agent, document, { first: 9, after: endCursor });
      expect(hasNextPage).toBe(true);
      expect([...premiere.data.r.nodes, ...seconde.data.r.nodes]).toEqual(entiere.data.r.nodes);
    });

    test('la lettre part à une adresse de la maison, à aucune autre', async () => {
      const agent = quelquUn();
      const regler = (input: string) => agir(agent, 'reglerLettre', `(input: ${input})`);
      expect((await regler('{ lettre: true }')).refus.code).toBe('LETTRE_SANS_ADRESSE');
      expect((await regler('{ lettre: true, courriel: "pas une adresse" }')).refus.code).toBe(
        'COURRIEL_INVALIDE',
      );
      expect((await regler('{ lettre: true, courriel: "a@ailleurs.exemple" }')).refus.code).toBe(
        'COURRIEL_HORS_MAISON',
      );
      expect(
        (await regler('{ lettre: true, courriel: "a@passerelle.invalid" }')).suivi,
      ).toMatchObject({ lettre: true, courriel: 'a@passerelle.invalid' });
      expect((await regler('{ lettre: false }')).suivi).toMatchObject({
        lettre: false,
        courriel: 'a@passerelle.invalid',
      });
      expect((await regler('{ lettre: false, courriel: "" }')).suivi.courriel).toBeNull();
    });

    test('une visite se note une fois par venue', async () => {
      const agent = quelquUn();
      const premiere = await agir(agent, 'noterVisite', '(input: {})');
      expect(premiere.suivi.visitePrecedente).toBeNull();
      expect(premiere.suivi.derniereVisite).not.toBeNull();
      // As the service itself: nobody else may touch these rows.
      await subgraph().database.sql(
        `BEGIN; SELECT set_config('passerelle.systeme', 'oui', true);
         UPDATE suivi_carnet SET derniere_visite = derniere_visite - interval '3 days'
         WHERE sujet = '${agent.sujet}'; COMMIT`,
      );
      const seconde = await agir(agent, 'noterVisite', '(input: {})');
      expect(seconde.suivi.visitePrecedente).not.toBeNull();
      const troisieme = await agir(agent, 'noterVisite', '(input: {})');
      expect(troisieme.suivi.visitePrecedente).toBe(seconde.suivi.visitePrecedente);
    });

    test('un filtre se garde sous un nom, le même nom le remplace', async () => {
      const agent = quelquUn();
      const garder = (nom: string, recherche: string) =>
        agir(
          agent,
          'enregistrerFiltre',
          `(input: { page: "/decisions", nom: "${nom}", recherche: "${recherche}" })`,
        );
      const { filtre } = await garder('En retard', 'retard=oui');
      const { filtre: remplace } = await garder('En retard', 'retard=oui&statut=ADOPTEE');
      expect(remplace).toEqual({ ...filtre, recherche: 'retard=oui&statut=ADOPTEE' });
      expect((await garder('', 'a=b')).refus.code).toBe('FILTRE_INVALIDE');
      await agir(agent, 'supprimerFiltre', `(input: { id: "${filtre.id}" })`);
      const { data } = await subgraph().query(
        agent,
        `{ r: monSuivi${suffixe} { filtres { id } } }`,
      );
      expect(data.r.filtres).toEqual([]);
    });
  });
}
