/** What a bucket holds. */
import { UserError } from '../../errors.js';
import { shownAddress } from './addresses.js';
import { patiently, patienceMs } from './patience.js';
import { get } from './requests.js';

const listingMs = 30_000;

/**
 * Addresses of the objects of a bucket whose keys begin with `prefix`, in the order of the server.
 * @throws UserError when it cannot be listed
 */
export async function listBucket(bucket: string, prefix: string): Promise<string[]> {
  const address = `s3://${bucket}/${prefix}`;
  const found: string[] = [];
  const limitMs = Math.min(listingMs, patienceMs());
  for (let token: string | undefined; ;) {
    const query = {
      'list-type': '2',
      prefix,
      ...(token === undefined ? {} : { 'continuation-token': token }),
    };
    const ask = async (): Promise<string> => {
      const response = await get(address, {}, AbortSignal.timeout(limitMs), query);
      return response.text();
    };
    const page = await patiently(address, ask, { limitMs });
    if (!page.includes('<ListBucketResult')) {
      throw new UserError(`${shownAddress(address)} cannot be listed: the server's answer is not a listing.`);
    }
    for (const [, key = ''] of page.matchAll(/<Key>([^<]*)<\/Key>/g))
      found.push(`s3://${bucket}/${unescaped(key)}`);
    token = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(page)?.[1];
    if (token === undefined || !/<IsTruncated>\s*true/.test(page)) return found;
    token = unescaped(token);
  }
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return entities[name ?? ''] ?? whole;
    },
  );
}
