import { describe, expect, it } from 'vitest';
import { ConfigInvalide, readConfig } from './config.js';

const PRODUCTION = {
  NODE_ENV: 'production',
  ADRESSE_PUBLIQUE: 'https://passerelle.example.fr',
  PASSERELLE_REGISTRE: 'https://registre.example.fr',
  PASSERELLE_JETON_FICHIER: '/run/secrets/passerelle.jeton',
  PUBLICATIONS_CLES: '/etc/passerelle/publications.publiques.json',
  HABILITATIONS: '/etc/passerelle/habilitations.json',
  SESSION_CLE: '/run/secrets/session.cle',
  JETONS_INTERNES_CLE: '/run/secrets/jetons.json',
  OIDC_EMETTEUR: 'https://agents.example.fr',
  OIDC_CLIENT_ID: 'passerelle',
  OIDC_CLIENT_SECRET_FICHIER: '/run/secrets/oidc.secret',
};

function problemesDe(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env, '/depot');
  } catch (error) {
    if (error instanceof ConfigInvalide) return error.problemes;
    throw error;
  }
  return [];
}

describe('configuration de la passerelle', () => {
  it('a tout ce qu’il faut sur une machine, sans variable', () => {
    const config = readConfig({}, '/depot');
    expect(config.port).toBe(4000);
    expect(config.adressePublique.href).toBe('http://127.0.0.1:4000/');
    expect(config.registre).toMatchObject({
      adresse: new URL('http://127.0.0.1:4020'),
      jeton: { fichier: '/depot/.passerelle/secrets/passerelle.jeton' },
      canal: 'production',
      cles: '/depot/.passerelle/secrets/publications.publiques.json',
      dossier: '/depot/.passerelle/passerelle/production',
    });
    expect(config.registre.nom).not.toBe('');
    expect(config.oidc.emetteur.href).toBe('http://127.0.0.1:4010/');
  });

  it('nomme en production toutes les variables qui manquent, pas seulement la première', () => {
    const problemes = problemesDe({ NODE_ENV: 'production' }).join('\n');
    for (const nom of [
      'ADRESSE_PUBLIQUE',
      'PASSERELLE_REGISTRE',
      'PASSERELLE_JETON',
      'PUBLICATIONS_CLES',
      'HABILITATIONS',
      'SESSION_CLE',
      'JETONS_INTERNES_CLE',
      'OIDC_EMETTEUR',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
    ]) {
      expect(problemes).toContain(nom);
    }
  });

  it('accepte une production complète', () => {
    expect(problemesDe(PRODUCTION)).toEqual([]);
  });

  it('refuse en production le fournisseur d’identité et le client de la démonstration', () => {
    const problemes = problemesDe({
      ...PRODUCTION,
      OIDC_EMETTEUR: 'http://127.0.0.1:4010',
      OIDC_CLIENT_ID: 'passerelle-portail',
    }).join('\n');
    expect(problemes).toContain('OIDC_EMETTEUR doit être en https');
    expect(problemes).toContain('démonstration, refusé en production');
    expect(problemes).toContain('OIDC_CLIENT_ID est celui de la démonstration');
  });

  it('tient une variable vide pour absente', () => {
    expect(problemesDe({ ...PRODUCTION, SESSION_CLE: '' }).join('\n')).toContain('SESSION_CLE');
  });

  it('prend le jeton de la variable, ou du fichier qu’elle nomme', () => {
    const { registre } = readConfig(
      { PASSERELLE_JETON: 'psr_a_b', PASSERELLE_CANAL: 'recette' },
      '/d',
    );
    expect(registre).toMatchObject({ jeton: { valeur: 'psr_a_b' }, canal: 'recette' });
    expect(registre.dossier).toBe('/d/.passerelle/passerelle/recette');
    expect(problemesDe({ PASSERELLE_CANAL: 'essai', PASSERELLE_NOM: 'un nom' })).toEqual([
      'PASSERELLE_CANAL doit être recette ou production',
      'PASSERELLE_NOM doit être un nom court, sans espace',
    ]);
  });

  it('dit quelle valeur est mal écrite, et ce qui est attendu', () => {
    const problemes = problemesDe({ PORT: 'quatre mille', DELAI_REQUETE_MS: '-1' });
    expect(problemes).toContain('PORT doit être un numéro de port');
    expect(problemes.join('\n')).toContain('DELAI_REQUETE_MS doit être d’au moins 10');
  });
});
