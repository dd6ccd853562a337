export interface EventFigures {
  readonly received: number;
  readonly lost: number;
  readonly doubled: number;
  /** Events that told an error instead of data. */
  readonly errors: number;
  /** The first of these events. */
  readonly said: string | null;
  /** Why it ended; null while it is open. */
  readonly why: string | null;
}

/** Numbered events of one subscription: each must come once, in order. */
export class EventCount {
  #last: number | null = null;
  #received = 0;
  #lost = 0;
  #doubled = 0;
  #errors = 0;
  #said: string | null = null;
  #why: string | null = null;

  /** Numbers up to `last` are of before: what counts begins after. */
  startAt(last: number): void {
    this.#last = last;
    this.#received = 0;
    this.#lost = 0;
    this.#doubled = 0;
    this.#errors = 0;
  }

  /** @param event - one server-sent event, as text */
  read(event: string): void {
    if (event.startsWith(':')) return;
    if (event.startsWith('event: complete')) {
      this.ended('le flux a été terminé');
      return;
    }
    const number = /"version":(\d+)/.exec(event)?.[1];
    if (number === undefined || event.includes('"errors":[')) {
      this.#errors += 1;
      this.#said ??= event.slice(0, 300);
    } else this.#count(Number(number));
  }

  ended(why: string): void {
    this.#why ??= why;
  }

  /** @param last - number of the last event told: what is missing before it is lost */
  figures(last: number): EventFigures {
    const missing = this.#last === null ? 0 : Math.max(0, last - this.#last);
    return {
      received: this.#received,
      lost: this.#lost + missing,
      doubled: this.#doubled,
      errors: this.#errors,
      said: this.#said,
      why: this.#why,
    };
  }

  #count(number: number): void {
    const last = this.#last;
    if (last !== null && number <= last) {
      this.#doubled += 1;
      return;
    }
    if (last !== null) this.#lost += number - last - 1;
    this.#last = number;
    this.#received += 1;
  }
}
