/** Work in flight that several requests wait for. It stops only when the last of them leaves. */
export interface SharedCalls<T> {
  /**
   * @param key - everything that can change the answer, the asker's identity included
   * @param signal - of this asker alone; its abort rejects this promise at once
   */
  join(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

interface Call<T> {
  readonly controller: AbortController;
  readonly result: Promise<T>;
  waiters: number;
}

export function createSharedCalls<T>(): SharedCalls<T> {
  const calls = new Map<string, Call<T>>();

  function open(key: string, start: (signal: AbortSignal) => Promise<T>): Call<T> {
    const controller = new AbortController();
    const result = start(controller.signal).finally(() => {
      if (calls.get(key) === call) calls.delete(key);
    });
    // Everyone may have left before it fails: nobody else will look at this promise.
    result.catch(() => undefined);
    const call: Call<T> = { controller, result, waiters: 0 };
    calls.set(key, call);
    return call;
  }

  return {
    join(key, signal, start) {
      if (signal.aborted) return Promise.reject(signal.reason);
      const call = calls.get(key) ?? open(key, start);
      call.waiters += 1;
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          signal.removeEventListener('abort', onAbort);
          call.waiters -= 1;
          if (call.waiters > 0) return;
          if (calls.get(key) === call) calls.delete(key);
          call.controller.abort(signal.reason);
        };
        const onAbort = (): void => {
          leave();
          reject(signal.reason);
        };
        signal.addEventListener('abort', onAbort, { once: true });
        call.result.then(
          (value) => {
            signal.removeEventListener('abort', onAbort);
            resolve(value);
          },
          (error: unknown) => {
            signal.removeEventListener('abort', onAbort);
            reject(error);
          },
        );
      });
    },
  };
}
