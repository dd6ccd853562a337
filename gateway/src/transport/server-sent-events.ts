export interface ServerSentEvent {
  event: string;
  data: string;
}

/**
 * Reads `text/event-stream` as the HTML standard describes it; comments are dropped.
 *
 * @throws RangeError when one event is larger than `maxOctets`
 */
export async function* readServerSentEvents(
  chunks: AsyncIterable<Uint8Array>,
  maxOctets: number,
): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  let event = 'message';
  let data: string[] = [];
  let size = 0;

  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    let start = 0;
    for (;;) {
      const end = rest.indexOf('\n', start);
      if (end === -1) break;
      const line = rest.slice(start, rest.charAt(end - 1) === '\r' ? end - 1 : end);
      start = end + 1;
      if (line === '') {
        if (data.length > 0 || event !== 'message') yield { event, data: data.join('\n') };
        event = 'message';
        data = [];
        size = 0;
        continue;
      }
      const [field, value] = splitLine(line);
      if (field === 'event') event = value;
      else if (field === 'data') {
        size += value.length;
        data.push(value);
      }
      if (size > maxOctets) throw new RangeError('event too large');
    }
    rest = rest.slice(start);
    if (rest.length > maxOctets) throw new RangeError('event too large');
  }
}

function splitLine(line: string): [field: string, value: string] {
  const colon = line.indexOf(':');
  if (colon === -1) return [line, ''];
  const value = line.slice(colon + 1);
  return [line.slice(0, colon), value.startsWith(' ') ? value.slice(1) : value];
}
