import axeCore, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

/** Those of the rules below that another theme may break, when it changes colours alone. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice', 'RGAAv4'];

/** What is told of elements that break nothing is most of axe's answer, and is read by nobody. */
const verdictSchema = z.object({
  rulesPassed: z.number(),
  violations: z.array(
    z.object({ id: z.string(), help: z.string(), targets: z.array(z.string()).min(1) }),
  ),
});

/**
 * Refuses a page on which axe finds a violation of WCAG 2.1 A or AA, of RGAA 4 or of good practice.
 * Frames are not looked into: we have none.
 *
 * @param opts.couleurs - asks only the rules of colours: for a page already looked at, in another theme
 * @throws Error that lists each rule broken, with the first elements that break it; also when axe
 *   ran no rule, which would prove nothing
 */
export async function axe(page: Page, opts: { couleurs?: boolean } = {}): Promise<void> {
  if (page.frames().length > 1) throw new Error(`axe ne lirait pas les cadres de ${page.url()}`);
  await provide(page);
  const { violations, rulesPassed } = verdictSchema.parse(
    await page.evaluate(verdictOf({ ...asked(opts), resultTypes: ['violations'] })),
  );
  if (rulesPassed === 0) throw new Error(`axe n’a rien vérifié sur ${page.url()}`);
  if (violations.length === 0) return;
  const lines = violations.map(({ id, help, targets }) => {
    const first = targets.slice(0, 3).map((target) => `    ${target}`);
    return [`  ${id} : ${help} (${targets.length})`, ...first].join('\n');
  });
  throw new Error(`axe refuse ${page.url()} :\n${lines.join('\n')}`);
}

/** axe is half a megabyte of source: a page that has it already, from an earlier look, keeps it. */
async function provide(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
  await page.evaluate(`${axeCore.source};void 0`);
}

function asked({ couleurs }: { couleurs?: boolean }): RunOptions {
  return couleurs === true
    ? { runOnly: { type: 'rule', values: COLOUR_RULES } }
    : { runOnly: { type: 'tag', values: TAGS } };
}

/** A program of the page, where axe is. */
function verdictOf(options: RunOptions): string {
  return `window.axe.run(document, ${JSON.stringify(options)}).then(({ passes, violations }) => ({
    rulesPassed: passes.length,
    violations: violations.map(({ id, help, nodes }) => ({
      id, help, targets: nodes.map(({ target }) => target.join(' ')),
    })),
  }))`;
}
