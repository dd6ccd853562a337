import { expect, test } from 'vitest';
import { CookieJar } from './cookie-jar.js';

test('garde, remplace et oublie les témoins comme un navigateur', () => {
  const jar = new CookieJar();
  jar.keep(['a=1; Path=/; HttpOnly', 'b=x=y; SameSite=Lax', 'sans-valeur']);
  expect(jar.header()).toBe('a=1; b=x=y');
  jar.keep(['a=2']);
  expect(jar.header()).toBe('a=2; b=x=y');
  jar.keep(['a=; Max-Age=0', 'b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT']);
  expect(jar.header()).toBe('');
});
