import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { createCourrier } from './courrier.js';

const LETTRE = {
  objet: 'Passerelle, lundi 18 décembre 2023',
  texte: 'Vos séances\n- Préparer la séance\n  https://portail.exemple/seances/spel-596:2023-12-18',
  html: '<p>Vos séances</p>',
};
const config = (smtpUrl: string | null) => ({
  smtpUrl,
  de: 'Passerelle <passerelle@maison.exemple>',
  domaines: ['maison.exemple'],
  portail: 'https://portail.exemple',
});

const aFermer: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const fermer of aFermer.splice(0)) await fermer();
});

/** A mail server that keeps what it gets, or refuses everything. */
async function unServeur(refus: string | null = null): Promise<{ url: string; recues: string[] }> {
  const recues: string[] = [];
  const serveur = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_adresse, _session, callback) {
      callback(refus === null ? null : new Error(refus));
    },
    onData(flux, session, callback) {
      const morceaux: Buffer[] = [];
      flux.on('data', (morceau: Buffer) => morceaux.push(morceau));
      flux.on('end', () => {
        const destinataires = session.envelope.rcptTo.map(({ address }) => address).join(' ');
        recues.push(`${destinataires}\n${Buffer.concat(morceaux).toString('utf8')}`);
        callback();
      });
    },
  });
  const port = await new Promise<number>((pret) => {
    const ecoute = serveur.listen(0, '127.0.0.1', () => {
      const adresse = ecoute.address();
      pret(typeof adresse === 'object' && adresse !== null ? adresse.port : 0);
    });
  });
  aFermer.push(() => new Promise((fini) => serveur.close(() => fini())));
  return { url: `smtp://127.0.0.1:${port}`, recues };
}

test('une lettre part par SMTP, en texte et en page, à son seul destinataire', async () => {
  const { url, recues } = await unServeur();
  const courrier = createCourrier(config(url), '/inutile');
  await courrier.envoyer('agent@maison.exemple', LETTRE);
  courrier.fermer();

  expect(recues).toHaveLength(1);
  const [recue = ''] = recues;
  expect(recue.split('\n')[0]).toBe('agent@maison.exemple');
  expect(recue).toContain('From: Passerelle <passerelle@maison.exemple>');
  expect(recue).toMatch(/multipart\/alternative/);
  expect(recue).toMatch(/text\/plain/);
  expect(recue).toMatch(/text\/html/);
  expect(recue).toContain('Auto-Submitted: auto-generated');
  expect(recue).toContain('List-Unsubscribe: <https://portail.exemple/suivi>');
});

test('un refus du serveur est une erreur, jamais un silence', async () => {
  const { url } = await unServeur('boite pleine');
  const courrier = createCourrier(config(url), '/inutile');
  await expect(courrier.envoyer('agent@maison.exemple', LETTRE)).rejects.toThrow();
  courrier.fermer();
});

test('sans serveur, trois fichiers lisibles de leur seul propriétaire, sans adresse dans leur nom', async () => {
  const dossier = await mkdtemp(join(tmpdir(), 'courriels-'));
  aFermer.push(() => rm(dossier, { recursive: true, force: true }));
  const courrier = createCourrier(config(null), dossier);
  await courrier.envoyer('agent@maison.exemple', LETTRE);
  courrier.fermer();

  const noms = (await readdir(join(dossier, 'courriels'))).sort();
  expect(noms.map((nom) => nom.replace(/^.*\./, ''))).toEqual(['eml', 'html', 'txt']);
  expect(noms.join(' ')).not.toContain('agent');
  const lire = (rang: number) => readFile(join(dossier, 'courriels', noms[rang] ?? ''), 'utf8');
  expect(await lire(0)).toContain('To: agent@maison.exemple');
  expect(await lire(1)).toBe(LETTRE.html);
  expect(await lire(2)).toBe(LETTRE.texte);
  expect((await stat(join(dossier, 'courriels', noms[0] ?? ''))).mode & 0o077).toBe(0);
});
