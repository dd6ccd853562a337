import { Socket } from 'node:net';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before each supervised program. Descriptor 3 is a pipe that only the supervisor holds: it
 * ends when the supervisor dies, `kill -9` included, and the program then stops as for a TERM.
 *
 * The threads of that program load it too, as all that is on its command line: the descriptor is
 * their process's, and the end of a thread would close it for all.
 */
if (isMainThread) {
  const supervisor = new Socket({ fd: 3, readable: true, writable: false });
  supervisor.on('error', () => {});
  supervisor.on('close', () => process.kill(process.pid, 'SIGTERM'));
  supervisor.resume();
  supervisor.unref();
}
