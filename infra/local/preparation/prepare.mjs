import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { buildFingerprint, installFingerprint, isBuilt } from './fingerprint.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { memoire, node24, racine, toolEnvironment } from './paths.mjs';
import { explain, Refusal } from './refusal.mjs';
import { endToolsOnSignal, interruption, runTool } from './tool.mjs';

const MEBI = 1024 * 1024;
/** Dependencies, their store and what is built. */
const INSTALL_MIB = 1_500;
const MINIMUM_NODE = 20;

const memory = join(memoire, 'construction.json');
const installLog = join(memoire, 'logs', 'installation.log');
const buildLog = join(memoire, 'logs', 'construction.log');

/**
 * From a bare clone to a built workspace, in three steps; what is already there is left alone.
 * Works with any Node 20 or later and npm; afterwards `node24` is the one to use.
 */
export async function prepare(steps) {
  checkNode();
  checkWritable();
  endToolsOnSignal();
  await oneAtATime(() => prepareAlone(steps), {
    onWait: () => process.stdout.write('Une autre commande prépare déjà ce dossier ; attente…\n'),
    refuse: refuseWhenInterrupted,
  });
  refuseWhenInterrupted();
}

async function prepareAlone(steps) {
  const pnpm = pinnedPnpm();
  const known = readMemory();
  const installed = installFingerprint();
  const isInstalled = known.installation === installed && existsSync(node24);
  if (!isInstalled) rmSync(memory, { force: true });

  await steps.run(`Outil d'installation (pnpm ${pnpm})`, async () => {
    if (isInstalled) return 'a-jour';
    checkDisk();
    rmSync(installLog, { force: true });
    await fetchPnpm(pnpm);
  });
  await steps.run('Installation des dépendances', async (show) => {
    if (isInstalled) return 'a-jour';
    await install(pnpm, show);
    remember({ installation: installed });
  });
  await steps.run('Construction', async (show) => {
    const built = buildFingerprint();
    if (isInstalled && known.construction === built && isBuilt()) return 'a-jour';
    await build(show);
    // Asked again: the build may itself write sources that it then reads, such as schemas.
    remember({ installation: installed, construction: buildFingerprint() });
  });
}

async function fetchPnpm(version) {
  const words = [];
  const code = await npx([`pnpm@${version}`, '--version'], (line) => words.push(line));
  if (code === 0) return;
  refuseWhenInterrupted();
  if (code === 127)
    throw new Refusal(
      'La commande « npx » est introuvable : installez npm avec Node 20 ou plus récent, puis recommencez.',
    );
  throw (
    systemRefusal(words) ??
    new Refusal(
      `npm n'a pas pu télécharger pnpm ${version}. Vérifiez l'accès au registre npm, puis recommencez.\n${tail(words, 8)}\nJournal complet : ${installLog}`,
    )
  );
}

async function install(version, show) {
  const words = [];
  const seen = { resolved: 0, imported: 0 };
  const args = [
    `pnpm@${version}`,
    'install',
    '--frozen-lockfile',
    '--reporter=ndjson',
    '--config.confirmModulesPurge=false',
  ];
  const code = await npx(args, (line) => {
    const event = parseEvent(line);
    if (event === null) words.push(line);
    else if (event.name === 'pnpm:progress') {
      if (event.status === 'resolved') seen.resolved += 1;
      if (event.status === 'imported') seen.imported += 1;
      show(`${seen.imported}/${seen.resolved} paquets`);
    } else if (event.level === 'error') words.push(event.message ?? event.err?.message ?? line);
    else if (event.name === 'pnpm:lifecycle' && event.line) words.push(event.line);
  });
  refuseWhenInterrupted();
  if (code !== 0) {
    throw (
      systemRefusal(words) ??
      new Refusal(
        `L'installation des dépendances a échoué.\n${tail(words, 15)}\nJournal complet : ${installLog}`,
      )
    );
  }
  if (!isExecutable(node24)) {
    throw new Refusal(`Node 24 n'a pas été installé (${node24}). Journal complet : ${installLog}`);
  }
}

