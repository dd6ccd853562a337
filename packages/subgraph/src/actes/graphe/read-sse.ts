/**
 * The events of a `text/event-stream` body, comments left out.
 *
 * @param onBytes - told whenever something comes, signs of life included
 */
export async function* readSse(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void,
): AsyncGenerator<{ event: string; data: string }> {
  const decoder = new TextDecoder();
  let buffer = '';
  for await (const chunk of body) {
    onBytes();
    buffer += decoder.decode(chunk, { stream: true });
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end === -1) break;
      const lines = buffer.slice(0, end).split('\n');
      buffer = buffer.slice(end + 2);
      const event = fieldOf(lines, 'event');
      if (event !== null) yield { event, data: fieldOf(lines, 'data') ?? '' };
    }
  }
}

function fieldOf(lines: readonly string[], name: string): string | null {
  const found = lines.filter((line) => line.startsWith(`${name}:`));
  if (found.length === 0) return null;
  return found.map((line) => line.slice(name.length + 1).trimStart()).join('\n');
}
