export type JsonObject = { [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Objects without an inherited property: a key called `__proto__` or `constructor` is a key like
 * any other. Unlike `Object.create(null)`, V8 keeps instances of a constructor in fast mode.
 */
class Bare {
  [key: string]: unknown;
}
Object.setPrototypeOf(Bare.prototype, null);
Reflect.deleteProperty(Bare.prototype, 'constructor');

export function bareObject(): JsonObject {
  return new Bare();
}

const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Reads an own property of parsed JSON; absent is undefined, whatever the key's name. */
export function own(object: JsonObject, key: string): unknown {
  return INHERITED.has(key) && !Object.hasOwn(object, key) ? undefined : object[key];
}

/** How to read `key` again and again: plain access unless the name is inherited by all objects. */
export function reader(key: string): (object: JsonObject) => unknown {
  return INHERITED.has(key) ? (object) => own(object, key) : (object) => object[key];
}

/** Sets an own property of parsed JSON, `__proto__` included. */
export function setOwn(object: JsonObject, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  } else {
    object[key] = value;
  }
}