async function build(show) {
  rmSync(buildLog, { force: true });
  const lines = [];
  const begun = new Set();
  const total = await countTasks();
  const code = await turbo(['run', 'build', '--output-logs=full', '--log-order=stream'], (line) => {
    lines.push(line);
    const task = /^(\S+:\S+): cache (?:miss|hit|bypass)/.exec(line);
    if (task) begun.add(task[1]);
    show(`${begun.size}/${total} tâches`);
  });
  refuseWhenInterrupted();
  if (code === 0) return;
  throw (
    systemRefusal(lines) ??
    new Refusal(
      `La construction a échoué.\n${tail(failedTaskLines(lines), 30)}\nJournal complet : ${buildLog}`,
    )
  );
}

async function countTasks() {
  let json = '';
  await turbo(
    ['run', 'build', '--dry=json'],
    (line) => {
      json += line;
    },
    null,
  );
  try {
    return JSON.parse(json).tasks.filter(({ command }) => command !== '<NONEXISTENT>').length;
  } catch {
    return '?';
  }
}

/** Only the words of the tasks that failed: the others are of no help. */
function failedTaskLines(lines) {
  const failed = lines.flatMap((line) => {
    const match = /^(\S+)#(\S+?):\s+(?:WARNING|ERROR)/.exec(line);
    return match ? [`${match[1]}:${match[2]}: `] : [];
  });
  const words = lines.filter((line) => failed.some((prefix) => line.startsWith(prefix)));
  return words.length > 0 ? words : lines;
}

function npx(args, onLine) {
  return runTool('npx', ['--yes', ...args], {
    cwd: racine,
    env: toolEnvironment(),
    log: installLog,
    onLine,
  });
}

function turbo(args, onLine, log = buildLog) {
  const command = join(racine, 'node_modules', '.bin', 'turbo');
  return runTool(command, args, { cwd: racine, env: toolEnvironment(), log, onLine });
}

function refuseWhenInterrupted() {
  if (interruption() !== null)
    throw new Refusal('Interrompu. Relancez la commande pour reprendre.');
}

function systemRefusal(words) {
  const text = words.join('\n');
  if (/ENOSPC|EDQUOT|No space left on device|os error 28\b/.test(text))
    return explain({ code: 'ENOSPC' }, racine);
  if (/EACCES|EROFS|Permission denied|os error 13\b/.test(text)) {
    return new Refusal(
      `Un droit manque pour écrire dans ${racine} ou dans le cache de npm et de pnpm.\n${tail(words, 8)}`,
    );
  }
  return null;
}

function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= MINIMUM_NODE) return;
  throw new Refusal(
    `Node ${process.versions.node} est trop ancien : il faut Node ${MINIMUM_NODE} ou plus récent.`,
  );
}

function checkWritable() {
  try {
    accessSync(racine, constants.W_OK);
  } catch (error) {
    throw explain(error, racine);
  }
}

function checkDisk() {
  const { bavail, bsize } = statfsSync(racine);
  const libreMib = Math.floor((bavail * bsize) / MEBI);
  if (libreMib >= INSTALL_MIB) return;
  throw new Refusal(
    `Le disque est presque plein : ${libreMib} Mio libres dans ${racine}, il en faut ${INSTALL_MIB} pour installer. Libérez de la place, puis recommencez.`,
  );
}

function pinnedPnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(racine, 'package.json'), 'utf8'));
  return packageManager.replace(/^pnpm@/, '').replace(/\+.*$/, '');
}

function parseEvent(line) {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function readMemory() {
  try {
    return JSON.parse(readFileSync(memory, 'utf8')) ?? {};
  } catch {
    return {};
  }
}

function remember(content) {
  try {
    writeFileSync(`${memory}.partiel`, JSON.stringify(content));
    renameSync(`${memory}.partiel`, memory);
  } catch (error) {
    throw explain(error, memoire);
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function tail(lines, count) {
  const told = lines.filter((line) => line.trim() !== '' && !/^npm warn/.test(line));
  return told
    .slice(-count)
    .map((line) => `  ${line}`)
    .join('\n');
}
