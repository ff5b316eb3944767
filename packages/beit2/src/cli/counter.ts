/** A line on the terminal that counts up (to `total`, where that is known); nothing where standard error is no terminal. */
export function countTo(what: string, total = 0): { update: (done: number) => void; end: () => void } {
  const { stderr } = process;
  let drawn = 0;
  return {
    update: (done) => {
      if (!stderr.isTTY || (Date.now() - drawn < 100 && done !== total)) return;
      drawn = Date.now();
      const of = total > 0 ? `/${total.toLocaleString('en')}` : '';
      stderr.write(`\r\x1b[K${done.toLocaleString('en')}${of} ${what}`);
    },
    end: () => {
      if (stderr.isTTY) stderr.write('\r\x1b[K');
    },
  };
}
