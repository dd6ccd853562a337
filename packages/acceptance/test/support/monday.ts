import type { Platform } from '@passerelle/testing';
import type { Browser, Locator, Page } from 'playwright-core';

const DEADLINE_MS = 30_000;

/** An agent in a browser of their own: no cookie, no storage, no channel in common. */
export interface AgentAtWork {
  readonly page: Page;
  /** Presses of links and buttons so far. */
  clicks(): number;
  click(target: Locator): Promise<void>;
  card(titre: string | RegExp): Locator;
  close(): Promise<void>;
}

export async function openAgent(
  platform: Platform,
  browser: Browser,
  identifiant: string,
  retour = '/',
): Promise<AgentAtWork> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // Colours are judged as they stay, not on their way.
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(DEADLINE_MS);
  await platform.signIn(page, identifiant, retour);
  await page.locator('h1').waitFor();
  let clicks = 0;
  return {
    page,
    clicks: () => clicks,
    async click(target) {
      clicks += 1;
      await target.click();
    },
    card: (titre) => page.getByRole('region', { name: titre }),
    close: () => context.close(),
  };
}

/** Fields that a form asks and that the portal left empty: what the agent has to type. */
export async function emptyRequiredFields(form: Locator): Promise<string[]> {
  return form.locator('input, textarea, select').evaluateAll((fields) =>
    fields.flatMap((field) => {
      const typed =
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement;
      if (!typed || !field.required || field.value !== '') return [];
      return [field.labels?.[0]?.textContent?.trim() ?? field.name];
    }),
  );
}

/** Fields of any kind on the page itself, the portal's search box aside. */
export async function fieldsAsked(page: Page): Promise<number> {
  return page.locator('main').locator('input, textarea, select').count();
}
