/** `maille code` and `code  maille` are the same key, nested selections included. */
export function canonicalKey(fields: string): string {
  const tokens = fields.match(/[{}]|[_A-Za-z]\w*/g) ?? [];
  let position = 0;
  const selection = (): string => {
    const names: string[] = [];
    while (position < tokens.length && tokens[position] !== '}') {
      const token = tokens[position];
      position += 1;
      if (token === '{') {
        names.push(`${names.pop() ?? ''} { ${selection()} }`);
        position += 1;
      } else if (token !== undefined) names.push(token);
    }
    return names.sort().join(' ');
  };
  return selection();
}
