/** Text histogram of code use. */

const barLength = 40;

/** How many codes are hit how often: a line for unused codes, then one for each doubling of hits. */
export function histogram(counts: readonly number[]): string {
  const bins = new Map<number, number>();
  for (const count of counts) {
    const bin = count === 0 ? -1 : Math.floor(Math.log2(count));
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  const present = [...bins.keys()];
  const [low, high] = [Math.min(...present), Math.max(...present)];
  const all = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const largest = Math.max(...bins.values());
  const label = (bin: number) => {
    if (bin < 0) return 'never';
    return bin === 0 ? 'once' : `${2 ** bin} to ${2 ** (bin + 1) - 1}`;
  };
  const width = Math.max(...all.map((bin) => label(bin).length));
  const lines = all.map((bin) => {
    const codes = bins.get(bin) ?? 0;
    const bar = '█'.repeat(Math.ceil((barLength * codes) / largest));
    return `${label(bin).padStart(width)}  ${bar} ${codes}`;
  });
  return `hits per code, and the number of codes with that many hits\n${lines.join('\n')}\n`;
}
