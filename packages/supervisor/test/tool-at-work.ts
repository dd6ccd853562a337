// What infra/local does while it installs or builds: node tool-at-work.ts <tool.mjs>
import { pathToFileURL } from 'node:url';

interface Tool {
  endToolsOnSignal(): void;
  runTool(command: string, args: string[], o: { onLine(line: string): void }): Promise<number>;
}

const [file = ''] = process.argv.slice(2);
const { endToolsOnSignal, runTool }: Tool = await import(pathToFileURL(file).href);
endToolsOnSignal();
process.exitCode = await runTool('sh', ['-c', 'echo $$; sleep 300 & wait'], {
  onLine: (line) => process.stdout.write(`outil ${line}\n`),
});
