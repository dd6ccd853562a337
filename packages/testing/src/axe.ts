import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Those of the rules below that another theme may break, when it changes colours alone. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice', 'RGAAv4'];

/**
 * Refuses a page on which axe finds a violation of WCAG 2.1 A or AA, of RGAA 4 or of good practice.
 *
 * @param opts.couleurs - asks only the rules of colours: for a page already looked at, in another theme
 * @throws Error that lists each rule broken, with the first elements that break it; also when axe
 *   ran no rule, which would prove nothing
 */
export async function axe(page: Page, opts: { couleurs?: boolean } = {}): Promise<void> {
  // Legacy mode works in the page itself; the other opens a second one, which a context made for a
  // single page refuses. They differ only for frames of another origin, and we have none.
  // What is told of the elements that break nothing is read by nobody, and is most of the answer.
  const builder = new AxeBuilder({ page, ...(await sourceFor(page)) })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
  const asked = opts.couleurs === true ? builder.withRules(COLOUR_RULES) : builder.withTags(TAGS);
  const { violations, passes } = await asked.analyze();
  if (passes.length === 0) throw new Error(`axe n’a rien vérifié sur ${page.url()}`);
  if (violations.length === 0) return;
  const lines = violations.map(({ id, help, nodes }) => {
    const targets = nodes.slice(0, 3).map((node) => `    ${node.target.join(' ')}`);
    return [`  ${id} : ${help} (${nodes.length})`, ...targets].join('\n');
  });
  throw new Error(`axe refuse ${page.url()} :\n${lines.join('\n')}`);
}

/** axe is half a megabyte of source: a page that has it already, from an earlier look, keeps it. */
async function sourceFor(page: Page): Promise<{ axeSource?: string }> {
  // Its frames, if it has some, are asked for nothing: the builder gives them what they lack.
  const isThere = page.frames().length === 1 && (await page.evaluate(() => 'axe' in window));
  return isThere ? { axeSource: 'void 0;' } : {};
}
