/** A line on the terminal that counts up; nothing where standard error is no terminal. */
export function countTo(what: string, total: number): { update: (done: number) => void; end: () => void } {
  const { stderr } = process;
  let drawn = 0;
  return {
    update: (done) => {
      if (!stderr.isTTY || (Date.now() - drawn < 100 && done < total)) return;
      drawn = Date.now();
      stderr.write(`\r\x1b[K${done.toLocaleString('en')}/${total.toLocaleString('en')} ${what}`);
    },
    end: () => {
      if (stderr.isTTY) stderr.write('\r\x1b[K');
    },
  };
}
