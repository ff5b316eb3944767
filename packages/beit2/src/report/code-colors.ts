/** Colours for codes: near codes get near colours. */

const iterations = 50;

/** Leading `count` principal axes of rows [K, d], by power iteration with deflation. */
function principalAxes(rows: Float64Array[], count: number): Float64Array[] {
  const dim = rows[0]?.length ?? 0;
  const axes: Float64Array[] = [];
  for (let axis = 0; axis < Math.min(count, dim); axis++) {
    let vector = Float64Array.from({ length: dim }, (_, i) => Math.sin(i + 1 + axis));
    for (let iteration = 0; iteration < iterations; iteration++) {
      const next = new Float64Array(dim);
      for (const row of rows) {
        const dot = row.reduce((sum, value, i) => sum + value * (vector[i] ?? 0), 0);
        for (let i = 0; i < dim; i++) next[i] = (next[i] ?? 0) + dot * (row[i] ?? 0);
      }
      for (const found of axes) {
        const dot = next.reduce((sum, value, i) => sum + value * (found[i] ?? 0), 0);
        for (let i = 0; i < dim; i++) next[i] = (next[i] ?? 0) - dot * (found[i] ?? 0);
      }
      const norm = Math.hypot(...next) || 1;
      vector = next.map((value) => value / norm);
    }
    axes.push(vector);
  }
  return axes;
}

/**
 * One colour a code from the codebook's three principal axes, each spread evenly by rank.
 * @param codebook [K, d], row by row
 * @returns [K, 3] bytes, red, green, blue
 */
export function codeColors(codebook: Float32Array, codes: number): Uint8Array {
  const dim = codebook.length / codes;
  const mean = new Float64Array(dim);
  codebook.forEach((value, i) => (mean[i % dim] = (mean[i % dim] ?? 0) + value / codes));
  const rows = Array.from({ length: codes }, (_, code) =>
    Float64Array.from({ length: dim }, (_, i) => (codebook[code * dim + i] ?? 0) - (mean[i] ?? 0)),
  );
  const colors = new Uint8Array(codes * 3);
  for (const [channel, axis] of principalAxes(rows, 3).entries()) {
    const place = rows.map((row) => row.reduce((sum, value, i) => sum + value * (axis[i] ?? 0), 0));
    const order = place.map((_, code) => code).sort((a, b) => (place[a] ?? 0) - (place[b] ?? 0));
    for (const [rank, code] of order.entries()) {
      colors[code * 3 + channel] = Math.round(40 + (200 * rank) / Math.max(1, codes - 1));
    }
  }
  return colors;
}
