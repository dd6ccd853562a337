import { Socket } from 'node:net';

/**
 * Loaded before each supervised program. Descriptor 3 is a pipe that only the supervisor holds: it
 * ends when the supervisor dies, `kill -9` included, and the program then stops as for a TERM.
 */
const supervisor = new Socket({ fd: 3, readable: true, writable: false });
supervisor.on('error', () => {});
supervisor.on('close', () => process.kill(process.pid, 'SIGTERM'));
supervisor.resume();
supervisor.unref();
