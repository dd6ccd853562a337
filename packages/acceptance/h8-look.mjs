import { startPlatform, launchBrowser, axe } from '@passerelle/testing';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
const p = await startPlatform();
console.log('up', p.portail, p.dossier);
const b = await launchBrowser();
try {
  for (const [qui, w, theme] of [['etat.sous-prefet-valenciennes',1280,'light'],['region.charge-de-mission',1280,'dark'],['pole-emploi.directeur-territorial',320,'light'],['partenaire-social',390,'light']]) {
    const c = await b.newContext({ colorScheme: theme, locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: { width: w, height: 900 } });
    const page = await c.newPage();
    page.on('console', m => { if (m.type() !== 'info' && m.type()!=='log' && m.type()!=='debug') console.log(qui, m.type(), m.text().slice(0, 300)); });
    await p.signIn(page, qui);
    await page.locator('h1').waitFor(); await page.waitForTimeout(2500);
    await page.screenshot({ path: `/tmp/h8-home-${qui}.png`, fullPage: true });
    try { await axe(page); } catch (e) { console.log(qui, 'AXE', e.message.slice(0, 1500)); }
    console.log(qui, 'overflow', await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth));
    if (qui.startsWith('etat')) {
      await page.goto(p.portail + '/protocole/E07'); await page.getByRole('button', { name: 'Suivre l’engagement E07', exact: true }).click();
      await page.getByRole('button', { name: 'Ne plus suivre l’engagement E07' }).waitFor();
      await page.goto(p.portail + '/suivi'); await page.waitForTimeout(1500);
      await page.getByLabel('La recevoir', { exact: true }).check(); await page.getByLabel('Adresse professionnelle').fill('sous-prefet@passerelle.invalid');
      await page.getByRole('button', { name: 'Enregistrer' }).click(); await page.getByRole('button', { name: 'Recevoir ma lettre maintenant' }).click();
      await page.getByText('Lettre envoyée à').waitFor({ timeout: 15000 }).catch(e => console.log('no letter', e.message.slice(0,200)));
      await page.screenshot({ path: `/tmp/h8-suivi.png`, fullPage: true });
      try { await axe(page); } catch (e) { console.log('AXE suivi', e.message.slice(0, 1500)); }
      const d = join(p.dossier, 'courriels'); if (existsSync(d)) for (const f of readdirSync(d)) if (f.endsWith('.txt')) console.log(readFileSync(join(d, f), 'utf8'));
      await page.keyboard.press('Escape'); await page.locator('h1').click(); await page.keyboard.press('/'); await page.keyboard.type('soudage'); await page.waitForTimeout(1500);
      await page.screenshot({ path: `/tmp/h8-recherche.png` });
      await page.keyboard.press('Enter'); await page.waitForTimeout(1500); await page.screenshot({ path: `/tmp/h8-recherche-page.png`, fullPage: true });
      try { await axe(page); } catch (e) { console.log('AXE recherche', e.message.slice(0, 1500)); }
    }
    await c.close();
  }
} catch (e) { console.log('ERR', e); }
await b.close(); await p.stop();
