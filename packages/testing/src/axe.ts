import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice', 'RGAAv4'];

/**
 * Refuses a page on which axe finds a violation of WCAG 2.1 A or AA, of RGAA 4 or of good practice.
 *
 * @throws Error that lists each rule broken, with the first elements that break it; also when axe
 *   ran no rule, which would prove nothing
 */
export async function axe(page: Page): Promise<void> {
  // Legacy mode works in the page itself; the other opens a second one, which a context made for a
  // single page refuses. They differ only for frames of another origin, and we have none.
  const { violations, passes } = await new AxeBuilder({ page })
    .withTags(TAGS)
    .setLegacyMode(true)
    .analyze();
  if (passes.length === 0) throw new Error(`axe n’a rien vérifié sur ${page.url()}`);
  if (violations.length === 0) return;
  const lines = violations.map(({ id, help, nodes }) => {
    const targets = nodes.slice(0, 3).map((node) => `    ${node.target.join(' ')}`);
    return [`  ${id} : ${help} (${nodes.length})`, ...targets].join('\n');
  });
  throw new Error(`axe refuse ${page.url()} :\n${lines.join('\n')}`);
}
