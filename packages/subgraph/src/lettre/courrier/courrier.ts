import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { ConfigCourriel } from '../../config/subgraph-config.js';
import type { LettreEcrite } from '../domain/lettre.js';

/** Where letters leave the service. */
export interface Courrier {
  /** @throws when the server refused it, or does not answer */
  envoyer(a: string, lettre: LettreEcrite): Promise<void>;
  fermer(): void;
}

const DELAI_MS = 15_000;

/**
 * Letters by SMTP when a server is configured, else as files that can be opened.
 *
 * @param dossier - files go to its `courriels/`: `.eml` as it would leave, `.html` and `.txt` to read
 */
export function createCourrier(config: ConfigCourriel, dossier: string): Courrier {
  return config.smtpUrl === null
    ? courrierEnFichiers(config, join(dossier, 'courriels'))
    : courrierParSmtp(config, config.smtpUrl);
}

function courrierParSmtp(config: ConfigCourriel, url: string): Courrier {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: DELAI_MS,
    greetingTimeout: DELAI_MS,
    socketTimeout: DELAI_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async envoyer(a, lettre) {
      await transport.sendMail(messageOf(config, a, lettre));
    },
    fermer: () => transport.close(),
  };
}

function courrierEnFichiers(config: ConfigCourriel, dossier: string): Courrier {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async envoyer(a, lettre) {
      const { message } = await transport.sendMail(messageOf(config, a, lettre));
      await mkdir(dossier, { recursive: true, mode: 0o700 });
      // Two letters of the same second must not overwrite each other; no address in a file's name.
      const instant = new Date().toISOString().replaceAll(/[:.]/g, '-');
      const nom = join(dossier, `${instant}-${randomBytes(3).toString('hex')}`);
      const ecrire = (suffixe: string, contenu: string | Buffer): Promise<void> =>
        writeFile(`${nom}${suffixe}`, contenu, { mode: 0o600 });
      await ecrire('.html', lettre.html);
      await ecrire('.txt', lettre.texte);
      for (const piece of lettre.pieces ?? []) await ecrire(`-${piece.nom}`, piece.html);
      // Last: who waits for the message finds its readable forms beside it.
      await ecrire('.eml', Buffer.isBuffer(message) ? message : '');
    },
    fermer: () => transport.close(),
  };
}

function messageOf(
  { de, portail }: ConfigCourriel,
  a: string,
  { objet, texte, html, pieces = [] }: LettreEcrite,
) {
  return {
    from: de,
    to: a,
    subject: objet,
    text: texte,
    html,
    attachments: pieces.map((piece) => ({
      filename: piece.nom,
      content: piece.html,
      contentType: 'text/html; charset=utf-8',
    })),
    headers: {
      // No automatic answer comes back, and the reader's own program offers to renounce.
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': `<${portail}/suivi>`,
    },
  };
}
