import type { ServerResponse } from 'node:http';
import { ClientParti, DelaiEcoule } from '../request-context.js';

/** Gives up what is under way when the time is over or when the client has left. */
export async function withDeadline<T>(
  res: ServerResponse,
  delaiMs: number,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DelaiEcoule()), delaiMs);
  const onClose = (): void => {
    if (!res.writableFinished) controller.abort(new ClientParti());
  };
  res.once('close', onClose);
  try {
    const result = await act(controller.signal);
    if (controller.signal.reason instanceof ClientParti) throw controller.signal.reason;
    return result;
  } finally {
    clearTimeout(timer);
    res.off('close', onClose);
  }
}
